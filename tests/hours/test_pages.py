"""The pages of one's own hours and of the office desk: what they show to whom, and that nothing typed is lost."""

import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netzwerk.files.models import AttachedFile
from netzwerk.hours.models import Certificate, Credit, Entry, Source
from netzwerk.hours.services import credits, decisions
from netzwerk.hours.services.certificates import issue_certificate
from netzwerk.hours.services.statements import issue_statement
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services import own_data
from tests.counting import fewest_queries
from tests.factories.hours import IN_PERSON, category, draft, entry, paper, submitted
from tests.factories.pages import png

pytestmark = pytest.mark.django_db

FORM = {
    "title": "Gesprächsführung",
    "provider": "Volkshochschule",
    "first_day": "3.3.2026",
    "last_day": "5.3.2026",
    "category": "theorie",
    "presence": "in_person",
    "amount": "12,5",
    "unit": "stunden",
    "explanation": "",
}
CANARY = "Zaunkönigin-Seminar"


@pytest.fixture
def user(person):
    return person(MEMBER, first_name="Mia", last_name="Testfrau")


@pytest.fixture
def office(person):
    return person(OFFICE)


def test_the_whole_way_by_forms(user, office, login) -> None:
    own, desk = login(user), login(office)
    address = own.post(reverse("hours:credit_new"), FORM).url
    credit = Credit.objects.get(person=user)
    assert credit.minutes == 750
    upload = {"file": SimpleUploadedFile("Nachweis <b>.png", png())}
    assert own.post(reverse("hours:proof_add", args=[credit.pk]), upload).status_code == 302
    assert "Antrag einreichen" in own.get(address).content.decode()
    own.post(reverse("hours:credit_submit", args=[credit.pk]))
    start = desk.get("/geschaeftsstelle/").content.decode()
    assert "zu entscheiden" in start
    at_desk = reverse("desk_hours:credit", args=[credit.pk])
    assert "Nachweis" in desk.get(at_desk).content.decode()
    decision = {"decision": "grant", "amount": "10", "unit": "ue", "category": "theorie", "presence": "in_person"}
    wrong = desk.post(at_desk, decision)
    assert wrong.status_code == 422
    assert "anders an, als es beantragt ist" in wrong.content.decode()
    decision["words"] = "Ohne die Pausen."
    review = desk.post(at_desk, decision).content.decode()
    assert "Noch ist nichts geschehen" in review
    assert not Entry.objects.filter(person=user).exists()
    assert desk.post(at_desk, decision | {"sure": "1"}).url == at_desk
    page = own.get(reverse("hours:account")).content.decode()
    assert "Gesprächsführung" in page
    assert "10 UE" in page
    certificate = Certificate.objects.get(person=user)
    paper_of_it = own.get(reverse("hours:certificate", args=[certificate.pk]))
    assert paper_of_it.content.startswith(b"%PDF-")
    assert "no-store" in paper_of_it["Cache-Control"]


def test_wrong_input_is_named_and_kept(user, login) -> None:
    answer = login(user).post(
        reverse("hours:credit_new"), FORM | {"amount": "1,33", "unit": "ue", "first_day": "9.3.2026"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "keine ganzen Minuten" in text
    assert "liegt vor dem ersten" in text
    for kept in ("Gesprächsführung", "Volkshochschule", "1,33", 'value="2026-03-05"'):
        assert kept in text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": "9" * 30}, "Art"),
        ({"category": "'; --"}, "Art"),
        ({"presence": "x"}, "Form"),
        ({"amount": "NaN"}, "Umfang"),
        ({"amount": "1e9"}, "Umfang"),
        ({"amount": "-3"}, "Umfang"),
        ({"amount": "99999"}, "Umfang"),
        ({"last_day": "31.12.2099"}, "Letzter Tag"),
        ({"title": "\x00\u202e"}, "gelernt"),
    ],
)
def test_hostile_input_is_refused(user, login, changes: dict, field: str) -> None:
    answer = login(user).post(reverse("hours:credit_new"), FORM | changes)
    assert answer.status_code == 422
    assert field in answer.content.decode()
    assert not Credit.objects.filter(person=user).exists()


