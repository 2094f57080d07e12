"""Several people move, merge and add terms at the same moment: no report loses its term, no tree loops or grows too deep."""

import collections
import random
import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page

from knowledge.errors import LibraryError
from knowledge.models import FormerTerm, LibraryPage, PracticeReport, Term, Tree, Vocabulary
from knowledge.models.terms import DEEPEST
from knowledge.services import terms
from knowledge.services.terms import merge_term, save_term
from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR
from tests.conftest import rounds
from tests.factories.people import PersonFactory
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_263
PEOPLE = 3


def library_with(reports: int) -> list[PracticeReport]:
    """Without the demo content, which tests with real transactions clear away."""
    Locale.objects.get_or_create(language_code="de")
    root = Page.objects.filter(depth=1).first() or Page.add_root(instance=Page(title="Root", slug="root"))
    library = root.add_child(instance=LibraryPage(title="Bibliothek", slug="bibliothek"))
    return [
        library.add_child(instance=PracticeReport(title=f"Bericht {one}", slug=f"bericht-{one}"))
        for one in range(reports)
    ]


def plant(chance: random.Random) -> list[Term]:
    """A few terms, some below others."""
    Term.objects.all().update(parent=None)
    Term.objects.all().delete()
    made: list[Term] = []
    for number in range(6):
        fitting = [one for one in made if one.parent is None]
        parent = chance.choice([None, *fitting])
        made.append(
            Term.objects.create(vocabulary=Vocabulary.TOPIC, name=f"T{number}", slug=f"t{number}", parent=parent)
        )
    return made


def move(pk: int, below: int, actor: User) -> None:
    term = Term.objects.get(pk=pk)
    term.parent_id = below
    save_term(term, actor=actor)


def merge(pk: int, into: int, actor: User) -> None:
    merge_term(Term.objects.get(pk=pk), into=Term.objects.get(pk=into), actor=actor)


def add(name: str, below: int, actor: User) -> None:
    save_term(Term(vocabulary=Vocabulary.TOPIC, name=name, parent_id=below), actor=actor)


def drawn(chance: random.Random, planted: list[Term], actor: User) -> Callable[[], None]:
    one, other = (term.pk for term in chance.sample(planted, 2))
    what = chance.choice((move, move, merge, merge, add))
    first = f"Neu {chance.random()}" if what is add else one
    return lambda: what(first, other, actor)


def race(acts: list[Callable[[], None]], said: collections.Counter[str]) -> None:
    """Each is done, or refused for a reason that people are told."""
    raised = at_once(*acts)
    assert [one for one in raised if not isinstance(one, LibraryError | ValidationError | Term.DoesNotExist)] == []
    said.update(done=len(acts) - len(raised), refused=len(raised))


def assert_sound(put: dict[int, int]) -> None:
    """`put`: under which term each report stood before."""
    tree, merged = Tree.load(), FormerTerm.objects.merged()
    for one in tree.by_pk.values():
        path = tree.path(one)
        assert path[0].parent_id is None, "a loop, or below a term that is gone"
        assert len(path) <= DEEPEST
    for report_pk, term_pk in put.items():
        stands = list(PracticeReport.objects.get(pk=report_pk).topics.values_list("pk", flat=True))
        assert stands == [merged.get(term_pk, term_pk)]


def test_moves_and_merges_at_the_same_moment_leave_a_sound_tree() -> None:
    chance = random.Random(SEED)  # noqa: S311  which acts meet, not a secret
    reports = library_with(6)
    actor = PersonFactory.with_role(EDITOR)
    said: collections.Counter[str] = collections.Counter()
    for _round in range(rounds(10)):
        planted = plant(chance)
        for report, term in zip(reports, planted, strict=True):
            PracticeReport.topics.through.objects.create(practicereport=report, term=term)
        put = {report.pk: term.pk for report, term in zip(reports, planted, strict=True)}
        race([drawn(chance, planted, actor) for _person in range(PEOPLE)], said)
        assert_sound(put)
    print(f"\nterms: {sum(said.values())} acts, seed {SEED}: {dict(said)}")
    assert said["done"] > said["refused"]


@pytest.mark.postgres
def test_without_the_lock_two_moves_would_make_a_loop(monkeypatch) -> None:
    """The control: each is put below the other, and both look before either has written."""
    library_with(0)
    actor = PersonFactory.with_role(EDITOR)
    one, other = plant(random.Random(1))[:2]  # noqa: S311  any tree
    Term.objects.update(parent=None)
    both_have_looked, check = threading.Barrier(2), Term.full_clean

    def look_and_wait(term: Term) -> None:
        check(term)
        both_have_looked.wait(10)

    monkeypatch.setattr(terms, "lock_vocabularies", lambda: {term.pk: term for term in Term.objects.all()})
    monkeypatch.setattr(Term, "full_clean", look_and_wait)
    race([lambda: move(one.pk, other.pk, actor), lambda: move(other.pk, one.pk, actor)], collections.Counter())
    with pytest.raises(AssertionError, match="loop"):
        assert_sound({})
