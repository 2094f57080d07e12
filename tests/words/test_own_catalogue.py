"""Our translations of messages of packages: compiled, complete, and of existing messages."""

from pathlib import Path

import polib
import pytest
from django.conf import settings

from tests.words.catalogues import PLACEHOLDER, catalogues

SOURCES = sorted(Path(settings.LOCALE_PATHS[0]).glob("de/LC_MESSAGES/*.po"))


def texts_of(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.stem)
def test_compiled_catalogues_are_up_to_date(source: Path) -> None:
    compiled = {(one.msgctxt, one.msgid): texts_of(one) for one in polib.mofile(str(source.with_suffix(".mo")))}
    assert compiled == {(one.msgctxt, one.msgid): texts_of(one) for one in polib.pofile(str(source))}, "make messages"


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.stem)
def test_each_replaces_a_message_of_a_package(source: Path) -> None:
    """After an update of a package, a translation of a changed message would have no effect."""
    known = {entry.msgid for catalogue in catalogues() for entry in polib.pofile(str(catalogue))}
    assert {entry.msgid for entry in polib.pofile(str(source))} - known == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.stem)
def test_translations_use_only_placeholders_of_the_message(source: Path) -> None:
    for entry in polib.pofile(str(source)):
        known = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for text in texts_of(entry):
            assert text
            assert set(PLACEHOLDER.findall(text)) <= known, entry.msgid
