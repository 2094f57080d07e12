"""Inviting many: texts of mail programs and tables are parsed, shown for correction, and sent only then."""

import pytest
from django.test import Client

from netzwerk.members.forms.recipients import Recipient, read_recipients, text_of
from netzwerk.members.models import Organisation
from netzwerk.members.roles import MEMBER, OFFICE
from netzwerk.members.services import invitations
from netzwerk.post.models import Message
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
PAGE = "/geschaeftsstelle/einladen/"
INA, OTTO = ("ina@ort.example", "Ina", "Muster"), ("otto@ort.example", "Otto", "Beispiel")
BARE = [("ina@ort.example", "", ""), ("otto@ort.example", "", ""), ("eva@ort.example", "", "")]


def people(text: str) -> list[tuple[str, str, str]]:
    return [(one.email, one.first_name, one.last_name) for one in read_recipients(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ina@ort.example; otto@ort.example; eva@ort.example",
        "ina@ort.example, otto@ort.example, eva@ort.example",
        "ina@ort.example\totto@ort.example\teva@ort.example",
        "ina@ort.example otto@ort.example eva@ort.example",
        "ina@ort.example\r\n\r\n<otto@ort.example>;\nmailto:eva@ort.example,",
        "An: ina@ort.example; otto@ort.example;; eva@ort.example.",
        "\u200bina@ort.example\u00a0;\ufeff otto@ort.exam\u00adple ; eva@ort.example\u2060",
    ],
)
def test_addresses_may_have_any_separator(text: str) -> None:
    assert people(text) == BARE


@pytest.mark.parametrize(
    "text",
    [
        "Ina Muster <ina@ort.example>; Otto Beispiel <otto@ort.example>",
        "Ina Muster <ina@ort.example>, Otto Beispiel <otto@ort.example>",
        "Muster, Ina <ina@ort.example>; Beispiel, Otto <otto@ort.example>",
        "Muster, Ina <ina@ort.example>, Beispiel, Otto <otto@ort.example>",
        '"Muster, Ina" <ina@ort.example>, "Beispiel, Otto" <otto@ort.example>',
        "„Muster, Ina“ <ina@ort.example>\n'Otto Beispiel' <otto@ort.example>;",
        "Muster, Ina (Kreis Auenrode) <ina@ort.example>; Beispiel, Otto [extern] <otto@ort.example>",
        "Ina Muster (ina@ort.example); Otto Beispiel [mailto:otto@ort.example]",
        "Ina Muster ina@ort.example, Beispiel, Otto, otto@ort.example",
        "=?utf-8?q?Ina_Muster?= <ina@ort.example>\n=?utf-8?b?T3R0byBCZWlzcGllbA==?= <otto@ort.example>",
        "Ina\tMuster\tina@ort.example\nOtto\tBeispiel\totto@ort.example",
        "ina@ort.example\tIna\tMuster\notto@ort.example\tOtto\tBeispiel",
        "ina@ort.example; Ina; Muster\notto@ort.example; Otto; Beispiel",
        '"Ina";"Muster";"ina@ort.example"\n"Otto";"Beispiel";"otto@ort.example"',
        "Frau;Ina;Muster;ina@ort.example;0221 123\nHerr;Otto;Beispiel;otto@ort.example;",
        "Nachname;Vorname;E-Mail;Amt\nMuster;Ina;ina@ort.example;50\nBeispiel;Otto;otto@ort.example;51",
        "Name\tE-Mail-Adresse\nIna Muster\tina@ort.example\nBeispiel, Otto\totto@ort.example",
        "Ina Muster; ina@ort.example; Otto Beispiel; otto@ort.example",
        "ina@ort.example; Ina Muster; otto@ort.example; Otto Beispiel",
        "Frau Ina Muster <ina@ort.example>\nHerr Otto Beispiel <otto@ort.example>",
    ],
)
def test_names_are_read_from_mail_programs_and_tables(text: str) -> None:
    assert people(text) == [INA, OTTO]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Anna <a@ort.example>; Carla <c@ort.example>",
            [("a@ort.example", "Anna", ""), ("c@ort.example", "Carla", "")],
        ),
        ("Muster\tIna\tina.muster@ort.example", [("ina.muster@ort.example", "Ina", "Muster")]),
        ("Dr. Ina von der Heide <i@ort.example>", [("i@ort.example", "Dr. Ina", "von der Heide")]),
        ("O'Neil, Ann <ann.o'neil@ort.example>", [("ann.o'neil@ort.example", "Ann", "O'Neil")]),
        ('"ina@ort.example" <ina@ort.example>', [("ina@ort.example", "", "")]),
        ("eva@ort.example, Otto Beispiel <otto@ort.example>", [("eva@ort.example", "", ""), OTTO]),
        ("Ina <ina@FAẞ.example>", [("ina@faß.example", "Ina", "")]),
        ("Muster, Ina <ina @ort.example>", [INA]),
        ("Ina Muster", [("", "Ina", "Muster")]),
        ("ina@ort", [("ina@ort", "", "")]),
        ("ina@@ort.example", [("ina@@ort.example", "", "")]),
        (
            '"offen <ina@ort.example>; otto@ort.example',
            [("ina@ort.example", "offen", ""), ("otto@ort.example", "", "")],
        ),
        ("", []),
        (" ;,\t\n;", []),
    ],
)
def test_unusual_texts_are_read_without_loss(text: str, found: list) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "chars", [*list("<>()[]\",;\t'@\\=?„"), "=?", "<@>", "@,", '"";', "\x00", "\u202e", "<" * 500, '"' * 501]
)
def test_hostile_text_raises_no_error(chars: str) -> None:
    for text in (
        chars,
        f"Ina {chars} Muster <ina@ort.example>",
        f"ina@ort.example{chars}Ina",
        f"{chars};{chars}\n{chars}",
    ):
        found = read_recipients(text)
        assert sum("ina@ort.example" in one.email for one in found) == text.count("ina@ort.example")
        read_recipients(text_of(found))


