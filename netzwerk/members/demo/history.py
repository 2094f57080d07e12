"""Converts the days of the data into dates, and writes log entries with past dates."""

from datetime import date, datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.models import ModelLogEntry

from netzwerk.members.models import User


def day(ago: int) -> date:
    return timezone.localdate() - timedelta(days=ago)


def moment(ago: int, number: int = 0) -> datetime:
    """A time in the office hours of that day; `number` varies the minutes."""
    return timezone.make_aware(datetime.combine(day(ago), time(8))) + timedelta(minutes=number * 37 % 510)


def date_entries(instance: Model, action: str, *, at: datetime, **data: int) -> None:
    """Change the date of entries that a service has just written: all of this action, or those with this data."""
    those = {f"data__{name}": value for name, value in data.items()}
    ModelLogEntry.objects.for_instance(instance).filter(action=f"members.{action}", **those).update(timestamp=at)


def entry(action: str, instance: Model, *, at: datetime, actor: User | None, **data: str | int) -> ModelLogEntry:
    """An unsaved entry as services.log.log_action would write it, for bulk_create()."""
    return ModelLogEntry(
        content_type=ContentType.objects.get_for_model(instance),
        object_id=str(instance.pk),
        label=str(instance),
        action=f"members.{action}",
        data={"fields": [], **data},
        timestamp=at,
        user_id=actor.pk if actor else None,
    )
