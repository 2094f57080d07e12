"""Attachments are stored in the row, sent unchanged, and limited in number, size and name."""

import email
import email.policy
from email.mime.base import MIMEBase

import pytest
from django.core import mail
from django.core.mail import EmailMessage, get_connection
from django.test import Client

from netzwerk.post import attachments, services, tasks
from netzwerk.post.attachments import Attachment, clean_name, clean_type
from netzwerk.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("transport")]

CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Gespr\xc3\xa4ch\r\nEND:VCALENDAR\r\n"


def queue(*files: Attachment) -> Message:
    return services.queue_mail(to="a@b.example", subject="x", text="Text", attachments=files)


def parts_as_sent(message: Message) -> list[email.message.EmailMessage]:
    """The attachments, parsed from the bytes of the mail."""
    raw = tasks.build_mail(message).message().as_bytes(linesep="\r\n")
    return list(email.message_from_bytes(raw, policy=email.policy.SMTP).iter_attachments())


def test_an_attachment_is_sent_unchanged() -> None:
    content = bytes(range(256)) * 40
    message = queue(Attachment("plan.pdf", content, "application/pdf"))
    message.refresh_from_db()
    assert services.sweep() == 1
    (part,) = parts_as_sent(message)
    assert (part.get_filename(), part.get_content_type()) == ("plan.pdf", "application/pdf")
    assert part.get_payload(decode=True) == content
    assert len(mail.outbox[0].attachments) == 1


def test_a_calendar_object_is_an_alternative_with_its_method_and_a_file_without() -> None:
    message = queue(Attachment("termin.ics", CALENDAR, "text/calendar; method=request; charset=latin-1"))
    whole = email.message_from_bytes(
        tasks.build_mail(message).message().as_bytes(linesep="\r\n"), policy=email.policy.SMTP
    )
    mixed = [part.get_content_type() for part in whole.iter_parts()]
    assert mixed == ["multipart/alternative", "application/ics"]
    alternatives = list(next(whole.iter_parts()).iter_parts())
    assert [part.get_content_type() for part in alternatives] == ["text/plain", "text/html", "text/calendar"]
    calendar, file = alternatives[-1], list(whole.iter_parts())[1]
    assert (calendar.get_param("method"), calendar.get_param("charset")) == ("REQUEST", "utf-8")
    assert (file.get_filename(), file.get_param("method")) == ("termin.ics", None)
    assert calendar.get_payload(decode=True).split() == file.get_payload(decode=True).split() == CALENDAR.split()


def test_a_calendar_file_without_method_is_a_file_only() -> None:
    (part,) = parts_as_sent(queue(Attachment("termin.ics", CALENDAR, "text/calendar")))
    assert (part.get_content_type(), part.get_payload(decode=True)) == ("text/calendar", CALENDAR)


def test_text_and_html_stay_beside_the_attachments() -> None:
    raw = tasks.build_mail(queue(Attachment("a.txt", b"x", "text/plain"))).message().as_bytes()
    whole = email.message_from_bytes(raw, policy=email.policy.SMTP)
    assert whole.get_content_type() == "multipart/mixed"
    assert whole.get_body(("plain",)).get_content().strip() == "Text"
    assert "<p" in whole.get_body(("html",)).get_content()


def test_attachments_of_a_django_mail_are_sent() -> None:
    letter = EmailMessage("Hallo", "Text", None, ["a@b.example", "c@d.example"])
    letter.attach("a.txt", "größer", "text/plain")
    part = MIMEBase("application", "pdf")
    part.set_payload(b"%PDF")
    part.add_header("Content-Disposition", "attachment", filename="b.pdf")
    letter.attach(part)
    get_connection().send_messages([letter])
    for message in Message.objects.order_by("-pk")[:2]:
        assert message.files == [
            Attachment("a.txt", "größer".encode(), "text/plain"),
            Attachment("b.pdf", b"%PDF", "application/pdf"),
        ]


def test_an_attached_mail_is_an_error() -> None:
    letter = EmailMessage("Hallo", "Text", None, ["a@b.example"])
    letter.attach("x.eml", EmailMessage("innen"), "message/rfc822")
    before = Message.objects.count()
    with pytest.raises(ValueError, match="files only"):
        get_connection().send_messages([letter])
    assert Message.objects.count() == before


def test_too_many_and_too_large_attachments_are_refused() -> None:
    before = Message.objects.count()
    with pytest.raises(ValueError, match="at most 5"):
        queue(*[Attachment("a", b"")] * (attachments.MAX_ATTACHMENTS + 1))
    half = b"x" * (attachments.MAX_BYTES // 2)
    with pytest.raises(ValueError, match="bytes together"):
        queue(Attachment("a", half), Attachment("b", half), Attachment("c", b"x"))
    assert Message.objects.count() == before
    queue(Attachment("a", half), Attachment("b", half))


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\plan.pdf", "plan.pdf"),
        ('a"\r\nBcc: x@y.example.pdf', "aBcc x@y.example.pdf"),
        ("Protokoll März.pdf", "Protokoll März.pdf"),
        ("gnp\u202efdp.exe", "gnpfdp.exe"),
        ("", "anhang"),
        ("...", "anhang"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_names_are_cleaned(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned
    (part,) = parts_as_sent(queue(Attachment(name, b"x", "application/pdf")))
    assert part.get_filename() == cleaned


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("application/pdf; name=x", "application/pdf"),
        ("text/calendar; method=REQUEST", "text/calendar; method=REQUEST"),
        ('text/calendar; method="a\'b"', "text/calendar"),
        ("text/plain; method=REQUEST", "text/plain"),
        ("text/html\r\nBcc: x@y.example", "application/octet-stream"),
        ("quatsch", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_types_are_cleaned(given: str, cleaned: str) -> None:
    assert clean_type(given) == cleaned


def test_the_demo_lists_attachments_and_serves_them_as_downloads() -> None:
    message = queue(Attachment("seite.html", b"<script>alert(1)</script>", "text/html"))
    page = Client().get(f"/demo/postausgang/{message.pk}/").content.decode()
    address = f"/demo/postausgang/{message.pk}/anhang/0/"
    assert f'href="{address}"' in page
    answer = Client().get(address)
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="seite.html"'
    assert Client().get(f"/demo/postausgang/{message.pk}/anhang/1/").status_code == 404


def test_the_demo_shows_the_html_version_under_a_policy_of_its_own() -> None:
    message = queue()
    assert f"/demo/postausgang/{message.pk}/html/" in Client().get(f"/demo/postausgang/{message.pk}/").content.decode()
    answer = Client().get(f"/demo/postausgang/{message.pk}/html/")
    assert answer.content.decode() == message.html
    rules = dict(rule.strip().partition(" ")[::2] for rule in answer["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == "'unsafe-inline'"
    assert rules["sandbox"] == ""
    assert "script-src" not in rules


def test_outside_of_the_demo_nobody_reads_html_or_attachments(settings) -> None:
    message = queue(Attachment("a.txt", b"x"))
    settings.DEMO = False
    for end in ("html/", "anhang/0/"):
        assert Client().get(f"/demo/postausgang/{message.pk}/{end}").status_code == 404
