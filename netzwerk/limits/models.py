"""Counters of the rate limits: a number per keyed hash and time window, deleted after the window."""

from datetime import datetime

from django.db import models
from django.db.models import F
from django.utils import timezone


class RequestCountQuerySet(models.QuerySet):
    def expired(self) -> "RequestCountQuerySet":
        return self.filter(ends_at__lt=timezone.now())

    def count_one(self, key: str, *, at_most: int, ends_at: datetime) -> bool:
        """Count one request; False if the limit is reached. One statement, except for the first request of a window."""
        row = self.filter(key=key)
        one_more = row.filter(number__lt=at_most)
        if one_more.update(number=F("number") + 1):
            return True
        _row, is_first = self.get_or_create(key=key, defaults={"number": 1, "ends_at": ends_at})
        return is_first or bool(one_more.update(number=F("number") + 1))


class RequestCount(models.Model):
    key = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    objects = RequestCountQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahl der Anfragen"
        verbose_name_plural = "Zahlen der Anfragen"

    def __str__(self) -> str:
        return f"{self.number} bis {self.ends_at:%H:%M:%S}"
