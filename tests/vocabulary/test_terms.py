"""Vocabularies as trees; reports and links follow terms that are renamed or merged."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex

from knowledge.models import LibraryPage, PracticeReport
from knowledge.report_view import ReportView, chosen_terms
from knowledge.search_kinds import PracticeReports
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.roles import MEMBER, OFFICE
from netzwerk.search import tasks
from netzwerk.search.models import IndexChange
from netzwerk.search.services import searching
from netzwerk.search.services.marking import mark
from netzwerk.vocabulary import services as terms
from netzwerk.vocabulary.errors import VocabularyError
from netzwerk.vocabulary.models import FormerTerm, Term, Tree
from netzwerk.vocabulary.services import merge_term, save_term
from tests.factories.pages import release
from tests.factories.reports import practice_report
from tests.factories.terms import term

WORD = "Zwirbelquastenmolch"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def office(person):
    return person(OFFICE)


def found_under(*slugs: str) -> set[str]:
    chosen = {"art": ("praxis",), ReportVocabulary.TOPIC.value: slugs}
    answer = searching.search(AnonymousUser(), WORD, chosen=chosen, counted=())
    assert not answer.is_fallback
    return {"".join(piece.text for piece in one.title) for one in answer.results}


def test_a_report_with_a_narrower_term_is_found_by_the_broader_one() -> None:
    broad = term("Obst")
    narrow = term("Steinobst", parent=broad)
    report = practice_report(title=WORD, terms={ReportVocabulary.TOPIC: [narrow]})
    other = term("Gemüse")
    tasks.drain()
    assert found_under(broad.slug) == found_under(narrow.slug) == {report.title}
    assert found_under(other.slug) == set()


def test_terms_of_a_report_are_in_the_order_of_the_vocabulary() -> None:
    """Like facets and export, independent of the collation of the database."""
    fruit, office = term("Zwetschgen"), term("Ämter")
    stone = term("Östliche Lage", parent=fruit)
    chosen = [term("Überfluss", parent=stone), office, fruit, term("Apfel", parent=stone), term("Zelle"), stone]
    report = practice_report(terms={ReportVocabulary.TOPIC: chosen})
    present = PracticeReport.objects.get(pk=report.pk)
    tree = Tree.load()
    in_order = [one for _level, one in tree.in_order(ReportVocabulary.TOPIC) if one in chosen]
    report_view = ReportView(present, AnonymousUser())
    assert (
        report_view.chosen[ReportVocabulary.TOPIC]
        == in_order
        == chosen_terms([report.pk], tree)[report.pk][ReportVocabulary.TOPIC]
    )
    names = dict(report_view.terms)[ReportVocabulary.TOPIC.label]
    assert [one.name.rpartition(" › ")[2] for one in names] == [one.name for one in in_order]
    assert "Zwetschgen › Östliche Lage › Überfluss" in [one.name for one in names]


def test_reports_of_a_moved_term_are_reindexed(office) -> None:
    broad, narrow = term("Obst"), term("Steinobst")
    practice_report(title=WORD, terms={ReportVocabulary.TOPIC: [narrow]})
    tasks.drain()
    assert found_under(broad.slug) == set()
    narrow.parent = broad
    save_term(narrow, actor=office)
    tasks.drain()
    assert found_under(broad.slug) == {WORD}


def test_renaming_a_large_term_does_not_switch_to_the_fallback(office) -> None:
    """Renaming a term changes no audience, so the index stays in use; changes of an audience apply at once."""
    large = term("Obst", slug="obst")
    first, second = (
        practice_report(title=f"{WORD} {n}", terms={ReportVocabulary.TOPIC: [large]}) for n in ("eins", "zwei")
    )
    tasks.drain()
    large.name, large.slug = "Früchte", "fruechte"
    save_term(large, actor=office)
    other = term("Gemüse")
    merge_term(other, into=large, actor=office)
    assert IndexChange.objects.pending().count() == 4
    assert not IndexChange.objects.changing_audience().exists()
    mark(PracticeReports(), range(10**9, 10**9 + 1_500), changes_audience=False)  # as if it had many reports
    assert found_under("obst") == {first.title, second.title}
    second.unpublish()
    assert found_under("obst") == {first.title}
    question = searching.search(AnonymousUser(), WORD, chosen={}).question
    assert searching.count(AnonymousUser(), question, {"art": ("praxis",)}) == 1
    mark(PracticeReports(), [second.pk], changes_audience=False)
    assert searching.count(AnonymousUser(), question, {"art": ("praxis",)}) == 1, (
        "a later change without effect on the audience does not show it again"
    )
    tasks.drain()
    assert (found_under("obst"), found_under("fruechte")) == (set(), {first.title})


def test_links_to_a_renamed_term_redirect(office) -> None:
    old = term("Obst", slug="obst-alt")
    old.slug = "obst-neu"
    save_term(old, actor=office)
    answer = Client().get(LibraryPage.objects.get().url, {"themenfeld": "obst-alt", "q": WORD})
    assert answer.status_code == 302
    assert "themenfeld=obst-neu" in answer.url
    assert f"q={WORD}" in answer.url


def test_a_reused_slug_is_not_a_former_one(office) -> None:
    one = term("Obst", slug="obst-alt")
    one.slug = "obst-neu"
    save_term(one, actor=office)
    one.slug = "obst-alt"
    save_term(one, actor=office)
    assert dict(FormerTerm.objects.values_list("slug", "term__slug")) == {"obst-neu": "obst-alt"}


def test_merged_terms_share_reports_narrower_terms_and_links(office) -> None:
    gone, stays = term("Pflaumen", slug="pflaumen"), term("Zwetschgen", slug="zwetschgen")
    narrow = term("Mirabellen", parent=gone)
    practice_report(title=f"{WORD} eins", terms={ReportVocabulary.TOPIC: [gone]})
    practice_report(title=f"{WORD} zwei", terms={ReportVocabulary.TOPIC: [gone, stays]})
    practice_report(title=f"{WORD} drei", terms={ReportVocabulary.TOPIC: [narrow]})
    assert merge_term(gone, into=stays, actor=office) == 2
    tasks.drain()
    assert found_under("zwetschgen") == {f"{WORD} eins", f"{WORD} zwei", f"{WORD} drei"}
    assert (
        Client().get(LibraryPage.objects.get().url, {"themenfeld": "pflaumen"}).url.endswith("themenfeld=zwetschgen")
    )
    assert not Term.objects.filter(slug="pflaumen").exists()


def test_a_term_is_not_merged_into_itself_a_narrower_one_or_another_list(office) -> None:
    broad = term("Obst")
    narrow = term("Steinobst", parent=broad)
    phase = term("Ernte", vocabulary=ReportVocabulary.PHASE)
    for into in (broad, narrow, phase):
        with pytest.raises(VocabularyError):
            merge_term(broad, into=into, actor=office)


def test_changing_terms_needs_permission(person) -> None:
    one, other = term("Obst"), term("Gemüse")
    with pytest.raises(PermissionDenied):
        save_term(one, actor=person(MEMBER))
    with pytest.raises(PermissionDenied):
        merge_term(one, into=other, actor=AnonymousUser())


def test_terms_cannot_be_below_themselves_too_deep_or_in_another_vocabulary() -> None:
    top = term("Obst")
    middle = term("Steinobst", parent=top)
    lowest = term("Pflaume", parent=middle)
    top.parent = lowest
    for wrong in (
        top,
        Term(vocabulary=ReportVocabulary.TOPIC, name="Hauspflaume", slug="hauspflaume", parent=lowest),
        Term(vocabulary=ReportVocabulary.PHASE, name="Reife", slug="reife", parent=middle),
    ):
        with pytest.raises(ValidationError):
            wrong.full_clean()


def test_moves_and_merges_count_the_levels_of_narrower_terms(office) -> None:
    top, broad = term("Obst"), term("Gartenbau")
    middle = term("Steinobst", parent=top)
    low = term("Pflaume", parent=middle)
    top.parent = broad
    with pytest.raises(ValidationError, match="drei Ebenen"):
        save_term(top, actor=office)
    deep = term("Nussbäume", parent=broad)
    with pytest.raises(VocabularyError, match="drei Ebenen"):
        merge_term(top, into=deep, actor=office)
    assert merge_term(middle, into=deep, actor=office) == 0
    low.refresh_from_db()
    assert low.parent == deep


def test_a_term_stays_in_its_vocabulary(office, login) -> None:
    one = term("Obst")
    one.vocabulary = ReportVocabulary.PHASE
    with pytest.raises(ValidationError, match="bleibt in seiner Wortliste"):
        save_term(one, actor=office)
    edit = reverse("wagtailsnippets_vocabulary_term:edit", args=[one.pk])
    data = {"vocabulary": ReportVocabulary.PHASE, "parent": "", "name": "Obst", "slug": one.slug, "position": "3"}
    assert login(office).post(edit, data).status_code == 302
    one.refresh_from_db()
    assert (one.vocabulary, one.position) == (ReportVocabulary.TOPIC, 3)


def test_the_reference_index_is_updated_by_a_merge(office) -> None:
    gone, stays = term("Pflaumen"), term("Zwetschgen")
    narrow = Term(vocabulary=ReportVocabulary.TOPIC, name="Mirabellen", parent=gone)
    save_term(narrow, actor=office)
    assert references_to(gone) == [narrow]
    merge_term(gone, into=stays, actor=office)
    assert references_to(stays) == [narrow]


def references_to(one: Term) -> list:
    return [source for source, _references in ReferenceIndex.get_references_to(one).group_by_source_object()]


def test_a_form_keeps_its_input_when_a_concurrent_change_invalidates_it(office, login, monkeypatch) -> None:
    """Another user merges the parent between validation and saving."""
    broad, other, one = term("Obst"), term("Gartenbau"), term("Steinobst")
    client, real = login(office), terms.save_term

    def after_somebody_else(saved: Term, *, actor) -> Term:
        merge_term(broad, into=other, actor=office)
        return real(saved, actor=actor)

    monkeypatch.setattr(terms, "save_term", after_somebody_else)
    data = {"parent": broad.pk, "name": "Kernobst und Beeren", "slug": one.slug, "position": "3"}
    answer = client.post(reverse("wagtailsnippets_vocabulary_term:edit", args=[one.pk]), data)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "Kernobst und Beeren" in html
    assert answer.context["form"].errors["parent"]
    one.refresh_from_db()
    assert one.name == "Steinobst"


def test_a_deleted_term_cannot_be_saved(office) -> None:
    gone, stays = term("Pflaumen"), term("Zwetschgen")
    stale = Term.objects.get(pk=gone.pk)
    merge_term(gone, into=stays, actor=office)
    with pytest.raises(VocabularyError, match="gibt es nicht mehr"):
        save_term(stale, actor=office)


def test_a_report_tagged_during_a_merge_aborts_the_merge(office, monkeypatch) -> None:
    """A report gets the term after its reports were moved, before it is deleted."""
    gone, stays = term("Pflaumen"), term("Zwetschgen")
    pk, report, real = gone.pk, practice_report(title=WORD), Term.delete

    def delete(one: Term):
        PracticeReport.topics.through.objects.create(practicereport=report, term=gone)
        return real(one)

    monkeypatch.setattr(Term, "delete", delete)
    with pytest.raises(VocabularyError, match="noch einmal"):
        merge_term(gone, into=stays, actor=office)
    assert Term.objects.filter(pk=pk).exists()


def test_the_tree_is_read_in_one_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        tree = Tree.load()
        names = [(level, one.slug) for level, one in tree.in_order(ReportVocabulary.TOPIC)]
    assert names.index((0, "wohnen")) + 1 == names.index((1, "wohnungsverlust"))
    assert [one.slug for one in tree.path(next(t for t in tree.by_pk.values() if t.slug == "sucht"))] == [
        "gesundheit",
        "sucht",
    ]


def test_a_draft_with_a_merged_term_gets_the_new_one(office, person) -> None:
    gone, stays = term("Pflaumen"), term("Zwetschgen")
    report = practice_report(title=WORD, author=office, terms={ReportVocabulary.TOPIC: [gone]})
    merge_term(gone, into=stays, actor=office)
    draft = report.get_latest_revision_as_object()
    assert [one.slug for one in draft.topics.all()] == [stays.slug]
    release(draft, author=office, second=person(OFFICE))
    assert [one.slug for one in PracticeReport.objects.get(pk=report.pk).topics.all()] == [stays.slug]


def test_the_refusal_quotes_the_term(office, login) -> None:
    one = term("unter 100 Einwohner:innen", vocabulary=ReportVocabulary.SIZE)
    term("darunter", parent=one, vocabulary=ReportVocabulary.SIZE)
    address = reverse("wagtailsnippets_vocabulary_term:delete", args=[one.pk])
    answer = login(office).post(address, follow=True).content.decode()
    assert "„unter 100 Einwohner:innen“" in answer
    assert "Unter unter" not in answer


def test_a_term_in_use_is_not_deleted(office, login) -> None:
    used, free = term("Pflaumen"), term("Zwetschgen")
    practice_report(terms={ReportVocabulary.TOPIC: [used]})
    client = login(office)
    for one in (used, free):
        client.post(reverse("wagtailsnippets_vocabulary_term:delete", args=[one.pk]))
    assert set(Term.objects.filter(pk__in=[used.pk, free.pk])) == {used}


def test_a_null_byte_in_a_facet_is_ignored() -> None:
    assert Client().get(LibraryPage.objects.get().url, {"themenfeld": "\x00"}).status_code == 200
