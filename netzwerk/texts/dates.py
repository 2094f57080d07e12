"""Dates and times in German words."""

from datetime import date, datetime

from django.utils import formats, timezone


def long_date(value: date | datetime | None) -> str:
    """3. März 2026"""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.day}. {formats.date_format(value, 'F Y')}"


def clock_time(value: datetime) -> str:
    """14:30 Uhr"""
    return f"{timezone.localtime(value):%H:%M} Uhr"
