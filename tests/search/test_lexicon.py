"""The editors' words: validation, defaults of a new installation, and how fast an edit takes effect."""

import re
from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from knowledge.models import GlossaryEntry
from netzwerk.members.roles import EDITOR, MEMBER, OFFICE
from netzwerk.portal.models import PortalPage
from netzwerk.search.analysis import Splitter
from netzwerk.search.corpus import lexicon
from netzwerk.search.corpus.lexicon import Lexicon, load_lexicon
from netzwerk.search.models import CompoundWord, DeliveredWord, EverydayWord, SynonymGroup
from netzwerk.search.services.default_words import DEFAULT_PARTS, DEFAULT_SYNONYMS, default_everyday_words
from netzwerk.surfaces import ttl_cache
from netzwerk.surfaces.registry import SynonymEntry
from netzwerk.texts.folding import fold

pytestmark = pytest.mark.django_db

TOO_LONG = "Wort" * 16


def group(words: str) -> SynonymGroup:
    made = SynonymGroup(words=words)
    made.full_clean()
    made.save()
    return made


def compound(marked: str) -> CompoundWord:
    made = CompoundWord(marked=marked)
    made.full_clean()
    made.save()
    return made


def test_lines_and_commas_separate_expressions_alike() -> None:
    made = group("  Fallmanagement,Case  Management;\n\n CM ,\r\n")
    assert made.expressions == ("Fallmanagement", "Case Management", "CM")
    assert made.words == "Fallmanagement\nCase Management\nCM"
    assert str(made) == "Fallmanagement, Case Management, CM"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Fallmanagement", "mindestens zwei"),
        (" , ;\n", "mindestens zwei"),
        (", ".join(f"Wort{number}" for number in range(21)), "höchstens 20"),
        (f"Kita, {TOO_LONG}", "zu lang"),
        ("Kita, und der", "kommt in jedem Text vor"),
        ("Kita, §§ !?", "weder Buchstaben noch Ziffern"),
        ("Müller-Straße, mueller strasse", "steht zweimal da"),
    ],
)
def test_a_useless_group_is_refused_with_a_reason(words: str, message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        SynonymGroup(words=words).full_clean()


def test_twenty_expressions_of_sixty_characters_fit() -> None:
    words = [f"{number:02d}{'w' * 58}" for number in range(20)]
    assert len(group(", ".join(words)).expressions) == 20


def test_a_word_is_a_part_or_is_split_at_its_bars() -> None:
    part, whole = compound(" Ämter "), compound("Bera|tungs | gespräch")
    assert (part.folded, part.is_split, part.effect) == ("aemter", False, "zählt als Bestandteil")
    assert (whole.folded, whole.is_split) == ("beratungsgespraech", True)
    assert (str(whole), whole.effect) == ("Beratungsgespräch", "wird zerlegt: Bera + tungs + gespräch")


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("", "Dieses Feld"),
        ("|", "nennen Sie ein Wort"),
        ("Hilfe||plan", "fehlt ein Teil"),
        ("Hilfe|plan|", "fehlt ein Teil"),
        ("Hilfe plan", "einziges Wort"),
        ("SGB2", "einziges Wort"),
        ("Hilfe-Plan", "einziges Wort"),
        ("ja", "zu kurz"),
        ("Hilfe|pl|an", "zu kurz"),
        ("a|b|c|d|e|f", "zu viele Teile"),
        ("a" * 61, "zu lang"),
        ("ﬃ" * 30, "zu lang"),
        ("oder", "kommt in jedem Text vor"),
        ("Amt", "steht schon in der Liste"),
        ("AMT", "steht schon in der Liste"),
        ("Kin|dergarten", "steht schon in der Liste"),
        ("Jugenda|\u0308mter", "nicht das Wort"),
    ],
)
def test_a_useless_word_is_refused_with_a_reason(marked: str, message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        CompoundWord(marked=marked).full_clean()


def test_a_word_may_be_a_part_and_have_parts() -> None:
    compound("Hilfe|plan")
    assert CompoundWord.objects.filter(folded="hilfeplan").count() == 2


def test_the_database_too_knows_each_word_once() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CompoundWord.objects.create(marked="Amt", folded="amt")


def test_editing_a_word_does_not_collide_with_itself() -> None:
    word = CompoundWord.objects.get(folded="amt")
    word.full_clean()


def test_the_analyser_gets_what_editors_wrote() -> None:
    SynonymGroup.objects.all().delete()
    CompoundWord.objects.all().delete()
    EverydayWord.objects.all().delete()
    GlossaryEntry.objects.all().delete()
    group("Kosten der Unterkunft, KdU")
    compound("Ämter")
    compound("Hilfe|plan|gespräch")
    assert load_lexicon() == Lexicon(
        synonyms=(("Kosten der Unterkunft", "KdU"),),
        listed=frozenset({"aemter"}),
        splits={"hilfeplangespraech": ("hilfe", "plan", "gespraech")},
    )


def test_the_lexicon_is_cached_for_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_lexicon()
    with CaptureQueriesContext(connection) as captured:
        assert all(load_lexicon() is first for _again in range(100))
    assert len(captured) == 0
    monkeypatch.setattr(load_lexicon, "_seconds", 0)
    with CaptureQueriesContext(connection) as captured:
        assert load_lexicon() is first  # nothing has changed: the same object
    assert len(captured) == 4  # synonyms, compounds, everyday words, the glossary


def test_an_edit_takes_effect_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lexicon.CACHE_SECONDS <= 10
    now = [1000.0]
    monkeypatch.setattr(ttl_cache.time, "monotonic", lambda: now[0])
    before = load_lexicon()
    word = compound("Bus")
    group("Bufdi, Bundesfreiwilligendienst")
    assert load_lexicon() is before
    now[0] += lexicon.CACHE_SECONDS
    assert "bus" in load_lexicon().listed
    assert ("Bufdi", "Bundesfreiwilligendienst") in load_lexicon().synonyms
    word.delete()
    now[0] += lexicon.CACHE_SECONDS
    assert "bus" not in load_lexicon().listed


def test_a_new_installation_has_default_words_and_setup_runs_once() -> None:
    assert SynonymGroup.objects.count() == len(DEFAULT_SYNONYMS) >= 40
    assert CompoundWord.objects.filter(is_split=False).count() == len(DEFAULT_PARTS.split()) >= 50
    SynonymGroup.objects.exclude(pk=SynonymGroup.objects.first().pk).delete()
    CompoundWord.objects.filter(folded="amt").delete()
    call_command("setup", verbosity=0)
    assert SynonymGroup.objects.count() == 1
    assert not CompoundWord.objects.filter(folded="amt").exists()


def everyday(words: str, terms: str) -> EverydayWord:
    made = EverydayWord(words=words, terms=terms)
    made.full_clean()
    made.save()
    return made


def test_everyday_words_are_shipped_and_changes_by_editors_are_kept() -> None:
    assert EverydayWord.objects.count() == len(list(default_everyday_words())) >= 150
    changed = EverydayWord.objects.get(words__startswith="Knast")
    changed.words, changed.terms = "Kittchen", "Haft"
    changed.save()
    EverydayWord.objects.filter(words__startswith="Stütze").delete()
    DeliveredWord.objects.filter(key="pleite").delete()  # as if it came with a later version
    EverydayWord.objects.filter(words__startswith="pleite").delete()
    before = EverydayWord.objects.count()
    call_command("setup", verbosity=0)
    call_command("setup", verbosity=0)
    assert EverydayWord.objects.count() == before + 1
    assert EverydayWord.objects.filter(words__startswith="pleite").exists()
    assert not EverydayWord.objects.filter(words__startswith="Stütze").exists()
    assert not EverydayWord.objects.filter(words__startswith="Knast").exists()


def test_a_word_that_editors_have_is_not_overwritten() -> None:
    DeliveredWord.objects.filter(key="pleite").delete()
    EverydayWord.objects.filter(words__startswith="pleite").delete()
    everyday("Pleite", "Insolvenz")
    call_command("setup", verbosity=0)
    assert [one.terms for one in EverydayWord.objects.filter(words__icontains="pleite")] == ["Insolvenz"]


def test_every_shipped_word_is_valid_and_unique() -> None:
    known: Counter[str] = Counter()
    for one in default_everyday_words():
        one.full_clean()
        known.update(map(fold, one.typed))
    assert [word for word, count in known.items() if count > 1] == []


@pytest.mark.parametrize(
    ("words", "terms", "field", "message"),
    [
        (" , ", "Haft", "words", "mindestens ein Wort"),
        ("Knast", ";;", "terms", "mindestens ein Wort"),
        ("Knast, knast", "Haft", "words", "steht zweimal da"),
        ("Knast", "und der", "terms", "kommt in jedem Text vor"),
        ("Haft, Knast", "HAFT", "terms", "steht schon in der ersten Liste"),
    ],
)
def test_a_useless_everyday_word_is_refused_at_its_field(words, terms, field, message) -> None:
    with pytest.raises(ValidationError) as caught:
        EverydayWord(words=words, terms=terms).full_clean()
    assert message in " ".join(caught.value.message_dict[field])


def test_names_of_a_glossary_entry_are_synonyms_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(ttl_cache.time, "monotonic", lambda: now[0])
    load_lexicon()
    entry = GlossaryEntry.objects.get(term="Arbeitsgelegenheit")
    entry.aliases = "AGH, Zusatzjob"
    entry.save()
    now[0] += lexicon.CACHE_SECONDS
    (known,) = [one for one in load_lexicon().explained if one.names[0] == "Arbeitsgelegenheit"]
    assert known == SynonymEntry(("Arbeitsgelegenheit", "AGH", "Zusatzjob"), entry.short)


def test_an_abbreviation_of_the_glossary_finds_what_the_texts_write_out(index, titles) -> None:
    assert "Arbeitsgelegenheit" in titles("AGH")
    reports = {title for title in titles("AGH") if "Heckenschere" in title}
    assert reports, "the report on a job scheme writes the word out"


def test_no_expression_is_in_two_default_groups() -> None:
    counts = Counter(fold(one) for made in SynonymGroup.objects.all() for one in made.expressions)
    assert [one for one, count in counts.items() if count > 1] == []


def test_plans_that_are_different_things_are_no_synonyms() -> None:
    plans = {"hilfeplan", "gesamtplan", "teilhabeplan"}
    for made in SynonymGroup.objects.all():
        assert len(plans & {fold(one) for one in made.expressions}) <= 1


def words_of_the_demo() -> Counter[str]:
    """A corpus: all words on the pages of the demo."""
    words: Counter[str] = Counter()
    for page in PortalPage.objects.live().specific():
        body = page.body.get_prep_value() if hasattr(page, "body") else ""
        words.update(fold(re.sub(r"<[^>]+>", " ", f"{page.title} {body}")).split())
    return words


NEVER_CUT = "Beratung Verwaltung Betreuung Vertrag Antrag Beitrag Monat Heimat Format"
WHOLE_WORDS = """
Beratung Verwaltung Betreuung Vertrag Antrag Beitrag Monat Heimat Format Gesamt Verrat Apparat Beamte Sorte Antwort Transport
Haushalt Gehalt Inhalt Gewalt Unterhalt Aufenthalt Verhalten Notar Notiz Note Notizen Etage Tagung Vorrat Heirat Quadrat
Sekretariat Referat Gefahr Erfahrung Leitung Begleitung Vergleich Geheimnis heimlich allein Kindheit Baum Bauer Hoffnung Jobs
Ortung Wohnung Wohnungen Lernen Lehrer Fahrer Meldung Strafe Förderung Vertreter Stadt Werkstatt Gutachten
"""


@pytest.mark.parametrize("corpus", [Counter, words_of_the_demo], ids=["no corpus", "the demo's pages"])
def test_the_default_parts_split_compounds_and_no_other_words(corpus) -> None:
    found = load_lexicon()
    words = corpus()
    assert corpus is Counter or len(words) > 2_000
    splitter, without = Splitter(words, found.listed, found.splits), Splitter(words)
    cut = {word for word in map(fold, WHOLE_WORDS.split()) if splitter.parts(word) and not without.parts(word)}
    assert cut == set()
    assert not any(splitter.parts(fold(word)) for word in NEVER_CUT.split())
    assert splitter.parts("jugendamt") in ((), ("jugend", "amt"))
    assert splitter.parts("wohnbeirat") == ("wohn", "beirat")
    assert splitter.parts("hilfeplangespraech") == ("hilfe", "plan", "gespraech")
    assert splitter.parts("heimtraeger") == ("heim", "traeger")


def test_with_a_corpus_of_the_field_short_parts_are_found() -> None:
    found = load_lexicon()
    corpus = Counter(
        {"jugend": 20, "gericht": 9, "wohnung": 30, "kosten": 30, "haus": 9, "kreis": 12, "lage": 9, "stadt": 30}
    )
    with_list, without = Splitter(corpus, found.listed, found.splits), Splitter(corpus)
    expected = {
        "jugendamt": ("jugend", "amt"),
        "amtsgericht": ("amt", "gericht"),
        "wohnungsnot": ("wohnung", "not"),
        "notlage": ("not", "lage"),
        "heizkosten": ("heiz", "kosten"),
        "stadtrat": ("stadt", "rat"),
        "kreistag": ("kreis", "tag"),
    }
    assert {word: with_list.parts(word) for word in expected} == expected
    assert {word for word in expected if without.parts(word)} == set()


def test_only_those_who_maintain_the_search_see_its_lists(person) -> None:
    for keeper in (person(EDITOR), person(OFFICE), person(superuser=True)):
        assert SynonymGroup.objects.visible_to(keeper).exists()
        assert CompoundWord.objects.visible_to(keeper).exists()
    for other in (person(), person(MEMBER)):
        assert not SynonymGroup.objects.visible_to(other).exists()
        assert not CompoundWord.objects.visible_to(other).exists()
