"""Snapshots of practice reports, and pictures for them."""

import io
from typing import Any

from PIL import Image, ImageDraw

KEYS = {
    "ausgangslage": "Ausgangslage",
    "ziele": "Ziele",
    "zielgruppe": "Zielgruppe",
    "vorgehen": "Vorgehen",
    "kooperation": "Kooperationspartner",
    "ressourcen": "Ressourcen und Kosten",
    "ergebnisse": "Ergebnisse",
    "stolpersteine": "Stolpersteine",
    "uebertragbarkeit": "Übertragbarkeit",
    "kontakt": "Kontakt",
}
TEXT = (
    "Wer Hilfe zum Lebensunterhalt, eine Schuldnerberatung und einen Platz in der Kindertagesstätte brauchte, ging bis 2023 zu "
    "sechs Stellen in vier Gebäuden. Jede Stelle fragte nach denselben Angaben, und keine wusste, was die andere zusagte. "
    "Eine Befragung von 212 Haushalten zeigte, dass fast die Hälfte ihr Anliegen mehr als dreimal schildern musste; bei einem "
    "Fünftel blieb mindestens eine Leistung unbeantragt, auf die ein Anspruch bestand."
)


def paragraph(*texts: str) -> dict[str, Any]:
    return {"kind": "paragraph", "runs": [{"text": text} for text in texts]}


def items(*texts: str, ordered: bool = False) -> dict[str, Any]:
    """The number of leading spaces of a text is its level."""
    rows = [{"level": len(text) - len(text.lstrip()), "runs": [{"text": text.lstrip()}]} for text in texts]
    return {"kind": "list", "ordered": ordered, "items": rows}


def table(rows: int = 4, first: int = 2021) -> dict[str, Any]:
    years = [
        [str(first + row), f"{1200 + 137 * row:,}".replace(",", "."), f"{31 + row},4 %", "Quelle: Fachverfahren"]
        for row in range(rows)
    ]
    columns = ["Jahr", "Beratene Haushalte", "Anteil mit Hilfeplan", "Anmerkung"]
    caption = "Beratene Haushalte und Hilfepläne im Kreis Auenrode"
    return {
        "kind": "table",
        "caption": caption,
        "columns": columns,
        "numeric": [False, True, True, False],
        "rows": years,
    }


