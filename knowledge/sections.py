"""The ten questions that every practice report answers, in this order (DOMAIN.md 7)."""

from typing import NamedTuple


class Section(NamedTuple):
    field: str  # of PracticeReport
    key: str  # anchor on the page
    title: str
    help: str


SECTIONS = (
    Section("situation", "ausgangslage", "Ausgangslage", "Was war der Anlass? Wie war es vorher?"),
    Section("aims", "ziele", "Ziele", "Was sollte anders werden, und woran wollten Sie es erkennen?"),
    Section(
        "target_group",
        "zielgruppe",
        "Zielgruppe",
        "Für wen ist es gedacht, wie viele sind das, wen erreicht es nicht?",
    ),
    Section("approach", "vorgehen", "Vorgehen", "Was haben Sie getan, in welcher Reihenfolge?"),
    Section(
        "partners", "kooperationspartner", "Kooperationspartner", "Wer war beteiligt, womit, auf welcher Grundlage?"
    ),
    Section("resources", "ressourcen-und-kosten", "Ressourcen und Kosten", "Personal, Sachmittel, Zeit, Geldgeber."),
    Section("results", "ergebnisse", "Ergebnisse", "Was hat sich verändert? Zahlen mit Zeitraum und Quelle."),
    Section("pitfalls", "stolpersteine", "Stolpersteine", "Was ging schief, was würden Sie anders machen?"),
    Section("transfer", "uebertragbarkeit", "Übertragbarkeit", "Was braucht es anderswo, was lässt sich weglassen?"),
    Section("contact", "kontakt", "Kontakt", "Wen kann man fragen?"),
)
FIELDS = tuple(section.field for section in SECTIONS)
