"""Hours, applications for credit and certificates of the demo. Always the same, as the seed is fixed."""

import io
from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import ModelLogEntry

from netzwerk.hours.models import Category, Certificate, Credit, Entry, Presence, Source
from netzwerk.hours.services import credits, decisions, ledger
from netzwerk.hours.services.certificates import revoke_certificate
from netzwerk.hours.services.statements import issue_statement
from netzwerk.members.demo.history import day, moment
from netzwerk.members.demo.personas import person_of
from netzwerk.members.models import User
from netzwerk.post.models import Message, Notification

IN_PERSON, ONLINE = Presence.IN_PERSON, Presence.ONLINE
# Days ago, title, category, form, minutes
TAUGHT = (
    (722, "Werkstatt Erstgespräch, Lindenbrück", "theorie", IN_PERSON, 360),
    (655, "Hilfeplan gemeinsam schreiben, Auenrode", "theorie", IN_PERSON, 270),
    (611, "Kollegiale Beratung, Herbst", "gruppe", ONLINE, 120),
    (548, "Kollegiale Beratung, Winter", "gruppe", IN_PERSON, 180),
    (492, "Supervision im Fallmanagement", "supervision", IN_PERSON, 135),
    (430, "Schulden und Energie: was zuerst?", "theorie", ONLINE, 180),
    (377, "Zielerreichung messen (GAS)", "theorie", ONLINE, 150),
    (309, "Werkstatt Gesamtplankonferenz", "theorie", IN_PERSON, 405),
    (262, "Lektionen zum Datenschutz in der Fallarbeit", "selbststudium", ONLINE, 95),
    (204, "Kollegiale Beratung, Frühjahr", "gruppe", IN_PERSON, 180),
    (151, "Supervision im Fallmanagement", "supervision", IN_PERSON, 135),
    (96, "Wohnung verloren: was in den ersten fünf Tagen hilft", "theorie", IN_PERSON, 540),
    (41, "Kollegiale Beratung, Herbst", "gruppe", ONLINE, 120),
    (17, "Fachtag Netzwerkkarte", "theorie", IN_PERSON, 270),
)
LEARNERS = 14  # besides the personas


def build(say: Callable[[str], None]) -> None:
    last_mail = Message.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    last_notice = Notification.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    dice = Random("Stundenkonto")  # noqa: S311  nothing secret
    categories = {category.key: category for category in Category.objects.all()}
    office = person_of("geschaeftsstelle")
    known = [person_of(key) for key in ("mitglied", "koordination", "fallmanagement")]
    others = User.objects.with_open_profile().exclude(pk__in=[one.pk for one in known]).order_by("pk")[:LEARNERS]
    for person in (*known, *others):
        for number, taught in enumerate(TAUGHT):
            if person in known or dice.random() < 0.45:
                _credit(person, number, taught, categories, office)
    member, coordination, caseworker = known
    _make_applications(member, coordination, caseworker, categories, office)
    for person in (member, caseworker):
        issue_statement(actor=person)
    _correct(member, categories, office)
    issue_statement(actor=member)  # replaces the first
    Message.objects.filter(pk__gt=last_mail).delete()  # the demo begins with an empty outbox
    Notification.objects.filter(pk__gt=last_notice).delete()
    say(f"{Entry.objects.count()} Stundenbuchungen, {Credit.objects.count()} Anträge auf Anrechnung")
    say(f"{Certificate.objects.count()} Bescheinigungen")


def _credit(person: User, number: int, taught: tuple, categories: dict, office: User) -> None:
    ago, title, category, presence, minutes = taught
    entry = ledger.credit(
        person,
        source=Source("demo.taught", str(number), title),
        category=categories[category],
        presence=presence,
        minutes=minutes,
        day=day(ago),
        actor=office,
    )
    Entry.objects.filter(pk=entry.pk).update(credited_at=moment(max(ago - 2, 0), number))
    _date_log(entry, ago - 2)


def _correct(member: User, categories: dict, office: User) -> None:
    ledger.correct(
        member,
        source=Source("demo.taught", "8", TAUGHT[8][1]),
        category=categories["selbststudium"],
        presence=ONLINE,
        minutes=80,
        reason="Eine Lektion war doppelt gezählt.",
        actor=office,
    )


