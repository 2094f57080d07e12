"""The way to a seat: what a member or a guest says, and their answers to the questions of a workshop."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.forms.utils import ErrorDict

from netzwerk.members.models import Organisation
from netzwerk.seats import words
from netzwerk.seats.models import Format
from netzwerk.seats.services.booking import Guest, Wishes
from netzwerk.texts.fields import AddressField, OneLineField, TextField
from workshops.events.models import Question

AT_ONCE, ASK_FIRST = "gleich", "fragen"
LONGEST_ANSWER = 2000


class QuietForm(forms.Form):
    """A form of a step. `hide_errors` shows what was sent without errors, for a step that somebody only comes back to."""

    def hide_errors(self) -> None:
        self._errors = ErrorDict()


def promotion_field(at_once_until: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Was soll geschehen, wenn Sie auf der Warteliste an der Reihe sind?",
        choices=[
            (AT_ONCE, f"Gleich anmelden, bis {at_once_until}"),
            (ASK_FIRST, "Erst fragen; ich antworte bis zur genannten Stunde"),
        ],
        initial=AT_ONCE,
        widget=forms.RadioSelect,
    )


class SeatForm(QuietForm):
    """What everybody says. `formats`: those of the place, with what is said about their seats; `at_once_until`: the day until
    which one can be confirmed at once from the waiting list, "" if there is nothing to choose."""

    format = forms.ChoiceField(label="Wie möchten Sie teilnehmen?", widget=forms.RadioSelect)
    promotion = promotion_field("")
    shows_name = forms.BooleanField(
        label="Andere Teilnehmende dürfen meinen Namen und meine Organisation sehen", required=False
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any, *, formats: Sequence[tuple[Format, str]], at_once_until: str = "", **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"form_key": uuid4(), **kwargs.get("initial", {})}
        super().__init__(data, **kwargs)
        self.formats = {str(one.pk): one for one, _words in formats}
        if len(formats) > 1:
            self.fields["format"].choices = [(str(one.pk), f"{one}: {seats}") for one, seats in formats]
        else:
            del self.fields["format"]
        # Not asked again where seats went away after the form was shown: one can choose on the page of the waiting list.
        if at_once_until and (data is None or "promotion" in data):
            self.fields["promotion"] = promotion_field(at_once_until)
        else:
            del self.fields["promotion"]

    @property
    def chosen_format(self) -> Format:
        key = self.cleaned_data.get("format") or next(iter(self.formats))
        return self.formats[key]

    @property
    def wishes(self) -> Wishes:
        """Whoever was not asked is asked before a seat of the waiting list is theirs."""
        data = self.cleaned_data
        return Wishes(promote_at_once=data.get("promotion") == AT_ONCE, shows_name=data["shows_name"])

    @property
    def key(self) -> str:
        return str(self.cleaned_data["form_key"])

    def facts(self) -> list[tuple[str, str]]:
        """The cleaned data in words, for the review."""
        found = []
        if "format" in self.fields:
            found.append(("Teilnahme", str(self.chosen_format)))
        if "promotion" in self.fields:
            choice = dict(self.fields["promotion"].choices)[self.cleaned_data["promotion"]]
            found.append(("Wenn Sie an der Reihe sind", choice))
        shows = "Ja, Name und Organisation" if self.cleaned_data["shows_name"] else "Nein"
        return [*found, ("Dürfen andere Teilnehmende Ihren Namen sehen?", shows)]


class MemberForm(SeatForm):
    organisation = forms.ChoiceField(label="Für welche Organisation nehmen Sie teil?", widget=forms.RadioSelect)
    field_order = ("organisation", "format", "promotion", "shows_name")

    def __init__(self, data: Any, *, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        if len(organisations) > 1:
            self.fields["organisation"].choices = [(key, one.name) for key, one in self.organisations.items()]
        else:
            del self.fields["organisation"]

    @property
    def chosen_organisation(self) -> Organisation | None:
        """None for whoever belongs to none."""
        key = self.cleaned_data.get("organisation") or next(iter(self.organisations), None)
        return self.organisations[key] if key else None

    def facts(self) -> list[tuple[str, str]]:
        house = self.chosen_organisation
        return [("Für", house.name)] * (house is not None) + super().facts()


class GuestForm(SeatForm):
    name = OneLineField(label="Ihr Name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = AddressField(
        label="Ihre E-Mail-Adresse",
        max_length=254,
        help_text="Dorthin schicken wir einen Link, mit dem Sie die Anmeldung bestätigen.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    affiliation = OneLineField(
        label="Ihre Organisation",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    field_order = ("name", "email", "affiliation", "format", "promotion", "shows_name")

    @property
    def guest(self) -> Guest:
        data = self.cleaned_data
        return Guest(data["name"], data["email"], data["affiliation"])

    def facts(self) -> list[tuple[str, str]]:
        guest = self.guest
        own = [("Name", guest.name), ("E-Mail", guest.email)]
        return [*own, *([("Organisation", guest.affiliation)] if guest.affiliation else []), *super().facts()]


class QuestionsForm(QuietForm):
    """The questions of a workshop. `who_reads` says under each who reads the answer, by whether it is about needs."""

    def __init__(
        self, data: Any, *, questions: Sequence[Question], who_reads: Mapping[bool, str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.questions, self.who_reads = list(questions), who_reads
        for question in self.questions:
            name, hint = f"frage-{question.pk}", f"{question.help} {who_reads[question.is_about_needs]}".strip()
            self.fields[name] = self._field(question, hint)
            if question.kind == Question.Kind.NEEDS and question.choices:
                self.fields[f"{name}-mehr"] = OneLineField(
                    label="Etwas anderes, und zwar", max_length=300, required=False
                )

    @staticmethod
    def _field(question: Question, hint: str) -> forms.Field:
        known = {"label": question.label, "required": question.is_required, "help_text": hint}
        choices = [(str(one), str(one)) for one in question.choices]
        match question.kind:
            case Question.Kind.CHOICE:
                empty = [] if question.is_required else [("", "keine Angabe")]
                return forms.ChoiceField(choices=[*choices, *empty], widget=forms.RadioSelect, **known)
            case Question.Kind.CHOICES:
                return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **known)
            case Question.Kind.CONSENT:  # a single box shows no help of its own
                label = f"{question.label} ({question.help})" if question.help else question.label
                return forms.BooleanField(label=label, required=question.is_required)
            case Question.Kind.NEEDS if choices:
                known["required"] = False  # or what is written below it; see clean
                return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **known)
        area = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
        return TextField(max_length=LONGEST_ANSWER, widget=area, **known)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for question in self.questions:
            name = f"frage-{question.pk}"
            if question.is_required and name in data and name not in self.errors and not self._value(question, data):
                self.add_error(name, "Bitte beantworten Sie diese Frage.")
        return data

    def _value(self, question: Question, data: Mapping[str, Any]) -> Any:
        value = data.get(f"frage-{question.pk}")
        more = data.get(f"frage-{question.pk}-mehr", "")
        return [*(value or []), more] if more else value

    def answers(self) -> dict[Question, Any]:
        """What was answered; questions left open are not in it."""
        found = {question: self._value(question, self.cleaned_data) for question in self.questions}
        return {question: value for question, value in found.items() if value}

    def facts(self) -> list[tuple[Question, str]]:
        given = self.answers()
        left_open = {Question.Kind.CONSENT: "Nein"}
        return [
            (question, _in_words(given.get(question)) or left_open.get(question.kind, "nicht beantwortet"))
            for question in self.questions
        ]

    @staticmethod
    def initial_of(answers: Mapping[int, Any], questions: Sequence[Question]) -> dict[str, Any]:
        """Initial values from stored answers, by key of the question."""
        found: dict[str, Any] = {}
        for question in questions:
            value, name = answers.get(question.pk), f"frage-{question.pk}"
            if question.kind == Question.Kind.NEEDS and question.choices and isinstance(value, list):
                found[name] = [one for one in value if one in question.choices]
                found[f"{name}-mehr"] = ", ".join(one for one in value if one not in question.choices)
            else:
                found[name] = value
        return found


def _in_words(value: Any) -> str:
    if value is True:
        return "Ja"
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def seats_in_words(free: int, waiting: int, has_open_list: bool) -> str:
    """What is said about the seats of a format where one chooses it."""
    if free:
        return f"noch {words.seats(free)}"
    if not has_open_list:
        return "ausgebucht"
    return f"Warteliste, {waiting} warten" if waiting > 1 else "Warteliste" + (", 1 Person wartet" if waiting else "")
