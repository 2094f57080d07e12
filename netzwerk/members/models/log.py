"""Wagtail's action log as a proxy model with visible_to()."""

from django.db import models
from django.db.models import Q
from wagtail.models import ModelLogEntry

from netzwerk.members.access import May, reach
from netzwerk.members.models.people import User
from netzwerk.texts.folding import fold


class LogEntryQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LogEntryQuerySet":
        return self if reach(user, May.READ_LOG).everywhere else self.none()

    def about_members(self) -> "LogEntryQuerySet":
        return self.filter(action__startswith="members.")

    def matching(self, words: str) -> "LogEntryQuerySet":
        """Entries where every word occurs in the label of the object or in the name of the actor."""
        found = self
        for word in words.split()[:8]:
            people = User.objects.filter(folded__contains=fold(word)).values("pk")
            found = found.filter(Q(label__icontains=word) | Q(user__in=people))
        return found


class LogEntry(ModelLogEntry):
    objects = LogEntryQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "Protokolleintrag"
        verbose_name_plural = "Protokolleinträge"
