"""Numbers, days, telephone numbers and codes in German notation, in every form."""

import importlib
import inspect
import pkgutil
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from wagtail.contrib.settings.registry import registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

import knowledge
import netzwerk
from netzwerk.texts.fields import (
    AddressField,
    CodeField,
    DayField,
    DecimalNumberField,
    NumberField,
    PhoneField,
    PostcodeField,
    WebAddressField,
)
from netzwerk.texts.notation import dialled

NUMBERS = {
    9400: [
        "9400",
        "9.400",
        "9 400",
        "9\xa0400",
        "9\u2009400",
        "9\u202f400",
        "9'400",
        "9’400",
        " 9.400 ",
        "\u200b9400\ufeff",
        "+9400",
        "9.400,0",
        "9\xad400",
    ],
    1234567: ["1234567", "1.234.567", "1 234 567", "1'234'567"],
    0: ["0", "00"],
    -5: ["-5", "\u22125"],
}
NO_NUMBERS = [
    "abc",
    "9,400",
    "9400,5",
    "9.40",
    "1.23.456",
    "1.234 567",
    "rund 9400",
    "9400 Menschen",
    "9²",
    "٣",
    "9e3",
    "1_000",
]
NO_NUMBERS += ["NaN", "Infinity", "9" * 5000, "-", "."]
DECIMALS = {
    "4.5": ["4,5", "4.5", "4,50", " 4,5\u200b", "4,5\u00a0"],
    "9400.5": ["9.400,5", "9 400,5", "9400,5", "9'400,5"],
    "1500": ["1.500", "1500"],
    "0.5": [",5", "0,5"],
}
DAYS = [
    "3.3.2026",
    "03.03.2026",
    "3.3.26",
    "03.03.26",
    "3. 3. 2026",
    "3.\u00a03.\u20092026",
    "3. März 2026",
    "3. maerz 2026",
]
DAYS += [
    "3 Mrz 2026",
    "3. Mär. 26",
    "Di, 3. März 2026",
    "Dienstag, 03.03.2026",
    "2026-03-03",
    "\u200b2026-03-03\ufeff",
    "3. Ma\u0308rz 2026",
]
NO_DAYS = [
    "31.2.2026",
    "2026-02-30",
    "3.3.",
    "3. Brumaire 2026",
    "März 2026",
    "3/3/2026",
    "gestern",
    "3.3.1989",
    "1.1.2101",
    "99999-01-01",
]
PHONES = [
    "02305 104-0",
    "02305/104-0",
    "(02305) 104 0",
    "(0 23 05) 1 04-0",
    "+49 2305 104-0",
    "+49 (0) 2305 104-0",
    "0049 2305/104-0",
]
PHONES += [
    "+49(0)2305/104-0",
    "02305 104 – 15",
    "02305 104 Durchwahl 15",
    "02305 104, Apparat 15",
    "02305 104 App. 15",
    "115",
]
PHONES += [
    "0151.23456789",
    "\u200b02305\u00a0104-0\u200e",
    "02305\u2011104",
    "+43 1 4000-0",
    "(+49) 2305 104",
    "02305 104 DW 15",
]
NO_PHONES = [
    "abc",
    "12",
    "0" * 30,
    "ina@test.example",
    "02305 <script>",
    "siehe oben",
    "02305 104 abc",
    "++49",
    "-",
    "2305+104",
    "٠١٢٣",
]


@pytest.mark.parametrize(
    ("number", "typed"), [(number, one) for number, spellings in NUMBERS.items() for one in spellings]
)
def test_whole_numbers_are_taken_in_german_notation(number: int, typed: str) -> None:
    assert NumberField().clean(typed) == number


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_invalid_numbers_are_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValidationError, match="zum Beispiel"):
        NumberField().clean(typed)


@pytest.mark.parametrize(
    ("number", "typed"), [(number, one) for number, spellings in DECIMALS.items() for one in spellings]
)
def test_decimals_are_taken_in_german_notation(number: str, typed: str) -> None:
    assert DecimalNumberField().clean(typed) == Decimal(number)


def test_a_point_is_a_decimal_separator_without_thousands() -> None:
    field = DecimalNumberField(groups_by_point=False, max_digits=7, decimal_places=5, max_value=Decimal(56))
    assert [field.clean(one) for one in ("51.481", "51,481", "51.48165")] == [Decimal("51.481")] * 2 + [
        Decimal("51.48165")
    ]
    assert DecimalNumberField(max_value=Decimal(9000)).clean("1.500") == 1500


@pytest.mark.parametrize("typed", DAYS)
def test_days_are_taken_in_german_notation(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 3, 3)


def test_short_years_are_from_1990_to_2089() -> None:
    assert [DayField().clean(f"1.5.{year}").year for year in ("90", "99", "00", "31")] == [1990, 1999, 2000, 2031]


