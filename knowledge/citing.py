"""Citations of reports as text, BibTeX and RIS."""

import re
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from netzwerk.texts.cleaning import one_line  # a line break would begin another field
from netzwerk.texts.folding import fold

if TYPE_CHECKING:
    from knowledge.models import PracticeReport

PUBLISHER = "Netzwerk Sozialagenturen"
# Characters with a meaning in BibTeX, LaTeX or babel: babel makes umlauts of straight quotes ("a is ä) in German texts, LaTeX
# sets ligatures (-- is a dash, `` a quotation mark) and, in its oldest encoding, other glyphs for < > |.
# Letters beyond ASCII stay: current readers expect UTF-8.
BIBTEX = str.maketrans(
    {
        '"': r"{\textquotedbl}",
        "`": r"{\textasciigrave}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "%": r"\%",
        "&": r"\&",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def names_of(report: "PracticeReport") -> list[str]:
    """The authors, else the organisations, else the provider or the network."""
    people = [author.name for author in report.authors.all()]
    return people or [one.name for one in report.organisations.all()] or [report.provider or PUBLISHER]


def family_name_first(name: str) -> str:
    """ "Weber, Anna Maria". A name of one word stays as it is."""
    if "," in name:
        return name.strip()
    first, _, last = name.strip().rpartition(" ")
    return f"{last}, {first}" if first else last


def bibtex_person(name: str) -> str:
    """ "von der Heide, Änne". Parts that BibTeX would interpret are put in braces."""
    if not name.strip(" ,") or {"and", "others"} & set(name.lower().split()):
        return _braced(name)
    particles, family, given = _parts(name.strip(" ,"))
    is_one_name = any(word[0].islower() for word in family[:-1])  # "Meyer zu Bentrup" is one name
    shown = " ".join([*particles, _braced(" ".join(family)) if is_one_name else _plain(" ".join(family))])
    return f"{shown}, {_plain(' '.join(given))}" if given else shown


def _parts(name: str) -> tuple[list[str], list[str], list[str]]:
    """Particles, family name and given names, of "Änne von der Heide" or "Heide, Änne von der"."""
    if "," in name:
        left, _, right = name.partition(",")
        family, given = left.split(), right.split()
    else:
        words = name.split()
        first = next((at for at, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
        family, given = words[first:], words[:first]
    particles: list[str] = []
    while len(given) > 1 and given[-1][0].islower():
        particles.insert(0, given.pop())
    while len(family) > 1 and family[0][0].islower():
        particles.append(family.pop(0))
    return particles, family, given


LIGATURE = re.compile("(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")


def _escaped(text: str) -> str:
    return "{}".join(part.translate(BIBTEX) for part in LIGATURE.split(text))


def _plain(text: str) -> str:
    return text if _escaped(text) == text and "," not in text else _braced(text)


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}"


def absolute_url_of(report: "PracticeReport") -> str:
    return f"{settings.BASE_URL}{report.permalink}"


def _has_people(report: "PracticeReport") -> bool:
    return bool(report.authors.all())


def cite(report: "PracticeReport", *, version: int, published_on: date) -> str:
    names = [family_name_first(name) if _has_people(report) else name for name in names_of(report)]
    return (
        f"{'; '.join(names)} ({published_on.year}): {report.title}. Praxisbericht, Fassung {version}. "
        f"{PUBLISHER}. {absolute_url_of(report)}"
    )


def bibtex(report: "PracticeReport", *, version: int, published_on: date) -> str:
    names = names_of(report)
    written = map(bibtex_person if _has_people(report) else _braced, names)
    family = re.sub(r"[^a-z]", "", fold(family_name_first(names[0]).partition(",")[0])) or "bericht"
    fields = {
        "author": " and ".join(written),
        "title": _braced(report.title),
        "year": str(published_on.year),
        "institution": PUBLISHER,
        "type": "Praxisbericht",
        "number": str(report.pk),
        "note": f"Fassung {version}",
        "url": absolute_url_of(report),
        "language": "ngerman",
    }
    rows = "".join(f"  {name} = {{{one_line(value)}}},\n" for name, value in fields.items())
    return f"@techreport{{{family}{published_on.year}nsa{report.pk},\n{rows}}}\n"


def ris(report: "PracticeReport", *, version: int, published_on: date) -> str:
    names = names_of(report)
    rows = [
        ("TY", "RPRT"),
        *(("AU", family_name_first(name) if _has_people(report) else name) for name in names),
        ("TI", report.title),
        ("AB", report.lead),
        ("PY", str(published_on.year)),
        ("DA", f"{published_on:%Y/%m/%d}"),
        ("PB", PUBLISHER),
        ("M3", "Praxisbericht"),
        ("ET", f"Fassung {version}"),
        ("LA", "de"),
        ("UR", absolute_url_of(report)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in rows if value or tag == "ER")