def test_corrected_rows_become_a_text_that_is_read_back() -> None:
    rows = [
        Recipient("a@ort.example", 'Ann; die "Gute"', "von Au"),
        Recipient("b@ort.example", "", "Be"),
        Recipient("", "Ce", ""),
    ]
    assert read_recipients(text_of(rows)) == rows


@pytest.fixture
def home(db: None) -> Organisation:
    return organisation()


@pytest.fixture
def office(person, login) -> Client:
    return login(person(OFFICE))


def pasted(home: Organisation, text: str) -> dict:
    return {"organisation": home.pk, "roles": "coordinator", "people": text}


def table(answer) -> dict:
    """The POST data of the table in this response."""
    rows = answer.context["rows"]
    data = {f"rows-{name}": str(rows.management_form[name].value()) for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    for row in rows:
        for field in row:
            if field.name != "invite" or field.value():
                data[field.html_name] = "on" if field.name == "invite" else field.value()
    return data


def test_parsed_rows_are_shown_for_correction_and_sent_only_then(office, home) -> None:
    data = pasted(home, "Muster, Ina <ina@ort.example>; otto@ort\nEva")
    shown = office.post(PAGE, data)
    assert shown.status_code == 200
    assert "Noch ist nichts abgeschickt" in shown.content.decode()
    typed = table(shown)
    assert (typed["rows-0-first_name"], typed["rows-0-last_name"]) == ("Ina", "Muster")
    refused = office.post(PAGE, data | typed | {"send": "1"})
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Zeile 2, E-Mail-Adresse: Bitte geben Sie eine gültige E-Mail-Adresse an" in text
    assert "Zeile 3, E-Mail-Adresse: Hier fehlt die E-Mail-Adresse" in text
    assert "<title>Fehler: " in text
    assert table(refused) == typed
    assert not home.invitations.exists()
    corrected = typed | {
        "rows-1-email": "otto@ort.example",
        "rows-2-email": "eva@ort.example",
        "rows-2-last_name": "Neu",
    }
    assert office.post(PAGE, data | corrected | {"check": "1"}).status_code == 200
    assert not home.invitations.exists()
    assert office.post(PAGE, data | corrected | {"send": "1"}).status_code == 302
    sent = home.invitations.order_by("email").values_list("email", "first_name", "last_name")
    assert list(sent) == [("eva@ort.example", "Eva", "Neu"), INA, ("otto@ort.example", "", "")]
    assert Message.objects.filter(text__contains="/einladung/").count() >= 3


def test_a_row_that_is_not_ticked_is_not_sent(office, home) -> None:
    data = pasted(home, "ina@ort.example\nkeine Adresse")
    typed = table(office.post(PAGE, data))
    del typed["rows-1-invite"]
    assert office.post(PAGE, data | typed | {"send": "1"}).status_code == 302
    assert home.invitations.get().email == "ina@ort.example"
    nobody = office.post(
        PAGE, data | {name: said for name, said in typed.items() if "invite" not in name} | {"send": "1"}
    )
    assert "mindestens einer Person ein Häkchen" in nobody.content.decode()


def test_members_invited_people_and_repeated_addresses_have_a_note_in_their_row(office, home, person) -> None:
    member = PersonFactory.with_role(MEMBER, home=home)
    invitations.invite("warte@ort.example", actor=None, organisation=home, roles=[])
    data = pasted(home, f"ina@ort.example\n{member.email}\nwarte@ort.example\nIna <INA@ort.example>")
    shown = office.post(PAGE, data)
    text = shown.content.decode()
    assert "Gehört schon zu" in text
    assert "schon eingeladen" in text
    assert "Steht schon in Zeile 1" in text
    typed = table(shown)
    assert [name for name in typed if name.endswith("invite")] == ["rows-0-invite"]
    every = typed | {f"rows-{number}-invite": "on" for number in range(4)}
    refused = office.post(PAGE, data | every | {"send": "1"})
    assert refused.status_code == 422
    assert f"Zeile 2, E-Mail-Adresse: Gehört schon zu {home}" in refused.content.decode()
    assert "Zeile 4, E-Mail-Adresse: Diese Adresse steht schon in Zeile 1" in refused.content.decode()
    assert home.invitations.count() == 1
    again = typed | {"rows-2-invite": "on"}
    assert office.post(PAGE, data | again | {"send": "1"}).status_code == 302
    assert home.invitations.filter(email="warte@ort.example").count() == 2


def test_going_back_to_the_text_keeps_typed_and_corrected_values(office, home) -> None:
    text = "Muster, Ina (Amt 50) <ina@ort.example>;  otto@ort"
    data = pasted(home, text)
    typed = table(office.post(PAGE, data))
    assert office.post(PAGE, data | typed | {"change": "1"}).context["form"]["people"].value() == text
    changed = office.post(PAGE, data | typed | {"rows-1-email": "otto@ort.example", "change": "1"})
    assert changed.status_code == 200
    assert people(changed.context["form"]["people"].value()) == [INA, ("otto@ort.example", "", "")]


def test_two_hundred_people_are_invited_and_more_are_refused(office, home, django_assert_max_num_queries) -> None:
    lines = [f"Vorname {number} <person{number}@ort.example>" for number in range(201)]
    refused = office.post(PAGE, pasted(home, "\n".join(lines)))
    assert refused.status_code == 422
    assert "hier stehen 201" in refused.content.decode()
    data = pasted(home, "\n".join(lines[:200]))
    with django_assert_max_num_queries(60):
        shown = office.post(PAGE, data)
    assert office.post(PAGE, data | table(shown) | {"send": "1"}).status_code == 302
    assert home.invitations.count() == 200


def test_all_are_invited_or_nobody(office, home, person) -> None:
    data = pasted(home, "a@test.example; Ada; Alt\nb@test.example")
    typed = table(office.post(PAGE, data))
    assert office.post(PAGE, data | typed | {"roles": "trainer", "send": "1"}).status_code == 422
    assert not home.invitations.exists()
    nothing = office.post(PAGE, pasted(home, " ; "))
    assert nothing.status_code == 422
    assert "ausgefüllt" in nothing.content.decode() or "niemanden gefunden" in nothing.content.decode()
    wrong = office.post(PAGE, data | typed | {"rows-TOTAL_FORMS": "x", "send": "1"})
    assert wrong.status_code == 422
    assert not home.invitations.exists()