def test_markup_in_texts_and_file_names_is_text(user, office, login) -> None:
    markup = "<script>alert(1)</script>"
    credit = submitted(user, title=markup, provider=markup, explanation=markup)
    AttachedFile.objects.filter(pk=credit.proofs.get().pk).update(title=markup)
    for client, address in (
        (login(user), reverse("hours:credit", args=[credit.pk])),
        (login(office), reverse("desk_hours:credit", args=[credit.pk])),
        (login(office), reverse("desk_hours:credits")),
    ):
        text = client.get(address).content.decode()
        assert markup not in text
        assert "&lt;script&gt;" in text


def test_changing_one_field_keeps_all_others(user, login) -> None:
    client = login(user)
    client.post(reverse("hours:credit_new"), FORM)
    credit = Credit.objects.get(person=user)
    address = reverse("hours:credit_change", args=[credit.pk])
    shown = client.get(address).context["form"].initial
    data = shown | {"provider": "Akademie"}
    assert client.post(address, data).status_code == 302
    credit.refresh_from_db()
    assert (credit.provider, credit.title, credit.minutes, credit.first_day.isoformat()) == (
        *("Akademie", "Gesprächsführung", 750, "2026-03-03"),
    )


def test_what_is_handed_in_cannot_be_changed(user, login) -> None:
    credit, client = submitted(user), login(user)
    assert client.get(reverse("hours:credit_change", args=[credit.pk])).status_code == 302
    client.post(reverse("hours:credit_change", args=[credit.pk]), FORM)
    client.post(reverse("hours:proof_remove", args=[credit.pk, credit.proofs.get().pk]))
    credit.refresh_from_db()
    assert credit.title != "Gesprächsführung"
    assert credit.proofs.count() == 1


def test_a_proof_of_another_application_is_missing(user, person, login) -> None:
    mine, other = draft(user), draft(person(MEMBER))
    client = login(user)
    address = reverse("hours:proof_remove", args=[mine.pk, other.proofs.get().pk])
    assert client.post(address).status_code == 404
    assert other.proofs.count() == 1


@pytest.mark.parametrize("role", [MEMBER, COORDINATOR, EDITOR, ADMINISTRATION])
def test_nothing_of_an_application_is_seen_by_others(role, person, user, login) -> None:
    credit = submitted(user, title=CANARY)
    entry(user, source=Source("test", "1", CANARY))
    certificate = issue_certificate(
        paper(title=CANARY), kind="test", source=Source("test", "1", CANARY), person=user, actor=None
    )
    proof = credit.proofs.get()
    client = login(person(role))
    for address in (
        proof.url,
        reverse("hours:credit", args=[credit.pk]),
        reverse("hours:certificate", args=[certificate.pk]),
        reverse("desk_hours:credit", args=[credit.pk]),
        reverse("desk_hours:credits"),
        reverse("desk_hours:certificates"),
    ):
        assert client.get(address).status_code == 404, address
    for address in ("/mein-bereich/", reverse("hours:account"), "/konto/meine-daten/", "/suche/?q=Zaunkönigin"):
        assert CANARY not in client.get(address).content.decode()


def test_the_office_sees_proofs_of_what_is_handed_in_only(user, office, login) -> None:
    open_draft, handed_in, client = draft(user), submitted(user), login(office)
    assert client.get(open_draft.proofs.get().url).status_code == 404
    answer = client.get(handed_in.proofs.get().url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(reverse("desk_hours:credit", args=[open_draft.pk])).status_code == 404
    credits.withdraw_credit(handed_in, actor=user)
    assert client.get(reverse("desk_hours:credit", args=[handed_in.pk])).status_code == 200


def test_a_proof_has_one_address(user, login) -> None:
    proof = draft(user).proofs.get()
    client = login(user)
    assert client.get(proof.url).status_code == 200
    assert client.get(f"/dateien/anlage/{proof.pk}/anders.png").status_code == 404
    proof.file.storage.delete(proof.file.name)
    assert client.get(proof.url).status_code == 404


def test_files_contain_all_entries_and_no_formula(user, login) -> None:
    entry(user, 90, source=Source("test", "1", "=1+1"))
    client = login(user)
    lines = b"".join(client.get(f"{reverse('hours:account')}?als=csv")).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(lines), delimiter=";")
    assert row["Wofür"] == "'=1+1"
    assert (row["Minuten"], row["Form"]) == ("90", "in Präsenz")
    book = zipfile.ZipFile(io.BytesIO(client.get(f"{reverse('hours:account')}?als=xlsx").content))
    assert "Wofür" in book.read("xl/sharedStrings.xml").decode()


