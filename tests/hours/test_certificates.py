"""Certificates: issued once, replaced with history, revoked with a reason, and verified by whoever has the link."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from netzwerk.hours import tasks
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Category, Certificate, Entry, Source
from netzwerk.hours.paper import code_of, pdf_of
from netzwerk.hours.services import forgetting
from netzwerk.hours.services.certificates import issue_certificate, replace_certificate, revoke_certificate
from netzwerk.hours.services.statements import issue_statement
from netzwerk.members.roles import EDITOR, MEMBER, OFFICE
from netzwerk.members.services import own_data
from netzwerk.post.models import Message
from tests.factories.hours import entry, paper
from tests.pdf import reading, verapdf
from tests.pdf.test_report import FOREIGN, HOSTILE

pytestmark = pytest.mark.django_db
SOURCE = Source("test.workshop", "7", "Wohnung verloren")


def issue(person=None, *, actor=None, said=None, **changes) -> Certificate:
    return issue_certificate(said or paper(), kind="test", source=SOURCE, person=person, actor=actor, **changes)


def page_of(certificate: Certificate, client: Client | None = None):
    return (client or Client()).get(certificate.get_absolute_url())


def test_a_holder_gets_one_certificate_for_a_source(person) -> None:
    user = person(MEMBER)
    first = issue(user)
    assert issue(user) == first
    assert issue(email="Gast@Test.example") == issue(email="gast@test.example") != first
    with pytest.raises(HoursError, match=first.number):
        issue(user, said=paper(holder="Jörn Pahlke-Meier"))
    with pytest.raises(ValueError, match="holder"):
        issue()
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=issue(person(MEMBER)).pk).update(person=user)


def test_numbers_count_up_within_the_year(person) -> None:
    first, second = issue(person(MEMBER)), issue(person(MEMBER))
    year = timezone.localdate().year
    assert first.number.startswith(f"NS-{year}-")
    assert int(second.number[-4:]) == int(first.number[-4:]) + 1
    assert len(first.token) >= 22
    assert first.token != second.token


def test_the_page_shows_what_the_paper_must_say(person) -> None:
    found = issue(person(MEMBER))
    answer = page_of(found)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex' in text
    for words in ("echt und gültig", found.number, "Jörn Pahlke", "Wohnung verloren", "14. Januar 2026", "6 UE"):
        assert words in text


def test_it_stays_what_it_was_when_account_event_and_category_change(person) -> None:
    user = person(MEMBER, first_name="Mia", last_name="Altname")
    entry(user, 900)
    found = issue_statement(actor=user)
    before = found.paper
    for category in Category.objects.all():
        category.label = f"Neu {category.pk}"
        category.save()
    Entry.objects.filter(person=user).delete()
    own_data.erase_account(user, actor=user)
    found.refresh_from_db()
    assert found.person is None
    assert found.paper == before
    text = page_of(found).content.decode()
    assert "Mia Altname" in text
    assert "Theorie und Anwendung" in text
    assert "echt und gültig" in text
    assert reading.text_of(pdf_of(found)).count("Mia Altname") == 1


def test_a_replaced_one_says_by_what_and_a_revoked_one_why(person) -> None:
    user, office = person(MEMBER), person(OFFICE)
    old = issue(user)
    new = replace_certificate(old, paper(holder="Jörn Pahlke-Meier"), reason="Schreibfehler im Namen", actor=office)
    old.refresh_from_db()
    assert (old.state, new.state, new.replaces, new.person) == ("replaced", "valid", old, user)
    text = page_of(old).content.decode()
    assert "wurde ersetzt" in text
    assert new.number in text
    assert "Schreibfehler im Namen" in text
    assert "echt und gültig" not in text
    assert new.token not in text, "the new link goes to the holder only"
    assert "Pahlke-Meier" not in text
    revoke_certificate(new, reason="Irrtümlich ausgestellt", actor=office)
    assert "gilt nicht mehr" in page_of(new).content.decode()
    assert "Irrtümlich ausgestellt" in page_of(new).content.decode()
    for act in (
        lambda: revoke_certificate(new, reason="noch einmal", actor=office),
        lambda: replace_certificate(old, paper(), reason="noch einmal", actor=office),
    ):
        with pytest.raises(HoursError, match="gilt schon nicht mehr"):
            act()
    issue(user)  # after a revocation there can be another one


def test_revoking_needs_a_reason_and_the_office(person) -> None:
    user, office = person(MEMBER), person(OFFICE)
    found = issue(user)
    with pytest.raises(HoursError, match="Grund"):
        revoke_certificate(found, reason=" ", actor=office)
    for actor in (user, person(EDITOR)):
        with pytest.raises(PermissionDenied):
            revoke_certificate(found, reason="Darum", actor=actor)
    with pytest.raises(PermissionDenied):
        revoke_certificate(issue(office), reason="Darum", actor=office)
    found.refresh_from_db()
    assert found.is_valid


@pytest.mark.parametrize("token", ["x", "'; --", "%00", "a" * 500])
def test_an_unknown_link_finds_nothing(token: str) -> None:
    assert Client().get(f"/bescheinigung/{token}/").status_code == 404


def test_a_number_or_a_part_of_the_link_is_not_enough(person) -> None:
    found = issue(person(MEMBER))
    for token in (found.number, str(found.pk), found.token[:-1], found.token.swapcase()):
        assert Client().get(reverse("certificates:verify", args=[token])).status_code == 404
    assert page_of(found).status_code == 200
    assert Client().get(f"/bescheinigung/{found.token}\u200b/").status_code == 200, (
        "copied with an invisible character"
    )


def test_guessing_is_slowed_down(person, settings) -> None:
    settings.REQUEST_LIMITS = settings.REQUEST_LIMITS | {"verification": (3, 60)}
    found = issue(person(MEMBER))
    answers = [Client().get("/bescheinigung/falsch/").status_code for _try in range(3)]
    assert answers == [404, 404, 404]
    assert page_of(found).status_code == 429


def test_the_link_is_not_in_log_lines() -> None:
    from netzwerk.portal.logs import safe

    assert "geheim" not in safe("GET /bescheinigung/geheim123/ 200")


def test_a_guest_gets_it_by_mail_once_and_has_no_ledger(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks() as queued:
        found = issue(email="gast@test.example")
    assert len(queued) == 1
    assert tasks.mail_certificate(found.pk)
    assert not tasks.mail_certificate(found.pk)
    mail = Message.objects.get(to=["gast@test.example"])
    assert found.public_url in mail.text
    assert [one["content_type"] for one in mail.attachments] == ["application/pdf"]
    assert not Entry.objects.filter(source_kind=SOURCE.kind).exists()
    found.refresh_from_db()
    Certificate.objects.filter(pk=found.pk).update(
        issued_at=timezone.now() - forgetting.KEEP_GUESTS - timedelta(days=1)
    )
    assert forgetting.forget_old_guests() >= 1  # and those of the demo
    assert page_of(found).status_code == 200


def test_a_statement_stays_until_something_changes_and_is_replaced_then(person) -> None:
    user = person(MEMBER)
    with pytest.raises(HoursError, match="noch keine"):
        issue_statement(actor=user)
    entry(user, 90)
    first = issue_statement(actor=user)
    assert issue_statement(actor=user) == first
    entry(user, 45)
    second = issue_statement(actor=user)
    first.refresh_from_db()
    assert second.replaces == first
    assert (first.paper["hours"][-1][-1], second.paper["hours"][-1][-1]) == ("2 UE", "3 UE")


def test_papers_are_accessible_and_carry_link_and_code(person, tmp_path: Path) -> None:
    user, office = person(MEMBER), person(OFFICE)
    usual, full = issue(user), issue(person(MEMBER), said=long_paper())
    hostile = issue(person(MEMBER), said=hostile_paper())
    bare = issue(person(MEMBER), said=paper(facts=[], hours=[], note="", sentence=""))
    revoked = revoke_certificate(issue(person(MEMBER)), reason="Irrtümlich ausgestellt", actor=office)
    made = {"usual": usual, "long": full, "hostile": hostile, "bare": bare, "revoked": revoked}
    for name, certificate in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf_of(certificate))
    text = reading.text_of((tmp_path / "usual.pdf").read_bytes())
    for words in ("Jörn Pahlke", usual.number, "6 UE", "Theorie und Anwendung", "Ausgestellt am"):
        assert words in text
    assert usual.public_url in text.replace(" ", "")
    assert len(reading.opened((tmp_path / "usual.pdf").read_bytes()).pages) == 1
    assert "Nicht mehr gültig" in reading.text_of((tmp_path / "revoked.pdf").read_bytes())
    kinds = reading.kinds((tmp_path / "usual.pdf").read_bytes())
    assert kinds.count("/Figure") == 1
    assert kinds.count("/TH") == 4
    assert verapdf.check(tmp_path) == ""


def long_paper():
    rows = [(f"Art der Stunden Nummer {number}", "120 UE", "30 UE 15 min", "150 UE 15 min") for number in range(30)]
    return paper(
        title="Bescheinigung " * 12, holder="Donaudampfschifffahrt" * 8, sentence="Ein Satz. " * 200, hours=rows
    )


def hostile_paper():
    text = f"{HOSTILE} {FOREIGN}"[:190]
    return paper(
        title=text, holder=text, sentence=text, facts=[(text, text)], hours=[(text, text, text, text)], note=text
    )


def test_a_code_is_a_picture_that_is_large_enough_to_scan() -> None:
    with Image.open(
        io.BytesIO(code_of("https://netzwerk-sozialagenturen.example/bescheinigung/" + "x" * 32 + "/"))
    ) as code:
        assert code.size[0] == code.size[1] >= 250
