"""Dates, the series and venues they belong to, and the secret addresses of personal calendars."""

from netzwerk.calendar.models.dates import Date
from netzwerk.calendar.models.feeds import FeedToken
from netzwerk.calendar.models.series import Series
from netzwerk.calendar.models.venues import Venue

__all__ = ["Date", "FeedToken", "Series", "Venue"]