@pytest.mark.parametrize("typed", NO_DAYS)
def test_invalid_days_are_refused_with_a_message(typed: str) -> None:
    with pytest.raises(ValidationError, match=r"zum Beispiel|gibt es nicht|zwischen 1990 und 2100"):
        DayField().clean(typed)


def test_a_day_in_german_notation_is_shown_again_where_another_field_is_wrong() -> None:
    class Two(forms.Form):
        day = DayField()
        number = NumberField()

    assert 'value="2026-03-03"' in str(Two({"day": "3. März 2026", "number": "x"})["day"])


@pytest.mark.parametrize("typed", PHONES)
def test_telephone_numbers_are_taken_as_people_write_them(typed: str) -> None:
    taken = PhoneField(max_length=40).clean(typed)
    assert [*filter(str.isdigit, taken)] == [*filter(str.isdigit, typed)]
    assert taken.isprintable()


@pytest.mark.parametrize("typed", NO_PHONES)
def test_invalid_telephone_numbers_are_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PhoneField().clean(typed)


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+49 (0)2305 104-0", "+4923051040"),
        ("0049 (0) 2305", "00492305"),
        ("(0 23 05) 104", "02305104"),
        ("115", "115"),
    ],
)
def test_a_number_is_dialled_without_its_zero_in_parentheses(phone: str, digits: str) -> None:
    assert dialled(phone) == digits


@pytest.mark.parametrize("typed", ["123456", "123 456", " 1 2 3\u00a0456\u200b", "\ufeff123\u00ad456\u2060"])
def test_a_code_is_taken_however_it_was_copied(typed: str) -> None:
    assert CodeField(max_length=40).clean(typed) == "123456"
    assert "maxlength" not in str(CodeField(max_length=6).widget.attrs)


@pytest.mark.parametrize("typed", ["99410", " 99 410 ", "D-99410", "D 99410", "DE-99410", "\u200b99410\u00a0"])
def test_a_postcode_is_five_digits(typed: str) -> None:
    assert PostcodeField().clean(typed) == "99410"
    for wrong in ("9941", "994100", "A-9941", "abcde", "٩٩٤١٠"):
        with pytest.raises(ValidationError, match="fünf Ziffern"):
            PostcodeField().clean(wrong)


def own_forms() -> list[type[forms.BaseForm]]:
    """Every form of the project."""
    found = set()
    for package in (netzwerk, knowledge):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "forms" in module.name.split(".")[2:] or module.name.split(".")[-1] in ("forms", "style"):
                members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
                found |= {one for _name, one in members if issubclass(one, forms.BaseForm)}
    return sorted((one for one in found if one.__module__.startswith(("netzwerk", "knowledge"))), key=str)


def admin_forms() -> list[type[forms.BaseForm]]:
    """The forms of Wagtail's admin for our own pages, snippets and settings."""
    handlers = [model.get_edit_handler() for model in get_page_models()]
    handlers += [model.snippet_viewset.get_edit_handler() for model in get_snippet_models()]
    handlers += [get_setting_edit_handler(model) for model in registry]
    return [handler.get_form_class() for handler in handlers if handler]


PLAIN = {
    forms.EmailField: AddressField,
    forms.URLField: WebAddressField,
    forms.DateField: DayField,
    forms.DecimalField: DecimalNumberField,
    forms.IntegerField: NumberField,
    forms.FloatField: DecimalNumberField,
}
PHONE_NAMES = ("phone", "telefon", "telephone", "mobile", "fax")


def wrong_fields(form: type[forms.BaseForm], plain: dict) -> list[str]:
    wrong = []
    for name, field in form.base_fields.items():
        for kind, ours in plain.items():
            if isinstance(field, kind) and not isinstance(field, ours | DecimalNumberField):
                wrong.append(f"{form.__name__}.{name}: {type(field).__name__}")
        if (name in PHONE_NAMES or field.widget.attrs.get("type") == "tel") and not isinstance(field, PhoneField):
            wrong.append(f"{form.__name__}.{name}: no PhoneField")
    return wrong


def test_every_form_of_the_portal_uses_these_fields() -> None:
    listed = own_forms()
    names = {form.__name__ for form in listed}
    assert {"ApplicationForm", "ProfileForm", "OfficialForm", "PilotSiteForm", "LogFilter", "ContactForm"} <= names
    assert [one for form in listed for one in wrong_fields(form, PLAIN)] == []


def test_every_form_of_the_admin_uses_these_fields() -> None:
    listed = admin_forms()
    assert len(listed) > 10
    plain = {kind: ours for kind, ours in PLAIN.items() if kind is not forms.DateField}
    own = [
        form
        for form in listed
        if form._meta.model._meta.app_label in {"portal", "knowledge", "members", "files", "search"}
    ]
    assert "PracticeReport" in {form._meta.model.__name__ for form in own}
    assert [one for form in own for one in wrong_fields(form, plain) if "no PhoneField" not in one] == []
