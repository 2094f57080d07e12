"""The topics of organisations and people from before topics were terms of the network's vocabulary."""

from django.db import models

from netzwerk.vocabulary.models import Term


class FormerTopicQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FormerTopicQuerySet":
        """No page shows them."""
        return self.none()


class FormerTopic(models.Model):
    """The term that a topic became. Only the way back of the migration reads it (members.0010)."""

    name = models.CharField("Thema", max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    term = models.ForeignKey(Term, null=True, on_delete=models.SET_NULL, related_name="+")
    made_term = models.BooleanField(default=False)  # the migration made the term
    made_former = models.BooleanField(default=False)  # and the former slug

    objects = FormerTopicQuerySet.as_manager()

    class Meta:
        verbose_name = "früheres Thema"
        verbose_name_plural = "frühere Themen"
        ordering = ["name"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
