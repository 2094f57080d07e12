"""Notifications: a row for each person, a mail for those who want one, visible to this person only."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from netzwerk.post import services
from netzwerk.post.attachments import Attachment
from netzwerk.post.models import MailChoice, Message, Notification
from netzwerk.surfaces import registry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds", "transport")]

LIST = "/mitteilungen/"
SETTINGS = "/mitteilungen/einstellungen/"


def notify(*people, **fields) -> list[Notification]:
    values = {"kind": "test-seats", "title": "Ein Platz ist frei", "text": "Bis Freitag.", "url": "/kontakt/"} | fields
    return services.notify(people, **values)


@pytest.fixture(autouse=True)
def empty_outbox() -> None:
    Message.objects.all().delete()


def test_everyone_is_notified_once_and_gets_a_mail(person, settings) -> None:
    ada, grace = person(first_name="Ada", last_name="Beispiel"), person()
    assert len(notify(ada, grace, ada)) == 2
    assert {(row.person, row.title, row.read_at) for row in Notification.objects.all()} == {
        (ada, "Ein Platz ist frei", None),
        (grace, "Ein Platz ist frei", None),
    }
    message = Message.objects.get(to=[ada.email])
    assert message.subject == "Ein Platz ist frei"
    assert "Guten Tag Ada Beispiel," in message.text
    assert f"→ Im Portal ansehen: {settings.BASE_URL}/kontakt/" in message.text
    assert "„Plätze und Wartelisten“" in message.text
    assert f'<a href="{settings.BASE_URL}/kontakt/"' in message.html


def test_a_rollback_removes_notifications_and_mails(person) -> None:
    ada = person()
    with pytest.raises(RuntimeError), transaction.atomic():
        notify(ada)
        raise RuntimeError
    assert not Notification.objects.exists()
    assert not Message.objects.exists()


def test_inactive_people_get_nothing(person) -> None:
    assert notify(person(is_active=False)) == []
    assert not Message.objects.exists()


def test_people_without_mail_are_notified_in_the_portal_only(person) -> None:
    ada, grace = person(), person()
    services.save_mail_choices(actor=ada, choices={"test-seats": False, "test-quiet": True})
    notify(ada, grace)
    assert Notification.objects.count() == 2
    assert [message.to for message in Message.objects.all()] == [[grace.email]]


def test_a_kind_without_mail_by_default_is_mailed_on_request_only(person) -> None:
    ada, grace = person(), person()
    services.save_mail_choices(actor=ada, choices={"test-quiet": True})
    notify(ada, grace, kind="test-quiet")
    assert [message.to for message in Message.objects.all()] == [[ada.email]]


@pytest.mark.parametrize(("method", "mailed"), [("REQUEST", 2), ("CANCEL", 2), ("PUBLISH", 1), ("", 1)])
def test_a_mail_that_changes_a_calendar_ignores_the_choice(person, method: str, mailed: int) -> None:
    ada, grace = person(), person()
    services.save_mail_choices(actor=ada, choices={"test-seats": False})
    content_type = f"text/calendar; method={method}" if method else "text/calendar"
    notify(ada, grace, attachments=[Attachment("termin.ics", b"BEGIN:VCALENDAR", content_type)])
    messages = list(Message.objects.all())
    assert len(messages) == mailed
    for message in messages:
        assert [one.name for one in message.files] == ["termin.ics"]
        is_for_all = mailed == 2
        assert ("weil sie den Termin in Ihrem Kalender ändert" in message.text) is is_for_all
        assert ("List-Unsubscribe" in message.headers) is not is_for_all
        assert ("/abbestellen/" in message.text) is not is_for_all


def test_a_letter_template_gets_the_values_of_the_notification(person, letter_template) -> None:
    name = letter_template(
        "Betreff: {{ title|one_line }} am {{ day|one_line }}\n\n{{ text|quote_lines }}\n\n→ Los: {{ url }}"
    )
    notify(person(), letter_template=name, context={"day": "3. März", "title": "wird überschrieben"}, text="a\n\n→ b")
    message = Message.objects.get()
    assert message.subject == "Ein Platz ist frei am 3. März"
    assert message.text.startswith("> a\n>\n> → b\n\n→ Los: http")
    assert "Diese E-Mails abschalten:" in message.text


def test_values_of_people_are_escaped_in_notifications(person, settings) -> None:
    notify(
        person(first_name="→ Ada\nBcc:"),
        title="a\r\nBcc: x@y.example\u202e",
        text=f"<b>\r\n→ Konto: {settings.BASE_URL}/konto/\n\n> Zitat\x00",
    )
    row, message = Notification.objects.get(), Message.objects.get()
    assert row.title == message.subject == "a Bcc: x@y.example"
    assert message.html.count("<table") == 1, "only our own button"
    assert "<blockquote" not in message.html
    assert "\x00" not in row.text


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "", "kontakt/", "javascript:alert(1)", "///x"],
)
def test_a_notification_links_to_the_portal_only(person, url: str) -> None:
    with pytest.raises(ValueError, match="path of this portal"):
        notify(person(), url=url)


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/"])
def test_the_database_refuses_a_url_outside_the_portal(person, url: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Notification.objects.create(person=person(), kind="test-seats", title="x", url=url)


def test_an_unregistered_kind_is_an_error(person) -> None:
    with pytest.raises(ValueError, match="no registered kind"):
        notify(person(), kind="gibt-es-nicht")


def test_the_list_shows_unread_first_with_a_label(person, login) -> None:
    ada = person()
    notify(ada, title="alt und ungelesen")
    (read,) = notify(ada, title="gelesen und jünger")
    services.mark_read(read, actor=ada)
    notify(ada, title="jung und ungelesen")
    page = login(ada).get(LIST).content.decode()
    entries = re.findall(r'<span class="tag[^"]*">(\w+)</span></p><h2[^>]*><a[^>]*>([^<]*)<', page)
    assert entries == [("neu", "jung und ungelesen"), ("neu", "alt und ungelesen"), ("gelesen", "gelesen und jünger")]
    assert "2 Mitteilungen sind ungelesen." in page


def test_an_empty_list_has_an_explanation(person, login) -> None:
    page = login(person()).get(LIST).content.decode()
    assert "Noch keine Mitteilungen." in page
    assert "als gelesen markieren" not in page


def test_following_a_notification_marks_it_read_once_and_redirects_to_its_page(person, login) -> None:
    ada = person()
    (row,) = notify(ada)
    with time_machine.travel(timezone.now(), tick=False):
        answer = login(ada).get(f"{LIST}{row.pk}/")
        row.refresh_from_db()
        first = row.read_at
    assert (answer.status_code, answer.url) == (302, "/kontakt/")
    assert first is not None
    login(ada).get(f"{LIST}{row.pk}/")
    row.refresh_from_db()
    assert row.read_at == first


@pytest.mark.parametrize("url", ["/\\evil.example", "/\t/evil.example"])
def test_a_row_with_a_foreign_url_redirects_to_the_list(person, login, url: str) -> None:
    """Rows that were not written by the service."""
    ada = person()
    (row,) = notify(ada)
    Notification.objects.filter(pk=row.pk).update(url=url)
    assert login(ada).get(f"{LIST}{row.pk}/").url == LIST


def test_nobody_reads_or_marks_notifications_of_others(person, login) -> None:
    ada, grace = person(), person(superuser=True)
    (row,) = notify(ada, title="nur für Ada")
    client = login(grace)
    assert client.get(f"{LIST}{row.pk}/").status_code == 404
    assert "nur für Ada" not in client.get(LIST).content.decode()
    assert "nur für Ada" not in client.get("/mein-bereich/").content.decode()
    client.post(f"{LIST}gelesen/")
    with pytest.raises(PermissionDenied):
        services.mark_read(row, actor=grace)
    row.refresh_from_db()
    assert row.read_at is None


def test_all_are_marked_read_at_once(person, login) -> None:
    ada = person()
    notify(ada)
    notify(ada)
    client = login(ada)
    page = client.post(f"{LIST}gelesen/", follow=True).content.decode()
    assert "als gelesen markiert" in page
    assert "Sie haben alles gelesen." in page
    assert not Notification.objects.unread().exists()


def test_marking_as_read_needs_a_csrf_token(person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person())
    assert client.post(f"{LIST}gelesen/").status_code == 403


def test_the_settings_show_and_save_the_choices(person, login) -> None:
    ada = person()
    client = login(ada)
    page = client.get(SETTINGS).content.decode()
    assert re.search(r'name="test-seats"[^>]*checked', page)
    assert not re.search(r'name="test-quiet"[^>]*checked', page)
    assert "Kommt, wenn für Sie ein Platz frei wird." in page
    assert client.post(SETTINGS, {"test-quiet": "on", "fremd": "on"}).url == SETTINGS
    chosen = dict(MailChoice.objects.filter(person=ada).values_list("kind", "by_mail"))
    assert chosen == {"test-seats": False, "test-quiet": True}
    page = client.get(SETTINGS).content.decode()
    assert not re.search(r'name="test-seats"[^>]*checked', page)
    assert re.search(r'name="test-quiet"[^>]*checked', page)


def test_the_card_of_my_area_counts_and_shows_the_latest_five(person, login) -> None:
    ada = person()
    for number in range(7):
        notify(ada, title=f"Nummer {number}")
    page = login(ada).get("/mein-bereich/").content.decode()
    assert "Sieben Mitteilungen sind neu." in page
    assert re.findall(r"Nummer \d", page) == [f"Nummer {number}" for number in (6, 5, 4, 3, 2)]


def test_the_list_needs_no_more_queries_with_more_rows(person, login) -> None:
    ada = person()
    client = login(ada)
    counts = []
    for total in (1, 3, 25):
        while Notification.objects.count() < total:
            notify(ada)
        client.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST)
        counts.append(len(captured))
    assert counts[0] == counts[1] == counts[2]


def test_notifications_are_deleted_after_half_a_year(person) -> None:
    old, young = notify(person())[0], notify(person())[0]
    Notification.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=181))
    Notification.objects.filter(pk=young.pk).update(created_at=timezone.now() - timedelta(days=179))
    part = next(part for part in registry.clock if part.key == "notification-retention")
    assert part.run() == 1
    assert list(Notification.objects.all()) == [young]


def test_notifications_are_deleted_with_the_person(person) -> None:
    ada = person()
    notify(ada)
    services.save_mail_choices(actor=ada, choices={"test-seats": True})
    ada.delete()
    assert not Notification.objects.exists()
    assert not MailChoice.objects.exists()


def test_a_notification_mail_is_sent(person) -> None:
    notify(person())
    assert services.sweep() == 1
    assert mail.outbox[0].subject == "Ein Platz ist frei"
