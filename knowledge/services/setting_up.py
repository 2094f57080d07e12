"""Sets up a new installation: the library in the page tree."""

from django.db import transaction

from knowledge.models import LibraryPage
from netzwerk.portal.models import StartPage
from netzwerk.surfaces.locks import lock_setup

LEAD = (
    "Praxisberichte aus Kommunen, Kreisen und Verbänden: was gelang, was es kostete, woran es hakte. Zum Nachmachen, zum "
    "Fragen und zum Weiterdenken."
)


@transaction.atomic
def ensure_library() -> None:
    """Does not change an existing library."""
    lock_setup()
    if not LibraryPage.objects.exists():
        start = StartPage.objects.get()
        page = start.add_child(
            instance=LibraryPage(title="Praxiswissen", slug="praxiswissen", lead=LEAD, menu_section="practice")
        )
        page.live_revision = page.save_revision()
        page.save(update_fields=["live_revision"])
