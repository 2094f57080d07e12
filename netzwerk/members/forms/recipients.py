"""Reads names and addresses from a text as mail programs, spreadsheets and people write it.

Nothing is refused or lost: an unreadable part becomes a row without an address, for a person to correct.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from netzwerk.texts.addresses import NO_BREAK_SPACES, normalise_email
from netzwerk.texts.cleaning import one_line, without_invisible
from netzwerk.texts.folding import fold

QUOTES = {'"': '"', "„": '“”"', "“": "”", "»": "«", "«": "»", "'": "'", "‚": "‘’'", "‘": "’"}
IN_BRACKETS = re.compile(r"[<(\[]\s*(?:mailto:)?\s*([^\s<>()\[\]]+ ?@ ?[^\s<>()\[\]]+)\s*[>)\]]", re.IGNORECASE)
BARE = re.compile(r"(?:mailto:)?([^\s<>()\[\],;\"]+@[^\s<>()\[\],;\"]+)", re.IGNORECASE)
HEADER_NAME = re.compile(r"^(?:an|to|cc|kopie|bcc|blindkopie|von|from|empfänger)\s*:\s*", re.IGNORECASE)
ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")  # "(Stadt Lindenbrück)" after a name
SALUTATIONS = {"frau", "herr", "frau dr", "herr dr", "herrn"}
FIRST, LAST, WHOLE, ADDRESS, OTHER = "first", "last", "whole", "address", "other"
COLUMNS = {
    **dict.fromkeys(("vorname", "vornamen", "rufname", "first name", "given name"), FIRST),
    **dict.fromkeys(("nachname", "familienname", "zuname", "last name", "surname"), LAST),
    **dict.fromkeys(("name", "person", "ansprechperson", "vor und nachname", "anzeigename"), WHOLE),
    **dict.fromkeys(("e mail", "email", "mail", "e mail adresse", "mailadresse", "emailadresse", "adresse"), ADDRESS),
}


@dataclass(frozen=True)
class Recipient:
    email: str
    first_name: str = ""
    last_name: str = ""


def text_of(recipients: Iterable[Recipient]) -> str:
    """The people as a table in text form that `read_recipients` reads without loss."""
    rows = [(one.email, one.first_name, one.last_name) for one in recipients]
    return "\n".join("; ".join(map(_quoted, row)) for row in [("E-Mail", "Vorname", "Nachname"), *rows])


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if any(char in cell for char in ';"') else cell


def read_recipients(text: str) -> list[Recipient]:
    """Everybody in the text, in its order."""
    found: list[Recipient] = []
    columns: list[str] = []
    for raw in text.splitlines():
        # Tabs separate columns, but without_invisible() would remove them.
        line = "\t".join(without_invisible(NO_BREAK_SPACES.sub(" ", part)) for part in raw.split("\t"))
        line = HEADER_NAME.sub("", line.strip())
        if not line.strip(" \t;,"):
            continue
        cells = [cell.strip() for cell in _split(line, "\t;")]
        if header := _header_of(cells if len(cells) > 1 else [cell.strip() for cell in _split(line, ",")]):
            columns = header
        else:
            found += _by_columns(cells, columns) if len(columns) == len(cells) > 1 else _people_of(cells)
    return found


def _split(line: str, separators: str) -> list[str]:
    """Parts between these separators, except inside double quotes and angle brackets."""
    parts, quoted, inside = [""], False, False
    for at, char in enumerate(line):
        if char == '"' and (quoted or '"' in line[at + 1 :]):
            quoted = not quoted
        inside = not quoted and (char == "<" or (inside and char != ">"))
        if char in separators and not quoted and not inside:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _header_of(cells: list[str]) -> list[str]:
    """The kinds of the columns if the cells are the header of a table, else empty."""
    kinds = [COLUMNS.get(fold(_unquoted(cell)), OTHER) for cell in cells]
    known = {kind for kind in kinds if kind != OTHER}
    return kinds if ADDRESS in known and not any("@" in cell for cell in cells) else []


def _by_columns(cells: list[str], columns: list[str]) -> list[Recipient]:
    row = {kind: _unquoted(cell) for kind, cell in zip(columns, cells, strict=True) if kind != OTHER}
    first, last = split_name(row.get(WHOLE, ""))
    return [_recipient(row.get(ADDRESS, ""), row.get(FIRST, "") or first, row.get(LAST, "") or last)]


def _people_of(cells: list[str]) -> list[Recipient]:
    """The people of one line. A cell without an address is a name of the neighbouring person."""
    parts: list[tuple[str, str]] = [one for cell in cells for one in _parts_of(cell)]
    addresses = [at for at, (_name, address) in enumerate(parts) if address]
    if not addresses:
        return [_without_address(" ".join(name for name, _address in parts))]
    names_follow = addresses[0] == 0 and addresses[-1] != len(parts) - 1 and not parts[0][0]
    groups: list[list[tuple[str, str]]] = [[] for _address in addresses]
    group = 0
    for at, part in enumerate(parts):
        if names_follow:
            group = sum(1 for other in addresses if other <= at) - 1
        else:
            group = min(sum(1 for other in addresses if other < at), len(addresses) - 1)
        groups[group].append(part)
    return [_of_group(members) for members in groups]


def _of_group(parts: list[tuple[str, str]]) -> Recipient:
    """One person: the part with the address and perhaps a name, and the cells without address."""
    own, address = next(part for part in parts if part[1])
    cells = [name for name, other in parts if not other]
    cells = [cell for cell in map(_unquoted, cells) if cell and fold(cell) not in SALUTATIONS]
    cells = [cell for cell in cells if not any(char.isdigit() for char in cell)]
    if own:
        first, last = split_name(own)
        if not first and cells:  # "Muster, Ina <ina@…>", split at its comma
            first = cells[-1]
    elif len(cells) == 1:
        first, last = split_name(cells[0])
    else:
        first, last = ([*cells[:2], "", ""])[:2]
        if _is_family_name_first(first, last, address):
            first, last = last, first
    return _recipient(address, first, last)


def _is_family_name_first(first: str, last: str, address: str) -> bool:
    """Whether the address shows that the family name comes first: "Muster", "Ina", ina.muster@…"""
    words = fold(address.partition("@")[0]).split()
    return bool(first and last) and words == fold(f"{last} {first}").split()


def _parts_of(cell: str) -> Iterator[tuple[str, str]]:
    """Pairs of a name and an address in one cell; either may be missing."""
    text = cell if IN_BRACKETS.search(cell) else IN_BRACKETS.sub("", cell)
    end = 0
    for match in IN_BRACKETS.finditer(text):
        yield from _parts_before(text[end : match.start()], match[1])
        end = match.end()
    yield from _bare_parts(text[end:])


def _parts_before(text: str, address: str) -> Iterator[tuple[str, str]]:
    """The text between two addresses in brackets: bare addresses, and the name of the second."""
    pieces = _split(text.strip(" ,"), ",")
    bare = [at for at, piece in enumerate(pieces) if BARE.search(piece) and fold(_unquoted(piece)) != fold(address)]
    start = bare[-1] + 1 if bare else 0
    for piece in pieces[:start]:
        yield from _bare_parts(piece)
    yield ",".join(pieces[start:]).strip(), address


def _bare_parts(text: str) -> Iterator[tuple[str, str]]:
    """Names and addresses separated by commas and spaces: "Ina Muster ina@ort.example, otto@ort.example"."""
    names: list[str] = []
    for piece in _split(text, ","):
        end = 0
        for match in BARE.finditer(piece):
            name = piece[end : match.start()].strip(" :-–\"'")
            words = [*names, *([name] if name else [])]
            if len(words) == 2:  # "Muster, Ina, ina@…"
                yield ", ".join(words), match[1]
            else:
                yield from ((one, "") for one in names)
                yield name, match[1]
            names = []
            end = match.end()
        if rest := piece[end:].strip(" .:"):
            names.append(rest)
    yield from ((one, "") for one in names)


def split_name(name: str) -> tuple[str, str]:
    """First and last name of "Ina von Muster" or "Muster, Ina", without quotes and notes."""
    name = ASIDE.sub("", _unquoted(_decoded(name))).strip(" ,") or _unquoted(name)
    if "@" in name:
        return "", ""
    if "," in name:
        last, _comma, first = name.partition(",")
        return first.strip(), last.strip()
    words = name.split()
    while len(words) > 1 and fold(words[0]) in SALUTATIONS:
        words = words[1:]
    if len(words) < 2:
        return " ".join(words), ""
    # "von", "de", "zu" begin the family name
    start = next((at for at, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


def _decoded(name: str) -> str:
    """A name decoded from a mail header: =?utf-8?q?J=C3=B6rg?="""
    if "=?" not in name:
        return name
    try:
        return one_line(str(make_header(decode_header(name))))
    except (HeaderParseError, LookupError, ValueError):
        return name


def _unquoted(text: str) -> str:
    text = text.strip()
    while len(text) > 1 and text[-1] in QUOTES.get(text[0], ""):
        text = text[1:-1].replace('""', '"').replace('\\"', '"').strip()
    return text.strip('"').strip() if text.count('"') % 2 else text


def _without_address(text: str) -> Recipient:
    """A line without a valid address: a name to complete, or an address to correct."""
    if "@" in text or not any(char.isalpha() for char in text):
        return _recipient(text, "", "")
    first, last = split_name(text)
    return _recipient("", first, last)


def _recipient(email: str, first_name: str, last_name: str) -> Recipient:
    email = normalise_email(email.strip(" .:'"))
    return Recipient(email, one_line(first_name), one_line(last_name))
