from netzwerk.hours.models.certificates import Certificate, Series
from netzwerk.hours.models.credits import Credit, CreditStep
from netzwerk.hours.models.entries import Entry, Presence, Source
from netzwerk.hours.models.rules import Category, CountingRule

__all__ = [
    "Category",
    "Certificate",
    "CountingRule",
    "Credit",
    "CreditStep",
    "Entry",
    "Presence",
    "Series",
    "Source",
]