def test_lists_cost_the_same_with_one_row_and_with_three(user, person, office, login) -> None:
    submitted(user), entry(user)
    issue_statement(actor=user)
    clients = {"account": login(user), "desk": login(office)}
    pages = [
        ("account", reverse("hours:account")),
        ("desk", f"{reverse('desk_hours:credits')}?stand=alle"),
        ("desk", reverse("desk_hours:certificates")),
    ]
    few = [fewest_queries(lambda who=who, address=address: clients[who].get(address)) for who, address in pages]
    for _more in range(2):
        submitted(user), entry(user)
        other = person(MEMBER)
        submitted(other), entry(other)
        issue_statement(actor=other)
    issue_statement(actor=user)
    assert [
        fewest_queries(lambda who=who, address=address: clients[who].get(address)) for who, address in pages
    ] == few


def test_the_desk_refuses_a_second_decision(user, office, login) -> None:
    credit, client = submitted(user), login(office)
    address = reverse("desk_hours:credit", args=[credit.pk])
    decisions.decline_credit(credit, actor=office, reason="Kein Bezug")
    answer = client.post(address, {"decision": "decline", "words": "Noch einmal"})
    assert answer.status_code == 422
    assert credit.steps.count() == 2


def test_a_correction_by_the_desk_reaches_the_account(user, office, login) -> None:
    credit = submitted(user)
    decisions.grant_credit(credit, actor=office, minutes=900, category=category(), presence=IN_PERSON)
    client, address = login(office), reverse("desk_hours:correct", args=[credit.pk])
    assert client.post(address, {"amount": "0", "unit": "ue", "words": ""}).status_code == 422
    assert client.post(address, {"amount": "5", "unit": "ue", "words": "Ein Tag fiel aus."}).status_code == 302
    page = login(user).get(reverse("hours:account")).content.decode()
    assert "zurückgenommen: Ein Tag fiel aus." in page
    assert "5 UE" in page


def test_own_data_are_shown_and_erased(user, office, django_capture_on_commit_callbacks) -> None:
    credit = submitted(user, title=CANARY)
    decisions.grant_credit(credit, actor=office, minutes=900, category=category(), presence=IN_PERSON)
    waiting = submitted(user)
    file = waiting.proofs.get().file
    held = own_data.collect(user)
    assert held["Stundenkonto"][0]["Minuten"] == 900
    assert held["Anträge auf Anrechnung"][1]["Fortbildung"] == CANARY
    assert held["Bescheinigungen"][0]["Stand"] == "gültig"
    with django_capture_on_commit_callbacks(execute=True):
        own_data.erase_account(user, actor=user)
    assert not Entry.objects.filter(person=user).exists()
    assert not Credit.objects.filter(person=user).exists()
    assert not file.storage.exists(file.name)
    certificate = Certificate.objects.of_source(credit.source).get()
    assert (certificate.person, certificate.is_valid) == (None, True)


def test_an_erased_office_account_leaves_no_trace_in_decisions(user, office) -> None:
    credit = submitted(user)
    decisions.grant_credit(credit, actor=office, minutes=900, category=category(), presence=IN_PERSON)
    own_data.erase_account(office, actor=office)
    credit.refresh_from_db()
    assert credit.decided_by is None
    assert Entry.objects.get(person=user).credited_by is None
    assert not credit.steps.filter(author=office).exists()
