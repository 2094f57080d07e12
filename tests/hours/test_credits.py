"""Applying for credit: the applicant's steps, the office's decisions, and what each writes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from netzwerk.files.models import AttachedFile
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Certificate, Credit, Entry
from netzwerk.hours.services import credits, decisions, forgetting
from netzwerk.members.models import LogEntry
from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.post.models import Message, Notification
from tests.factories.hours import IN_PERSON, ONLINE, category, credit_values, draft, proof_file, submitted

pytestmark = pytest.mark.django_db
State = Credit.State


@pytest.fixture
def user(person):
    return person(MEMBER, first_name="Mia", last_name="Testfrau")


@pytest.fixture
def office(person):
    return person(OFFICE)


def grant(credit: Credit, office, minutes: int = 900, **changes) -> Certificate:
    values = {"category": category(), "presence": IN_PERSON, "text": ""} | changes
    return decisions.grant_credit(credit, actor=office, minutes=minutes, **values)


def titles_for(person) -> list[str]:
    return list(Notification.objects.filter(person=person).order_by("pk").values_list("title", flat=True))


def test_from_the_draft_to_hours_in_the_account(user, office) -> None:
    credit = submitted(user)
    assert titles_for(office) == ["Neuer Antrag auf Anrechnung"]
    certificate = grant(credit, office)
    credit.refresh_from_db()
    assert (credit.state, credit.granted_minutes, credit.decided_by) == (State.GRANTED, 900, office)
    entry = Entry.objects.get(person=user)
    assert (entry.minutes, entry.day, entry.category, entry.credited_by) == (900, credit.last_day, category(), office)
    assert certificate.paper["holder"] == "Mia Testfrau"
    assert certificate.paper["hours"][-1] == ["Zusammen", "20 UE", "0 UE", "20 UE"]
    assert titles_for(user) == ["Angerechnet: 20 UE"]
    assert Message.objects.filter(to=[user.email], subject="Angerechnet: 20 UE").exists()
    assert titles_for(office) == [], "nothing waits any more"
    logged = LogEntry.objects.filter(action__startswith="hours.").values_list("action", flat=True)
    assert {"hours.credit_submitted", "hours.credit_granted", "hours.credited", "hours.certificate_issued"} <= set(
        logged
    )


def test_a_part_or_another_form_is_granted_with_a_reason_only(user, office) -> None:
    credit = submitted(user)
    for minutes, changes in ((450, {}), (900, {"presence": ONLINE}), (900, {"category": category("supervision")})):
        with pytest.raises(HoursError, match="warum"):
            grant(credit, office, minutes, **changes)
    for minutes in (0, 901):
        with pytest.raises(HoursError, match="höchstens"):
            grant(credit, office, minutes, text="Weil")
    grant(credit, office, 450, category=category("supervision"), presence=ONLINE, text="Nur der zweite Tag zählt.")
    entry = Entry.objects.get(person=user)
    assert (entry.minutes, entry.category.key, entry.presence) == (450, "supervision", ONLINE)
    assert "Nur der zweite Tag zählt." in Message.objects.get(to=[user.email], subject="Angerechnet: 10 UE").text


def test_a_question_is_answered_and_the_application_can_be_changed_meanwhile(user, office) -> None:
    credit = submitted(user)
    decisions.ask_applicant(credit, actor=office, question="Wie viele Stunden waren es?")
    assert titles_for(user) == ["Eine Frage zu Ihrem Antrag auf Anrechnung"]
    credits.change_credit(credit, actor=user, minutes=450)
    credits.add_proof(credit, proof_file("programm.png"), actor=user)
    credits.answer_question(credit, actor=user, answer="Zehn UE.")
    credit.refresh_from_db()
    assert (credit.state, credit.minutes, credit.proofs.count()) == (State.SUBMITTED, 450, 2)
    assert [step.kind for step in credit.steps.all()] == ["submitted", "question", "answer"]
    with pytest.raises(HoursError, match="anderen Stand"):
        credits.answer_question(credit, actor=user, answer="Noch etwas")


def test_a_refusal_needs_a_reason_and_reaches_the_person(user, office) -> None:
    credit = submitted(user)
    with pytest.raises(HoursError, match="Grund"):
        decisions.decline_credit(credit, actor=office, reason=" ")
    decisions.decline_credit(credit, actor=office, reason="Kein Bezug zur Fallarbeit.")
    assert "Kein Bezug zur Fallarbeit." in Message.objects.get(to=[user.email]).text
    assert not Entry.objects.filter(person=user).exists()
    submitted(user, title=credit.title)  # may be tried again


def test_a_draft_needs_a_proof_to_be_handed_in_and_is_deleted_when_withdrawn(user, office) -> None:
    credit = credits.begin_credit(actor=user, **credit_values())
    with pytest.raises(HoursError, match="Nachweis"):
        credits.submit_credit(credit, actor=user)
    credits.add_proof(credit, proof_file(), actor=user)
    credits.withdraw_credit(credit, actor=user)
    assert not Credit.objects.filter(pk=credit.pk).exists()
    assert not AttachedFile.objects.filter(uploaded_by=user).exists()
    assert titles_for(office) == []


def test_what_is_withdrawn_loses_its_proofs_and_waits_for_nobody(
    user, office, django_capture_on_commit_callbacks
) -> None:
    credit = submitted(user)
    file = credit.proofs.get().file
    with django_capture_on_commit_callbacks(execute=True):
        credits.withdraw_credit(credit, actor=user)
        assert file.storage.exists(file.name), "a rollback would still need it"
    assert not file.storage.exists(file.name)
    credit.refresh_from_db()
    assert credit.state == State.WITHDRAWN
    assert titles_for(office) == []
    with pytest.raises(HoursError, match="anderen Stand"):
        grant(credit, office)


def test_the_same_training_is_handed_in_once(user, office) -> None:
    first = submitted(user, title="Grundkurs Case Management")
    again = draft(user, title="  GRUNDKURS  Case-Management ")
    with pytest.raises(HoursError, match="schon"):
        credits.submit_credit(again, actor=user)
    grant(first, office)
    with pytest.raises(HoursError, match="schon"):
        credits.submit_credit(again, actor=user)
    submitted(user, title="Grundkurs Case Management", category=category("supervision"))


def test_nobody_decides_on_their_own_application(person, office) -> None:
    own = submitted(office)
    boss = person(superuser=True)
    for credit, actor in ((own, office), (submitted(boss), boss)):
        for act in (
            lambda credit=credit, actor=actor: grant(credit, actor),
            lambda credit=credit, actor=actor: decisions.decline_credit(credit, actor=actor, reason="x"),
            lambda credit=credit, actor=actor: decisions.ask_applicant(credit, actor=actor, question="x"),
        ):
            with pytest.raises(HoursError, match="eigenen Antrag"):
                act()
    grant(own, boss)


@pytest.mark.parametrize("role", [MEMBER, COORDINATOR, EDITOR])
def test_only_the_office_decides_and_only_the_applicant_changes(person, user, office, role) -> None:
    credit, other = submitted(user), person(role)
    for act in (
        lambda: grant(credit, other),
        lambda: decisions.correct_credit(credit, actor=other, minutes=0, reason="x"),
        lambda: credits.withdraw_credit(credit, actor=other),
        lambda: credits.add_proof(credit, proof_file(), actor=office),
        lambda: credits.change_credit(credit, actor=office, minutes=1),
        lambda: decisions.decline_credit(draft(user), actor=office, reason="x"),
    ):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize(
    "changes",
    [
        {"minutes": 0},
        {"minutes": 10**7},
        {"last_day": date(2026, 3, 2)},
        {"first_day": date(2030, 1, 1), "last_day": date(2030, 1, 1)},
        {"title": ""},
        {"title": "x" * 201},
        {"presence": "elsewhere"},
    ],
)
def test_wrong_values_are_refused(user, changes: dict) -> None:
    with pytest.raises(ValidationError):
        credits.begin_credit(actor=user, **credit_values(**changes))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("nachweis.exe", b"MZ", "nimmt das Portal nicht an"),
        ("nachweis.docx", b"PK\x03\x04", "nimmt das Portal nicht an"),
        ("nachweis.pdf", b"MZ\x90\x00", "passt nicht zur Endung"),
        ("nachweis.png", b"<svg onload=alert(1)>", "kein lesbares"),
        ("nachweis.pdf", b"", "leer"),
    ],
)
def test_hostile_proofs_are_refused(user, name: str, content: bytes, words: str) -> None:
    credit = draft(user)
    with pytest.raises(ValidationError, match=words):
        credits.add_proof(credit, ContentFile(content, name=name), actor=user)
    assert credit.proofs.count() == 1


def test_there_are_limits_for_number_size_and_quota_of_proofs(user, settings) -> None:
    credit = draft(user)
    for _more in range(credits.MOST_PROOFS - 1):
        credits.add_proof(credit, proof_file(), actor=user)
    with pytest.raises(ValidationError, match="Mehr als 5"):
        credits.add_proof(credit, proof_file(), actor=user)
    settings.FILES_ATTACHED_BYTES = 10
    with pytest.raises(ValidationError, match="erlaubt sind"):
        draft(user)
    settings.FILES_QUOTA_BYTES = 100
    with pytest.raises(ValidationError, match="Speicherplatz"):
        draft(user)


def test_proofs_and_drafts_are_deleted_after_a_time(user, office) -> None:
    old, new, open_one = submitted(user), submitted(user), submitted(user)
    for credit in (old, new):
        grant(credit, office)
    long_ago = timezone.now() - forgetting.KEEP_PROOFS - timedelta(days=1)
    Credit.objects.filter(pk=old.pk).update(decided_at=long_ago)
    Credit.objects.filter(pk=open_one.pk).update(submitted_at=long_ago)
    unfinished, stale = draft(user), draft(user)
    Credit.objects.filter(pk=stale.pk).update(changed_at=long_ago)
    forgetting.forget_old_proofs()
    forgetting.forget_old_drafts()
    assert [one.proofs.count() for one in (old, new, open_one, unfinished)] == [0, 1, 1, 1]
    assert not Credit.objects.filter(pk=stale.pk).exists()


def test_a_correction_changes_account_and_certificate(user, office) -> None:
    credit = submitted(user)
    first = grant(credit, office)
    decisions.correct_credit(credit, actor=office, minutes=450, reason="Ein Tag fiel aus.")
    first.refresh_from_db()
    second = first.replaced_by
    assert (first.state, first.reason) == ("replaced", "Ein Tag fiel aus.")
    assert second.paper["hours"][-1][-1] == "10 UE"
    assert list(Entry.objects.filter(person=user).order_by("pk").values_list("minutes", flat=True)) == [900, -900, 450]
    decisions.correct_credit(credit, actor=office, minutes=0, reason="Der Nachweis war gefälscht.")
    credit.refresh_from_db()
    second.refresh_from_db()
    assert (credit.state, second.state) == (State.DECLINED, "revoked")
    assert sum(Entry.objects.filter(person=user).values_list("minutes", flat=True)) == 0
    with pytest.raises(HoursError, match="anderen Stand"):
        decisions.correct_credit(credit, actor=office, minutes=450, reason="Doch nicht")


def test_what_is_seen_agrees_with_the_rule_for_one(person, user, office) -> None:
    from netzwerk.hours.access import can_view_credit

    made = [draft(user), submitted(user), submitted(office), draft(office)]
    for visitor in (user, office, person(MEMBER), person(EDITOR), person(superuser=True)):
        seen = set(Credit.objects.visible_to(visitor).values_list("pk", flat=True))
        assert {one.pk for one in made if can_view_credit(visitor, one)} == seen & {one.pk for one in made}
