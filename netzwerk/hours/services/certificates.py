"""Issuing, replacing and revoking certificates. What the paper says is frozen when it is issued.

Features issue certificates through `issue_certificate` after their own check of who may; replacing one keeps its history, and
the link on the old paper says by what it was replaced.
"""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.hours import access, tasks
from netzwerk.hours.account import Sums
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Certificate, Series, Source
from netzwerk.hours.services import notices
from netzwerk.hours.services.log import log_action
from netzwerk.texts.addresses import normalise_email
from netzwerk.texts.cleaning import one_line, plain_text
from netzwerk.texts.dates import long_date

ISSUER = "Netzwerk Sozialagenturen, Geschäftsstelle"


@dataclass(frozen=True)
class Paper:
    """All that a certificate says besides its number, its link and its day. Plain texts, which stay as they are."""

    title: str  # "Bescheinigung über angerechnete Stunden"
    holder: str
    sentence: str  # what is certified
    facts: Sequence[tuple[str, str]] = ()  # label and text
    hours: Sequence[tuple[str, str, str, str]] = ()  # category, in person, online, together; the last line is the sum
    note: str = ""  # how it was counted
    issuer: str = ISSUER


def hours_of(sums: Sums) -> list[tuple[str, str, str, str]]:
    """The lines of a paper's table of hours."""
    return [(one.label, str(one.in_person), str(one.online), str(one.total)) for one in (*sums.forms, sums.total)]


@transaction.atomic
def issue_certificate(
    paper: Paper, *, kind: str, source: Source, person: Any = None, email: str = "", actor: Any
) -> Certificate:
    """Issue a certificate to a person with an account, or to a guest by e-mail. The caller has checked that `actor` may.

    There is one valid certificate for each holder, kind and source: the same call again returns it if it says the same. Raises
    HoursError if it says something else (use `replace_certificate`), and ValueError without exactly one holder.
    """
    if (person is None) == (not email):
        raise ValueError("A certificate has one holder: a person or the address of a guest.")
    _lock_series()  # also against two at once for the same holder
    known = Certificate.objects.valid().filter(kind=kind).of_source(source).for_holder(person=person, email=email)
    if (valid := known.first()) is not None:
        if not says_the_same(valid, paper):
            raise HoursError(f"Dafür gilt schon die Bescheinigung {valid.number}. Bitte ersetzen Sie diese.")
        return valid
    return _issue(paper, kind=kind, source=source, person=person, email=email, actor=actor)


@transaction.atomic
def replace_certificate(certificate: Certificate, paper: Paper, *, reason: str, actor: Any) -> Certificate:
    """Issue another one to the same holder for the same source; the old one says so. The caller has checked that `actor` may.

    Raises HoursError for a certificate that is not valid any more and for a missing reason.
    """
    _lock_series()
    row = _ended(certificate, Certificate.State.REPLACED, reason, actor)
    made = _issue(
        paper,
        kind=row.kind,
        source=row.source,
        person=row.person,
        email=row.email,
        actor=actor,
        replaces=row,
    )
    log_action("certificate_replaced", row, actor=actor, reason=reason)
    return made


@transaction.atomic
def revoke_certificate(certificate: Certificate, *, reason: str, actor: Any) -> Certificate:
    """The office revokes a certificate. Raises PermissionDenied, HoursError as `replace_certificate`."""
    if not access.can_revoke(actor, certificate):
        raise PermissionDenied
    return withdraw_certificate(certificate, reason=reason, actor=actor)


@transaction.atomic
def withdraw_certificate(certificate: Certificate, *, reason: str, actor: Any) -> Certificate:
    """Revoke what a feature issued, as nothing is left of it. The caller has checked that `actor` may.

    Raises HoursError as `replace_certificate`.
    """
    _lock_series()
    row = _ended(certificate, Certificate.State.REVOKED, reason, actor)
    log_action("certificate_revoked", row, actor=actor, reason=reason)
    notices.tell_holder(row, f"Die Bescheinigung {row.number} gilt nicht mehr", f"Der Grund: {row.reason}")
    return row


def _lock_series() -> Series:
    year = timezone.localdate().year
    series, _made = Series.objects.get_or_create(year=year)
    return Series.objects.select_for_update().get(pk=series.pk)


def _ended(certificate: Certificate, state: str, reason: str, actor: Any) -> Certificate:
    if not reason.strip():
        raise HoursError("Bitte nennen Sie den Grund. Er steht auf der Seite, die das Papier prüft.")
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if not row.is_valid:
        raise HoursError(f"Die Bescheinigung {row.number} gilt schon nicht mehr: {row.get_state_display()}.")
    row.state, row.ended_at, row.ended_by = state, timezone.now(), actor
    row.reason = one_line(reason)[:500]
    row.full_clean(exclude=["person", "issued_by", "ended_by", "replaces"])
    row.save(update_fields=["state", "ended_at", "ended_by", "reason"])
    return row


def _issue(
    paper: Paper,
    *,
    kind: str,
    source: Source,
    person: Any,
    email: str,
    actor: Any,
    replaces: Certificate | None = None,
) -> Certificate:
    series = _lock_series()
    series.last += 1
    series.save(update_fields=["last"])
    said = _plain(paper)
    certificate = Certificate(
        number=f"NS-{series.year}-{series.last:04}",
        token=secrets.token_urlsafe(16),
        kind=kind,
        title=said["title"][:200],
        holder=said["holder"][:200],
        paper=said | {"day": timezone.localdate().isoformat()},
        person=person,
        email=normalise_email(email) if email else "",
        source_kind=source.kind,
        source_id=source.id,
        issued_by=actor,
        replaces=replaces,
    )
    certificate.full_clean()
    certificate.save(force_insert=True)
    log_action("certificate_issued", certificate, actor=actor)
    if certificate.email:
        tasks.queue_mail(certificate.pk)
    return certificate


def _plain(paper: Paper) -> dict[str, Any]:
    """As JSON stores it, with texts cleaned of control characters."""
    said = asdict(paper)
    return {
        "title": one_line(said["title"]),
        "holder": one_line(said["holder"]),
        "sentence": plain_text(said["sentence"]),
        "facts": [[one_line(label), plain_text(text)] for label, text in said["facts"]],
        "hours": [[one_line(cell) for cell in row] for row in said["hours"]],
        "note": plain_text(said["note"]),
        "issuer": one_line(said["issuer"]),
    }


def says_the_same(certificate: Certificate, paper: Paper) -> bool:
    """Apart from number, link and day."""
    return certificate.paper == _plain(paper) | {"day": certificate.paper["day"]}


def days_in_words(first: date, last: date) -> str:
    return long_date(first) if first == last else f"{long_date(first)} bis {long_date(last)}"