def report(**changes: Any) -> dict[str, Any]:
    """A typical report of about ten pages."""
    sections = [
        {"key": key, "title": title, "nodes": [paragraph(TEXT), paragraph(TEXT[:260]), paragraph(TEXT[100:])]}
        for key, title in KEYS.items()
    ]
    by_key = {section["key"]: section["nodes"] for section in sections}
    by_key["ziele"].insert(
        1, items("ein Mensch als fester Kontakt", "ein Hilfeplan", " mit Zielen", " mit Fristen", "kurze Wege")
    )
    by_key["vorgehen"] += [
        {"kind": "heading", "text": "Erster Schritt: alle an einen Tisch"},
        items("Auftrag des Kreistags", "Steuerungsgruppe", "Probelauf in zwei Gemeinden", ordered=True),
        {
            "kind": "image",
            "file": "bild-1.jpg",
            "alt": "Grundriss der neuen Anlaufstelle",
            "caption": "Die Anlaufstelle im Kreishaus",
            "credit": "Kreis Auenrode, Bauamt",
        },
        {"kind": "image", "file": "bild-2.webp", "alt": "", "caption": "", "credit": "Lea Blum"},
    ]
    by_key["kooperation"].append(
        {
            "kind": "quote",
            "text": "Zum ersten Mal wusste ich, wen ich anrufen kann. Und dass jemand weiß, worum es geht.",
            "person": "Besucherin der Anlaufstelle",
        }
    )
    by_key["ergebnisse"].append(table())
    by_key["kontakt"][0]["runs"] = [
        {"text": "Fragen beantwortet "},
        {"text": "Miriam Sander", "bold": True},
        {"text": ", "},
        {"text": "gern auch am Telefon", "italic": True},
        {"text": ". Mehr steht auf der "},
        {"text": "Seite der Anlaufstelle", "url": "https://auenrode.example/anlaufstelle?ort=Köln&x=1"},
        {"text": "."},
    ]
    usual = {
        "title": "Eine Tür statt sechs: wie Auenrode die Anlaufstelle umgebaut hat",
        "summary": "Der Kreis Auenrode hat sechs Stellen zu einer Anlaufstelle zusammengelegt. Wer kommt, hat einen festen "
        "Menschen als Kontakt und innerhalb von zwei Wochen einen Hilfeplan.",
        "permalink": "https://netzwerk-sozialagenturen.example/praxis/42/",
        "number": 42,
        "version": 3,
        "published": "3. März 2026",
        "published_iso": "2026-03-03",
        "changes": "Zahlen für 2025 ergänzt; der Abschnitt Kosten ist neu.",
        "facts": [
            ["Ort", "Kreis Auenrode"],
            ["Zeitraum", "Januar 2023 bis Dezember 2025"],
            ["Kosten", "etwa 180.000 Euro im Jahr"],
        ],
        "authors": ["Miriam Sander, Sozialdezernentin", "Jonas Weidner, Projektleitung"],
        "organisations": ["Kreis Auenrode"],
        "picture": {
            "file": "bild-0.png",
            "alt": "Der Eingang des Kreishauses mit einer offenen Tür",
            "caption": "",
            "credit": "Timo Faber",
        },
        "terms": [["Themenfeld", ["Wohnen", "Schulden"]], ["Zielgruppe", ["Familien", "Alleinerziehende"]]],
        "sections": sections,
        "criteria": [
            {
                "name": name,
                "question": "Ist klar, für wen das Vorgehen gedacht ist, und war diese Gruppe an der Planung beteiligt?",
                "author": 3,
                "author_reason": "Zwei Vertreterinnen der Elterninitiative saßen in der Steuerungsgruppe.",
                "reviewer": reviewer,
                "reviewer_reason": "Die Beteiligung begann erst nach dem Probelauf." if reviewer else "",
                "stage": "Die Zielgruppe ist beschrieben und an einzelnen Schritten beteiligt.",
            }
            for name, reviewer in (("Zielgruppenbezug", 2), ("Zusammenarbeit", 4), ("Nachhaltigkeit", None))
        ],
        "scales": [
            [
                "Evidenz",
                "Eigene Zahlen",
                "Gezählt wird seit 2021 nach derselben Vorschrift; eine Vergleichsgruppe gibt es nicht.",
            ],
            ["Aufwand", "Mittel", "Zwei Stellen und ein Umbau."],
        ],
        "files": [{"title": "Vorlage Hilfeplan", "kind": "ODT", "size": "12 kB", "members_only": True}],
        "references": [{"title": "Hilfeplan auf einer Seite", "url": "https://netz.example/praxis/bericht/7/"}],
        "citation": "Sander, Miriam; Weidner, Jonas (2026): Eine Tür statt sechs. Praxisbericht 42, Fassung 3.",
        "archived": False,
        "review_overdue": False,
    }
    return {**usual, **changes}


def emptiest() -> dict[str, Any]:
    empty = {key: type(value)() for key, value in report().items()}
    return {**empty, "title": "Ein Titel", "picture": None, "number": 1, "version": 1}


def picture(kind: str, size: tuple[int, int] = (1200, 700)) -> bytes:
    image = Image.new("RGB", size, "#dfe6f5")
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((width * 0.3, height * 0.35, width * 0.7, height), fill="#10218b")
    draw.polygon(
        [(width * 0.25, height * 0.38), (width * 0.5, height * 0.1), (width * 0.75, height * 0.38)], fill="#cc8c33"
    )
    draw.rectangle((width * 0.45, height * 0.6, width * 0.55, height), fill="#d5efe6")
    content = io.BytesIO()
    image.save(content, kind)
    return content.getvalue()


def pictures() -> dict[str, bytes]:
    return {"bild-0.png": picture("PNG"), "bild-1.jpg": picture("JPEG"), "bild-2.webp": picture("WEBP", (400, 300))}
