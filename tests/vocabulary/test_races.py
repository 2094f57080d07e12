"""Concurrent moves, merges and additions of terms: no report loses its term, no tree has a loop or too many levels."""

import collections
import random
import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page

from knowledge.models import LibraryPage, PracticeReport
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.models import User
from netzwerk.surfaces import registry
from netzwerk.vocabulary import services as terms
from netzwerk.vocabulary.errors import VocabularyError
from netzwerk.vocabulary.models import DEEPEST, FormerTerm, Term, Tree
from netzwerk.vocabulary.services import merge_term, save_term
from netzwerk.vocabulary.setting_up import ensure_terms
from tests.conftest import rounds
from tests.factories.people import PersonFactory
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_263
FIRST_TOPICS = registry.vocabularies.get(registry.TOPICS).first_terms
PEOPLE = 3


def library_with(reports: int) -> list[PracticeReport]:
    """A library with reports; tests with real transactions have no demo content."""
    Locale.objects.get_or_create(language_code="de")
    root = Page.objects.filter(depth=1).first() or Page.add_root(instance=Page(title="Root", slug="root"))
    library = root.add_child(instance=LibraryPage(title="Bibliothek", slug="bibliothek"))
    return [
        library.add_child(instance=PracticeReport(title=f"Bericht {one}", slug=f"bericht-{one}"))
        for one in range(reports)
    ]


def create_terms(chance: random.Random) -> list[Term]:
    """A few new terms, some below others."""
    Term.objects.all().update(parent=None)
    Term.objects.all().delete()
    made: list[Term] = []
    for number in range(6):
        fitting = [one for one in made if one.parent is None]
        parent = chance.choice([None, *fitting])
        made.append(
            Term.objects.create(vocabulary=ReportVocabulary.TOPIC, name=f"T{number}", slug=f"t{number}", parent=parent)
        )
    return made


def move(pk: int, below: int, actor: User) -> None:
    term = Term.objects.get(pk=pk)
    term.parent_id = below
    save_term(term, actor=actor)


def merge(pk: int, into: int, actor: User) -> None:
    merge_term(Term.objects.get(pk=pk), into=Term.objects.get(pk=into), actor=actor)


def add(name: str, below: int, actor: User) -> None:
    save_term(Term(vocabulary=ReportVocabulary.TOPIC, name=name, parent_id=below), actor=actor)


def random_action(chance: random.Random, new_terms: list[Term], actor: User) -> Callable[[], None]:
    one, other = (term.pk for term in chance.sample(new_terms, 2))
    what = chance.choice((move, move, merge, merge, add))
    first = f"Neu {chance.random()}" if what is add else one
    return lambda: what(first, other, actor)


def race(actions: list[Callable[[], None]], results: collections.Counter[str]) -> None:
    """Each action succeeds or raises a domain error."""
    raised = at_once(*actions)
    assert [one for one in raised if not isinstance(one, VocabularyError | ValidationError | Term.DoesNotExist)] == []
    results.update(done=len(actions) - len(raised), refused=len(raised))


def assert_valid(terms_before: dict[int, int]) -> None:
    """`terms_before`: the term of each report before the race."""
    tree, merged = Tree.load(), FormerTerm.objects.merged()
    for one in tree.by_pk.values():
        path = tree.path(one)
        assert path[0].parent_id is None, "a loop, or a deleted parent"
        assert len(path) <= DEEPEST
    for report_pk, term_pk in terms_before.items():
        present = list(PracticeReport.objects.get(pk=report_pk).topics.values_list("pk", flat=True))
        assert present == [merged.get(term_pk, term_pk)]


def test_concurrent_moves_and_merges_leave_a_valid_tree() -> None:
    chance = random.Random(SEED)  # noqa: S311  choice of actions, not a secret
    reports = library_with(6)
    actor = PersonFactory.create(is_superuser=True)
    results: collections.Counter[str] = collections.Counter()
    for _round in range(rounds(10)):
        new_terms = create_terms(chance)
        for report, term in zip(reports, new_terms, strict=True):
            PracticeReport.topics.through.objects.create(practicereport=report, term=term)
        terms_before = {report.pk: term.pk for report, term in zip(reports, new_terms, strict=True)}
        race([random_action(chance, new_terms, actor) for _person in range(PEOPLE)], results)
        assert_valid(terms_before)
    print(f"\nterms: {sum(results.values())} actions, seed {SEED}: {dict(results)}")
    assert results["done"] > results["refused"]


@pytest.mark.postgres
def test_without_the_lock_two_moves_would_make_a_loop(monkeypatch) -> None:
    """Control: each term is moved below the other, and both are validated before either is saved."""
    library_with(0)
    actor = PersonFactory.create(is_superuser=True)
    one, other = create_terms(random.Random(1))[:2]  # noqa: S311  any tree
    Term.objects.update(parent=None)
    both_have_checked, check = threading.Barrier(2), Term.full_clean

    def check_and_wait(term: Term) -> None:
        check(term)
        both_have_checked.wait(10)

    monkeypatch.setattr(terms, "lock_vocabularies", lambda: {term.pk: term for term in Term.objects.all()})
    monkeypatch.setattr(Term, "full_clean", check_and_wait)
    race([lambda: move(one.pk, other.pk, actor), lambda: move(other.pk, one.pk, actor)], collections.Counter())
    with pytest.raises(AssertionError, match="loop"):
        assert_valid({})


def test_first_terms_are_created_once() -> None:
    Term.objects.update(parent=None)
    Term.objects.all().delete()
    assert at_once(*[ensure_terms] * PEOPLE) == []
    assert Term.objects.topics().count() == FIRST_TOPICS.read_text().count("slug = ")
