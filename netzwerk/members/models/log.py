"""Wagtail's action log, seen through who may read it."""

from django.db import models
from django.db.models import Q
from wagtail.models import ModelLogEntry

from netzwerk.members.access import May, reach
from netzwerk.members.folding import fold
from netzwerk.members.models.people import User


class LogEntryQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LogEntryQuerySet":
        return self if reach(user, May.READ_LOG).everywhere else self.none()

    def about_members(self) -> "LogEntryQuerySet":
        return self.filter(action__startswith="members.")

    def matching(self, words: str) -> "LogEntryQuerySet":
        """Entries whose object's name, or the name of who acted, holds every word."""
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
