"""Wagtail's action logs, of pages and of all other models, as proxy models with visible_to()."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.models import ModelLogEntry, PageLogEntry

from netzwerk.members.models.people import User
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.texts.folding import fold


class LogEntryQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LogEntryQuerySet":
        return self if reach(user, May.READ_LOG).everywhere else self.none()

    def kinds(self) -> set[int]:
        """Ids of the content types of the entries."""
        return set(self.filter(content_type__isnull=False).values_list("content_type", flat=True).distinct())

    def of_feature(self, app_label: str) -> "LogEntryQuerySet":
        kinds = ContentType.objects.filter(app_label=app_label).values("pk")
        return self.filter(content_type__in=kinds)

    def matching(self, words: str) -> "LogEntryQuerySet":
        """Entries where every word occurs in the label of the object or in the name of the actor."""
        found = self
        for word in words.split()[:8]:
            people = User.objects.filter(folded__contains=fold(word)).values("pk")
            found = found.filter(Q(label__icontains=word) | Q(user__in=people))
        return found

    def narrowed(
        self, *, words: str = "", feature: str = "", action: str = "", since: date | None = None
    ) -> "LogEntryQuerySet":
        found = self.matching(words)
        found = found.of_feature(feature) if feature else found
        found = found.filter(action=action) if action else found
        return found.filter(timestamp__date__gte=since) if since else found


class LogEntry(ModelLogEntry):
    objects = LogEntryQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "Protokolleintrag"
        verbose_name_plural = "Protokolleinträge"


class PageLog(PageLogEntry):
    objects = LogEntryQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "Protokolleintrag zu einer Seite"
        verbose_name_plural = "Protokolleinträge zu Seiten"


def log_rows(user: User, **filters) -> models.QuerySet:
    """What `user` may see of both logs, newest first, as dictionaries; the filters are those of `narrowed`."""
    columns = ("timestamp", "action", "label", "user_id", "data", "content_type_id", "id")
    logs = [
        log.objects.visible_to(user).narrowed(**filters).order_by().values(*columns) for log in (LogEntry, PageLog)
    ]
    return logs[0].union(logs[1], all=True).order_by("-timestamp", "-id", "action")
