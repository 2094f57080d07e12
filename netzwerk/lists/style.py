"""The components of lists on the style page, with invented data."""

from datetime import date

from django.core.paginator import Paginator

from netzwerk.lists.bulk import BulkAction, BulkChoice
from netzwerk.lists.chips import Chip
from netzwerk.lists.dates import DateEntry, Tag
from netzwerk.lists.figures import Figure
from netzwerk.lists.filters import FilterLink
from netzwerk.lists.headings import Heading
from netzwerk.lists.timeline import TimelineEntry
from netzwerk.surfaces.registry import StyleExample


def _chips() -> dict:
    return {
        "topics": [Chip("Alle", "#chips", is_current=True), Chip("Wohnen", "#chips"), Chip("Arbeit", "#chips")],
        "filters": [FilterLink("Wohnen", "#chips"), FilterLink("Hilfeplanung", "#chips")],
    }


def _orders() -> dict:
    return {"orders": [("Relevanz", "#sortierung", True), ("neueste zuerst", "#sortierung", False)]}


def _pages() -> dict:
    return {"page_obj": Paginator(range(57), 10).get_page(3)}


def _table() -> dict:
    actions = {
        "senden": BulkAction("Erneut einladen", "Jede Person bekommt eine neue E-Mail."),
        "zurueckziehen": BulkAction("Zurückziehen", "Die Links in den E-Mails gelten dann nicht mehr."),
    }
    return {
        "bulk": BulkChoice("#tabelle", actions),
        "headings": [Heading("Auswählen", is_hidden=True), "Name", "Rolle", Heading("Termine", is_numeric=True)],
        "rows": [
            (1, "Deniz Aksoy", "Koordination", 12),
            (2, "Nilgün Berger", "Mitglied", 3),
            (3, "Mara Lindner", "Koordination", 104),
        ],
    }


def _figures() -> dict:
    return {
        "numbers": [Figure("23", "Berichte"), Figure("14", "Organisationen"), Figure("8", "Pilotstandorte")],
        "tiles": [
            Figure(
                *(4, "Anträge auf Mitgliedschaft", "#kennzahlen"),
                notes=["am längsten seit 9 Tagen", "eine Rückfrage ist offen"],
            ),
            Figure("7,5 Monate", "Dauer (Median)", notes=["im Vorjahr 8,1"]),
            Figure(0, "Rollen, die bald enden", "#kennzahlen", ["keine in den nächsten 30 Tagen"], is_calm=True),
        ],
    }


def _dates() -> dict:
    return {
        "dates": [
            DateEntry(
                *(date(2026, 12, 3), "Hilfepläne, die Menschen verstehen", "#daten"),
                "9:30 bis 16:00\N{NO-BREAK SPACE}Uhr · Haus am Markt · Workshop, 6\N{NO-BREAK SPACE}UE",
                [Tag("noch 4\N{NO-BREAK SPACE}Plätze", "good"), Tag("Lindenbrück")],
            ),
            DateEntry(
                *(date(2026, 12, 9), "Arbeitskreis Controlling", "#daten"),
                "10:00 bis 12:30\N{NO-BREAK SPACE}Uhr · Arbeitskreis, für Mitglieder",
                [Tag("Warteliste"), Tag("online")],
            ),
            DateEntry(
                *(date(2027, 1, 20), "Sozialdaten am Telefon: was darf ich sagen?", "#daten"),
                "13:00 bis 15:00\N{NO-BREAK SPACE}Uhr · Workshop, 2\N{NO-BREAK SPACE}UE",
                [Tag("fällt aus", "late"), Tag("online")],
                is_cancelled=True,
            ),
        ]
    }


def _timeline() -> dict:
    return {
        "entries": [
            TimelineEntry(date(2026, 11, 20), "Gespräch", "Raten pünktlich, Antrag auf Bildungspaket gestellt."),
            TimelineEntry(date(2026, 11, 12), "Vermittlung", "Angekommen bei: Tagestreff am Markt."),
            TimelineEntry(date(2026, 9, 4), "Hilfeplan", "Fassung 2 vereinbart und unterschrieben."),
        ]
    }


def _links() -> dict:
    return {"links": [FilterLink("„Thema“", "#nichts", 12), FilterLink("„Region“", "#nichts", 1)]}


EXAMPLES = (
    StyleExample("chips", 41, "Chips", "lists/style/chips.html", _chips),
    StyleExample("sortierung", 42, "Sortierung", "lists/style/sorting.html", _orders),
    StyleExample("tabelle", 43, "Tabelle und Auswahl mehrerer Zeilen", "lists/style/table.html", _table),
    StyleExample("blaettern", 44, "Blättern", "lists/style/pagination.html", _pages),
    StyleExample("kennzahlen", 45, "Kennzahlen", "lists/style/figures.html", _figures),
    StyleExample("daten", 46, "Termine", "lists/style/dates.html", _dates),
    StyleExample("verlauf", 47, "Verlauf", "lists/style/timeline.html", _timeline),
    StyleExample("nichts", 48, "Leerer Zustand", "lists/style/empty.html", _links),
)
