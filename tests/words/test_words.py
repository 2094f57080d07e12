"""What a person reads is German, in words of everyday office life: on every page of every role, in admin screens and mails."""

import re

import pytest

pytestmark = pytest.mark.django_db

FIRST = ("/", "/mein-bereich/", "/konto/profil/", "/suche/?q=hilfe", "/redaktion/", "/redaktion/account/")
PERSONAS = ("", "koordination", "redaktion2", "geschaeftsstelle", "administration")
# Words of the packages' trade, in whatever language, and Du.
JARGON = re.compile(
    r"\b(?:workflows?|moderation(?!$)|in moderation|locales?|dashboard|snippets?|schnipsel|slugs?|wagtail|root)\b"
    r"|\b(?:du|dich|dir|deine?[rmns]?)\b|domain\.com|example\.(?:com|org)|vier augen einreichen",
    re.IGNORECASE,
)
# What only editors wrote into texts of the demo, and may: a conference has a Moderation, an address in a quoted speech.
WRITTEN = re.compile(
    r"für die Moderation|Moderation\.|externe Moderation|„[^“]*\b(?:du|dich|dir|deine?)\b", re.IGNORECASE
)
ONE_OF_MANY = re.compile(
    r"(?<![\d.,:/-])1 (?:Personen|Berichte|Organisationen|Orte|Treffer gefunden|Ergebnisse|Mitteilungen|Nachrichten|Anträge"
    r"|Einladungen|Fassungen|Seiten|Dokumente|Bilder|Begriffe|Rollen|Mitglieder|Codes|Dateien|Fälle|Tage|Fragen(?! und))\b"
)
