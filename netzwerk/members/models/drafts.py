"""Drafts of an organisation's profile: texts that are saved but not yet published."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from netzwerk.members.models.organisations import Organisation

DRAFT_DAYS = 90


class ProfileDraftQuerySet(models.QuerySet):
    def expired(self) -> "ProfileDraftQuerySet":
        """All rows of drafts on which nobody has written for 90 days."""
        recent = timezone.now() - timedelta(days=DRAFT_DAYS)
        alive = self.model.objects.filter(organisation=models.OuterRef("organisation"), written_at__gte=recent)
        return self.exclude(models.Exists(alive))


class ProfileDraft(models.Model):
    """One field of the draft that everybody who edits the organisation's profile shares.

    `basis` is the version of the published text when the draft was written: it tells whether that text has changed since.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="profile_drafts")
    field = models.CharField("Feld", max_length=40)
    text = models.TextField("Text", blank=True)
    basis = models.CharField(max_length=32)
    written_at = models.DateTimeField("zuletzt gespeichert")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ProfileDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "Entwurf eines Profils"
        verbose_name_plural = "Entwürfe von Profilen"
        constraints = [models.UniqueConstraint(fields=["organisation", "field"], name="members_profile_draft_once")]
        indexes = [models.Index(fields=["written_at"], name="members_profile_draft_written")]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.field}"
