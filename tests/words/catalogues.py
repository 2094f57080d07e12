"""The English messages of packages whose German translation is a different text."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import django.conf
import polib
from django.apps import apps
from django.utils import translation

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sdr]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
FEWEST_LETTERS = 8  # of a message with placeholders: "%s items" would match too much


def squeezed(text: str) -> str:
    return " ".join(text.split())


def catalogues() -> Iterator[Path]:
    """One message catalogue of each installed package and of Django; all languages have the same messages."""
    for home in [Path(django.conf.__file__).parent, *(Path(app.path) for app in apps.get_app_configs())]:
        for language in ("en", "de"):  # django-q2 has none in English
            if found := sorted((home / "locale" / language / "LC_MESSAGES").glob("*.po")):
                yield from found
                break


def is_translated(entry: polib.POEntry, text: str) -> bool:
    """Whether the German translation differs, so that this text on a German page is English."""
    if entry.msgid_plural:
        german = {translation.ngettext(entry.msgid, entry.msgid_plural, number) for number in (1, 2)}
    else:
        german = {translation.pgettext(entry.msgctxt, text) if entry.msgctxt else translation.gettext(text)}
    return squeezed(text) not in {squeezed(one) for one in german}


def untranslated(texts: Iterable[str]) -> set[str]:
    """The texts that are English messages of a package."""
    exact: set[str] = set()
    with_placeholders: list[re.Pattern] = []
    for catalogue in catalogues():
        for entry in polib.pofile(str(catalogue)):
            for message in filter(None, (entry.msgid, entry.msgid_plural)):
                if entry.obsolete or not is_translated(entry, message):
                    continue
                for text in map(squeezed, {message, *TAG.split(message)}):
                    parts = PLACEHOLDER.split(text)
                    if len(parts) == 1:
                        exact.add(text)
                    elif sum(letter.isalpha() for letter in "".join(parts)) >= FEWEST_LETTERS:
                        with_placeholders.append(re.compile("(.+?)".join(map(re.escape, parts))))
    words = {text for text in texts if any(letter.isalpha() for letter in text)}
    return {text for text in words if text in exact or any(one.fullmatch(text) for one in with_placeholders)}