def _make_applications(member: User, coordination: User, caseworker: User, categories: dict, office: User) -> None:
    theory, supervision = categories["theorie"], categories["supervision"]
    granted = _application(
        *(member, "Grundkurs Case Management, Teil 1", "Volkshochschule Auenrode", theory, IN_PERSON, 1440, 940, 900),
        explanation="Vier Wochenenden, mit Abschlussgespräch.",
    )
    text = "Angerechnet ist die Zeit ohne die Einführungsabende, die keine Inhalte des Fallmanagements hatten."
    decisions.grant_credit(granted, actor=office, minutes=1260, category=theory, presence=IN_PERSON, text=text)
    _date(granted, submitted=260, decided=251)
    asked = _application(
        member, "Gesprächsführung in schwierigen Lagen", "Bildungswerk Wehrland", theory, ONLINE, 540, 130, 128
    )
    question = "Aus der Bescheinigung gehen die Stunden nicht hervor. Haben Sie ein Programm mit Uhrzeiten?"
    decisions.ask_applicant(asked, actor=office, question=question)
    _date(asked, submitted=12)
    waiting = _application(
        caseworker,
        "Fallsupervision im Allgemeinen Sozialen Dienst",
        "Praxis Birkholz",
        supervision,
        IN_PERSON,
        720,
        340,
        190,
    )
    _date(waiting, submitted=6)
    declined = _application(
        coordination,
        "Tabellenkalkulation für Fortgeschrittene",
        "Volkshochschule Auenrode",
        theory,
        ONLINE,
        360,
        200,
        199,
    )
    reason = "Der Kurs hat keinen Bezug zur Arbeit mit Menschen oder zur Steuerung sozialer Hilfen."
    decisions.decline_credit(declined, actor=office, reason=reason)
    _date(declined, submitted=88, decided=80)
    revoked = _application(
        coordination, "Moderation von Hilfeplankonferenzen", "Akademie Tannwiek", theory, IN_PERSON, 900, 610, 608
    )
    decisions.grant_credit(revoked, actor=office, minutes=900, category=theory, presence=IN_PERSON)
    _date(revoked, submitted=320, decided=311)
    certificate = Certificate.objects.of_source(revoked.source).get()
    revoke_certificate(certificate, reason="Irrtümlich mit falschem Zeitraum ausgestellt.", actor=office)
    draft = credits.begin_credit(
        actor=caseworker,
        **_values("Traumasensibles Arbeiten", "Akademie Tannwiek", categories["selbststudium"], ONLINE, 270, 60, 45),
    )
    _date(draft)


def _values(title: str, provider: str, category: Category, presence: str, minutes: int, first: int, last: int) -> dict:
    return {
        "title": title,
        "provider": provider,
        "category": category,
        "presence": presence,
        "minutes": minutes,
        "first_day": day(first),
        "last_day": day(last),
    }


def _application(person: User, title: str, provider: str, *rest, explanation: str = "") -> Credit:
    values = _values(title, provider, *rest) | {"explanation": explanation}
    credit = credits.begin_credit(actor=person, **values)
    proof = ContentFile(_proof(person, title, provider), name="Teilnahmebestätigung.png")
    credits.add_proof(credit, proof, actor=person)
    return credits.submit_credit(credit, actor=person)


def _proof(person: User, title: str, provider: str) -> bytes:
    """A scanned confirmation, as somebody would hand it in."""
    page = Image.new("RGB", (827, 1169), "#fdfcf8")
    draw = ImageDraw.Draw(page)
    for top, size, text in (
        (160, 26, provider),
        (300, 44, "Teilnahmebestätigung"),
        (420, 30, str(person)),
        (500, 24, "hat teilgenommen an:"),
        (550, 28, title),
    ):
        draw.text((90, top), text, fill="#22242e", font=ImageFont.load_default(size))
    draw.line((90, 900, 380, 900), fill="#22242e", width=2)
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _date(credit: Credit, *, submitted: int = 0, decided: int | None = None) -> None:
    """Put an application into the past."""
    begun = moment(submitted)
    dates = {"created_at": begun, "changed_at": begun}
    if submitted:
        dates["submitted_at"] = begun
    ended = timezone.now() if decided is None else moment(decided)
    if decided is not None:
        dates["decided_at"] = ended
        Entry.objects.of_source(credit.source).update(credited_at=ended)
        for certificate in Certificate.objects.of_source(credit.source):
            said = certificate.paper | {"day": day(decided).isoformat()}
            Certificate.objects.filter(pk=certificate.pk).update(issued_at=ended, paper=said)
    Credit.objects.filter(pk=credit.pk).update(**dates)
    credit.proofs.update(uploaded_at=begun)
    for number, step in enumerate(credit.steps.all()):
        at = begun if not number else ended if decided is not None else begun + timedelta(days=3)
        credit.steps.filter(pk=step.pk).update(created_at=at)
    _date_log(credit, submitted if decided is None else decided)


def _date_log(row, ago: int) -> None:
    kind = ContentType.objects.get_for_model(row)
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id=str(row.pk))
    entries.update(timestamp=moment(max(ago, 0)))
