"""What a workshop says of itself: text, for whom, seats, deadlines, contact."""

from typing import Any

from django import forms

from netzwerk.lists.picking import PickingForm
from netzwerk.members.models import Organisation
from netzwerk.texts.fields import (
    AddressField,
    NumberField,
    OneLineField,
    PhoneField,
    TextField,
    disable_autocomplete,
)
from netzwerk.vocabulary.forms import TermsField
from netzwerk.vocabulary.models import Term
from workshops.events.forms.fields import Organisations, OrganisationsField
from workshops.events.models import Workshop
from workshops.events.models.workshops import MOST_SEATS
from workshops.events.services.planning import FIELDS

SECTIONS = (
    ("Worum es geht", ("title", "summary", "description", "for_whom", "topics")),
    ("Wer sich anmelden kann", ("audience", "organisations", "takes_guests", "needs_approval", "booking")),
    ("Plätze und Fristen", ("seats_in_person", "seats_online", "has_waiting_list", "booking_days", "cancel_days")),
    ("Mindestzahl und Kosten", ("minimum", "minimum_days", "cost_note")),
    ("Wer Fragen beantwortet", ("contact_name", "contact_email", "contact_phone")),
)
DAYS = {"min_value": 0, "max_value": 180}
SEATS = {"min_value": 1, "max_value": MOST_SEATS, "required": False}


class WorkshopForm(PickingForm):
    """`seen` is the stamp of the workshop that the form shows (services.rows.Outdated)."""

    title = OneLineField(label="Titel", max_length=160)
    summary = OneLineField(
        label="Worum es geht, in zwei Sätzen",
        max_length=400,
        help_text="Steht in Listen und über dem Text.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    description = TextField(
        label="Beschreibung",
        max_length=8000,
        required=False,
        help_text="Eine leere Zeile beginnt einen Absatz. Zeilen, die mit einem Strich (-) beginnen, werden eine Liste.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    for_whom = OneLineField(
        label="Für wen",
        max_length=300,
        required=False,
        help_text="Zum Beispiel: Menschen, die in Fachstellen als Erste von einer Räumung erfahren.",
    )
    topics = TermsField(label="Themen")
    audience = forms.ChoiceField(
        label="Wer sich anmelden kann", choices=Workshop.Audience.choices, widget=forms.RadioSelect
    )
    organisations = OrganisationsField(label="Für diese Organisationen", required=False)
    takes_guests = forms.BooleanField(label="auch Gäste ohne Konto, wenn der Workshop für alle ist", required=False)
    needs_approval = forms.BooleanField(label="Anmeldungen werden erst geprüft", required=False)
    booking = forms.ChoiceField(
        label="Anmelden zu",
        choices=Workshop.Booking.choices,
        widget=forms.RadioSelect,
        help_text="Bei einer Reihe, von der man einzelne Tage besuchen kann: jeder Termin einzeln.",
    )
    seats_in_person = NumberField(label="Plätze vor Ort", **SEATS)
    seats_online = NumberField(label="Plätze online", **SEATS)
    has_waiting_list = forms.BooleanField(label="mit Warteliste", required=False)
    booking_days = NumberField(
        label="Anmelden bis so viele Tage vorher, 12 Uhr", help_text="0: bis zum Beginn.", **DAYS
    )
    cancel_days = NumberField(
        label="Absagen ohne Grund bis so viele Tage vorher, 12 Uhr",
        help_text="Bis dahin rückt auch nach, wer auf der Warteliste steht. 0: bis zum Beginn.",
        **DAYS,
    )
    minimum = NumberField(label="Mindestzahl", help_text="0, wenn es keine gibt.", min_value=0, max_value=MOST_SEATS)
    minimum_days = NumberField(label="Entscheidung über die Mindestzahl, Tage vorher", **DAYS)
    cost_note = OneLineField(
        label="Kosten", max_length=200, required=False, help_text="Zum Beispiel: keine, Mittagessen inbegriffen."
    )
    contact_name = OneLineField(
        label="Name", max_length=120, help_text="Steht öffentlich auf der Seite. Fragen Sie die Person vorher."
    )
    contact_email = AddressField(label="E-Mail-Adresse", max_length=254)
    contact_phone = PhoneField(label="Telefon", max_length=40, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any = None, *, user: Any, workshop: Workshop | None, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        chosen = workshop.topics.all() if workshop is not None else Term.objects.none()
        self.fields["topics"].queryset = Term.objects.visible_to(user).topics().choosable(chosen)
        self.fields["organisations"].source = Organisations(Organisation.objects.active().visible_to(user))
        disable_autocomplete(self)

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS]

    def values(self) -> dict[str, Any]:
        """For the service; `seen` apart."""
        data = self.cleaned_data
        return {name: data[name] for name in FIELDS} | {
            "topics": list(data["topics"]),
            "organisations": data["organisations"],
        }


def initial_of_new(user: Any) -> dict[str, Any]:
    """A new workshop: the model's defaults, and the planner as the one who answers questions."""
    blank = Workshop()
    initial = {name: getattr(blank, name) for name in FIELDS}
    return initial | {"contact_name": user.get_full_name(), "contact_email": user.email, "contact_phone": user.phone}


def initial_of(workshop: Workshop, proposed: dict[str, Any]) -> dict[str, Any]:
    """`proposed`: what waits for review or is shown (services.pending.proposed_values)."""
    values = {name: getattr(workshop, name) for name in FIELDS} | proposed
    values["organisations"] = [str(key) for key in values["organisations"]]
    return values | {"seen": workshop.stamp}
