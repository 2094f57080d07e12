"""Bookmarked reports of a user, each with a private note."""

from django.conf import settings
from django.db import models

from knowledge.models.reports import PracticeReport, of_visible_report
from netzwerk.surfaces.autosaved import Stored
from netzwerk.texts.readable import ReadableTexts

LONGEST_NOTE = 2_000


class BookmarkQuerySet(models.QuerySet):
    def visible_to(self, user) -> "BookmarkQuerySet":
        """The user's own, of reports that they may see."""
        if user.is_anonymous:
            return self.none()
        return self.filter(of_visible_report(user), person=user)


class Bookmark(ReadableTexts):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bookmarks")
    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="bookmarks")
    note = models.TextField("Eigene Notiz", max_length=LONGEST_NOTE, blank=True)
    note_written_at = models.DateTimeField("Notiz gespeichert", null=True, blank=True)
    made_at = models.DateTimeField("gemerkt", auto_now_add=True)

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        verbose_name = "Merkzettel"
        verbose_name_plural = "Merkliste"
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "report"], name="knowledge_bookmark_once")]

    def __str__(self) -> str:
        return str(self.report)

    @property
    def stored_note(self) -> Stored:
        return Stored(self.note, at=self.note_written_at, by_id=self.person_id)
