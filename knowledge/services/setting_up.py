"""Sets up a new installation: the library in the page tree, and the first vocabularies."""

import tomllib
from pathlib import Path

from django.db import transaction

from knowledge.models import LibraryPage, Term
from netzwerk.portal.models import StartPage
from netzwerk.surfaces.locks import lock_setup

FIRST_TERMS = Path(__file__).parent.parent / "first_terms.toml"
LEAD = (
    "Praxisberichte aus Kommunen, Kreisen und Verbänden: was gelang, was es kostete, woran es hakte. Zum Nachmachen, zum "
    "Fragen und zum Weiterdenken."
)


@transaction.atomic
def ensure_library() -> None:
    """Does not change an existing library or vocabulary."""
    lock_setup()
    if not LibraryPage.objects.exists():
        start = StartPage.objects.get()
        page = start.add_child(
            instance=LibraryPage(title="Praxiswissen", slug="praxiswissen", lead=LEAD, menu_section="practice")
        )
        page.live_revision = page.save_revision()
        page.save(update_fields=["live_revision"])
    if not Term.objects.exists():
        for vocabulary, terms in tomllib.loads(FIRST_TERMS.read_text(encoding="utf-8")).items():
            _add(vocabulary, terms, None)


def _add(vocabulary: str, terms: list[dict], parent: Term | None) -> None:
    for position, one in enumerate(terms):
        term = Term.objects.create(
            vocabulary=vocabulary, parent=parent, name=one["name"], slug=one["slug"], position=position
        )
        _add(vocabulary, one.get("narrower", []), term)
