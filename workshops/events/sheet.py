"""The attendance sheet of a date as PDF: everybody with a seat on site, by name, without needs."""

from pathlib import Path

from netzwerk.calendar import words as date_words
from netzwerk.pdf import render
from netzwerk.seats.models import Format
from workshops.events.models import WorkshopDate
from workshops.events.services.check_in import guestbook

TEMPLATE = Path(__file__).parent / "pdf" / "attendance.typ"
EMPTY_LINES = 5


def sheet_of(row: WorkshopDate) -> bytes:
    """Raises PdfError."""
    lines = guestbook(row).lines
    on_site = [line for line in lines if line.booking.format.key == Format.Key.IN_PERSON]
    leaders = [one.full_name for one in row.workshop.leaders.select_related("person")]
    data = {
        "title": row.workshop.title,
        "when": date_words.when(row.date),
        "where": date_words.where(row.date),
        "leaders": ", ".join(leaders),
        "people": [[line.name, line.booking.from_where] for line in on_site or lines],
        "empty": EMPTY_LINES,
    }
    return render(TEMPLATE, data)
