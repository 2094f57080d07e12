"""E-mail and internet addresses: one spelling to store, compare and show, another one for machines.

Domains follow IDNA 2008 everywhere (library `idna`, non-transitional): "faß.example" is xn--fa-hia.example. Python's own
codec, and Django's `punycode` with it, follow IDNA 2003, where it would be fass.example: the domain of somebody else.

E-mail addresses are stored and shown in Unicode, and sent in ASCII. Internet addresses are stored in ASCII, because every
browser and program understands that, and shown in Unicode.
"""

import re
import unicodedata
from collections.abc import Callable
from email.utils import formataddr, parseaddr
from urllib.parse import SplitResult, urlsplit, urlunsplit

import idna
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from netzwerk.texts.cleaning import without_invisible

NO_BREAK_SPACES = re.compile("[\u00a0\u2007\u202f]")
JOINERS = re.compile("([\u200c\u200d])")
# Alphabets whose letters look alike; registries refuse labels that mix them.
ALIKE = {"LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "GEORGIAN", "CHEROKEE"}
NO_ADDRESS = "Bitte geben Sie eine gültige E-Mail-Adresse an, zum Beispiel name@rathaus.example."
NO_DOMAIN = "„%(domain)s“ kann keine Internetadresse sein. Bitte prüfen Sie jedes Zeichen oder tippen Sie sie neu."


class DomainError(ValueError):
    """No domain under IDNA 2008, or one that mixes alphabets to look like another."""


def ascii_domain(domain: str) -> str:
    """The domain in ASCII, as DNS knows it. Raises DomainError."""
    # Some scripts need joiners. Where idna refuses them they came along with copied text, so the second try removes them.
    with_joiners = "".join(part if JOINERS.match(part) else without_invisible(part) for part in JOINERS.split(domain))
    for spelling in (with_joiners, JOINERS.sub("", with_joiners)):
        if spelling.isascii() and "xn--" not in spelling.lower():
            return spelling.lower()
        try:
            encoded = idna.encode(spelling, uts46=True, std3_rules=True).decode("ascii")
            shown = idna.decode(encoded)
        except idna.IDNAError:
            continue
        if any(_mixes_alphabets(label) for label in shown.split(".")):
            break
        return encoded
    raise DomainError(domain)


def _mixes_alphabets(label: str) -> bool:
    alphabets = {unicodedata.name(character, "").partition(" ")[0] for character in label}
    return len(alphabets & ALIKE) > 1


def shown_domain(domain: str) -> str:
    """The domain in the letters that people write. Raises DomainError."""
    encoded = ascii_domain(domain)
    return idna.decode(encoded) if "xn--" in encoded else encoded


def normalise_email(address: str) -> str:
    """One spelling per mailbox, to store, compare and show: small letters, the domain in Unicode, nothing invisible.

    Rate limits, the login and the unique constraint must see variants of one address as the same. Never raises: `check_email`
    says whether the result is an address.
    """
    text = unicodedata.normalize("NFKC", NO_BREAK_SPACES.sub("", address or ""))
    local, at, domain = text.rpartition("@")
    if not at:
        return without_invisible(text).lower()
    try:
        domain = shown_domain(domain)
    except DomainError:
        domain = without_invisible(domain).lower()
    return f"{without_invisible(local).lower()}@{domain}"


def ascii_email(address: str) -> str:
    """The address in ASCII, as mail servers know it. Raises DomainError."""
    local, at, domain = address.rpartition("@")
    return f"{local}@{ascii_domain(domain)}" if at else address


def ascii_mailbox(mailbox: str) -> str:
    """The same for an address with a name before it: "Ina Muster <ina@faß.example>". Raises DomainError."""
    if mailbox.isascii() and "xn--" not in mailbox.lower():
        return mailbox
    name, address = parseaddr(mailbox)
    encoded = ascii_email(address or mailbox)
    return formataddr((name, encoded), charset="utf-8") if name else encoded


def check_email(address: str) -> None:
    """Raises ValidationError for what is no valid e-mail address."""
    local, _at, domain = address.rpartition("@")
    try:
        encoded = ascii_email(address)
    except DomainError as error:
        raise ValidationError(NO_DOMAIN, code="invalid", params={"domain": domain[:80]}) from error
    if not local.isascii():  # Django's pattern ignores case, and so accepts a few letters beyond a to z
        raise ValidationError(NO_ADDRESS, code="invalid")
    try:
        validate_email(encoded)
    except ValidationError as error:
        raise ValidationError(NO_ADDRESS, code="invalid") from error


def normalise_url(url: str) -> str:
    """The address with its host in ASCII, to store and to link. Raises DomainError, or ValueError for what is no address."""
    return _with_host(url, ascii_domain)


def shown_url(url: str) -> str:
    """The address with its host in the letters that people write; unchanged where that is impossible."""
    try:
        return _with_host(url, shown_domain)
    except ValueError:
        return url


def _with_host(url: str, change: Callable[[str], str]) -> str:
    parts = urlsplit(url)
    host = parts.hostname
    if not host or ":" in host:  # an IPv6 address
        return url
    before, at, _rest = parts.netloc.rpartition("@")
    port = f":{parts.port}" if parts.port is not None else ""
    changed: SplitResult = parts._replace(netloc=f"{before}{at}{change(host)}{port}")
    return urlunsplit(changed)
