"""Numbers, days and telephone numbers as people in Germany write them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from netzwerk.texts.cleaning import without_invisible

LONGEST_NUMBER = 40
CHARACTERS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2019": "'", "\u02bc": "'", "`": "'", "´": "'"})
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:(?P<separator>[. '])[0-9]{3})(?:(?P=separator)[0-9]{3})*(?:,[0-9]+)?")
PLAIN = re.compile(r"[+-]?(?:[0-9]+|[0-9]*,[0-9]+)")
POINT = re.compile(r"[+-]?[0-9]*\.[0-9]+")  # as a pocket calculator shows it

ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
NUMERIC = re.compile(r"([0-9]{1,2}) ?\. ?([0-9]{1,2}) ?\. ?([0-9]{4}|[0-9]{2})")
NAMED = re.compile(r"([0-9]{1,2}) ?\.? ?([a-zä]{3,9})\.? ?([0-9]{4}|[0-9]{2})")
WEEKDAY = re.compile(
    r"^(?:(?:mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)\b\.?,? ?"
)
MONTH_NAMES = (
    *("jan januar jän jänner", "feb februar feber", "mär märz maerz mrz", "apr april", "mai", "jun juni juno"),
    *("jul juli", "aug august", "sep sept september", "okt oktober", "nov november", "dez dezember"),
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names.split()}
FIRST_SHORT_YEAR = 90  # 90 to 99 are 1990 to 1999, all others are of this century

PHONE_LABEL = re.compile(r"^(?:telefon|tel|fon|mobil|handy)\b\.? ?:? ?", re.IGNORECASE)
EXTENSION = re.compile(r",? ?\b(?:durchwahl|dw|apparat|app|nebenstelle|nst)\.? ?:? ?", re.IGNORECASE)
PHONE = re.compile(r"\(?\+?[0-9][0-9()/. \-\u2010-\u2015\u2212]*")
DIGITS = "0123456789"
NO_PHONE = "Bitte geben Sie eine Telefonnummer an, zum Beispiel 02305 104-0 oder +49 2305 104-0."
FEWEST_DIGITS, MOST_DIGITS = 3, 20  # 115 is a number; E.164 has 15 digits, "(0)" and an extension add some


class UnknownDay(ValueError):
    """A date in a known notation that the calendar does not have: 31.2.2026."""


def read_number(text: str, *, groups_by_point: bool = True) -> Decimal:
    """9400, 9.400, 9 400, 9'400, 9.400,5: the comma separates decimals, any other separator groups of three digits.

    A point that separates no group of three digits is a decimal point (4.5); with `groups_by_point=False` every point is
    one. Raises ValueError for anything else.
    """
    written = without_invisible(text).translate(CHARACTERS)
    if len(written) > LONGEST_NUMBER:
        raise ValueError(text)
    found = GROUPED.fullmatch(written)
    if found and (groups_by_point or found["separator"] != "."):
        written = written.replace(found["separator"], "")
    elif not PLAIN.fullmatch(written) and not POINT.fullmatch(written):
        raise ValueError(text)
    return Decimal(written.replace(",", "."))


def read_day(text: str) -> date:
    """3.3.2026, 03.03.26, 3. März 2026, Di, 3. Mrz 2026, 2026-03-03. Raises UnknownDay, ValueError for anything else."""
    written = WEEKDAY.sub("", unicodedata.normalize("NFC", without_invisible(text)).lower())
    if found := ISO.fullmatch(written):
        year, month, day = found.groups()
    elif found := NUMERIC.fullmatch(written):
        day, month, year = found.groups()
    elif (found := NAMED.fullmatch(written)) and found[2] in MONTHS:
        day, month, year = found[1], str(MONTHS[found[2]]), found[3]
    else:
        raise ValueError(text)
    whole = int(year)
    if len(year) == 2:
        whole += 1900 if whole >= FIRST_SHORT_YEAR else 2000
    try:
        return date(whole, int(month), int(day))
    except ValueError as error:
        raise UnknownDay(text) from error


def read_phone(text: str) -> str:
    """A telephone number as it was written, without a label and invisible characters. Raises ValueError for anything else.

    Accepts for example +49 2305 104-0, 0049 (0)2305/104 0, (0 23 05) 1 04-0, 02305 104 Durchwahl 15, 115.
    """
    written = PHONE_LABEL.sub("", without_invisible(text))
    plain = EXTENSION.sub("-", written)
    digits = sum(character in DIGITS for character in plain)
    if not PHONE.fullmatch(plain) or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise ValueError(text)
    return written


def dialled(phone: str) -> str:
    """The digits to dial, with a leading plus; "(0)" after a country's code is not dialled."""
    if phone.lstrip(" (").startswith(("+", "00")):
        phone = re.sub(r"\( ?0 ?\)", "", phone)
    digits = "".join(character for character in phone if character in DIGITS)
    return f"+{digits}" if "+" in phone else digits
