"""Inviting many people: a pasted text becomes a table to correct, and only the table is sent."""

from collections.abc import Callable

from django import forms
from django.forms.formsets import TOTAL_FORM_COUNT, BaseFormSet, formset_factory

from netzwerk.members.forms.recipients import Recipient, read_recipients, text_of
from netzwerk.members.roles import ROLE_BY_KEY, Role, Scope
from netzwerk.texts.fields import AddressField, OneLineField, disable_autocomplete

MAX_PEOPLE = 200
NO_ADDRESS = "Hier fehlt die E-Mail-Adresse. Bitte ergänzen Sie sie, oder nehmen Sie das Häkchen weg."


class BulkInviteForm(forms.Form):
    """The people, the organisation and the roles."""

    organisation = forms.ModelChoiceField(
        label="Organisation",
        queryset=None,
        required=False,
        empty_label="keine, nur Rollen im Netzwerk",
    )
    roles = forms.MultipleChoiceField(label="Rollen", choices=[], required=False, widget=forms.CheckboxSelectMultiple)
    people = forms.CharField(
        label="Personen",
        max_length=40_000,
        help_text=(
            "Fügen Sie ein, was Sie haben: Empfänger aus einem Mailprogramm, Zeilen aus einer Tabelle oder einfach Adressen, "
            "getrennt durch Zeilen, Semikolons oder Kommas. Im nächsten Schritt sehen Sie, was wir verstanden haben, und "
            f"können alles berichtigen. Höchstens {MAX_PEOPLE} Personen auf einmal."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args, organisations, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["roles"].choices = [(role.key, role.label) for role in roles]

    def clean(self) -> dict:
        data = super().clean()
        organisation = data.get("organisation")
        for role in (ROLE_BY_KEY[key] for key in data.get("roles", [])):
            if (role.scope == Scope.NETWORK) == bool(organisation):
                where = "im Netzwerk, nicht in einer Organisation" if organisation else "in einer Organisation"
                self.add_error("roles", f"Die Rolle {role.label} gilt {where}. Bitte wählen Sie passend aus.")
        if not organisation and not data.get("roles"):
            self.add_error("roles", "Bitte wählen Sie eine Organisation oder mindestens eine Rolle im Netzwerk.")
        return data

    def clean_people(self) -> list[Recipient]:
        """Everybody in the text; wrong addresses are shown in the table, where they can be corrected."""
        found = read_recipients(self.cleaned_data["people"])
        if not found:
            raise forms.ValidationError(
                "Wir haben niemanden gefunden. Bitte geben Sie mindestens eine E-Mail-Adresse an."
            )
        if len(found) > MAX_PEOPLE:
            raise forms.ValidationError(
                f"Bitte laden Sie höchstens {MAX_PEOPLE} Personen auf einmal ein; hier stehen {len(found)}."
            )
        return found

    def with_people(self, people: list[Recipient]) -> "BulkInviteForm":
        """The form for editing the text again, with the people as typed or as corrected in the table."""
        again = type(self)(
            self.data.copy(),
            organisations=self.fields["organisation"].queryset,
            roles=[ROLE_BY_KEY[key] for key, _label in self.fields["roles"].choices],
        )
        if people != self.cleaned_data["people"]:
            again.data[self.add_prefix("people")] = text_of(people)
        return again


class InvitedPersonForm(forms.Form):
    """One row of the table. A row that is not ticked is not sent, and its values are not checked."""

    invite = forms.BooleanField(label="Einladen", required=False)
    first_name = OneLineField(label="Vorname", max_length=100, required=False)
    last_name = OneLineField(label="Nachname", max_length=100, required=False)
    email = AddressField(label="E-Mail-Adresse", max_length=254, required=False)

    note = ""  # a hint about the address

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        disable_autocomplete(self)
        for field in ("first_name", "last_name", "email"):
            self.fields[field].widget.attrs |= {"class": "kern-form-input__input", "spellcheck": "false"}
        self.fields["invite"].widget.attrs["class"] = "kern-form-check__checkbox"

    def clean(self) -> dict:
        data = super().clean()
        if not data.get("invite"):
            self._errors.clear()
        elif not data.get("email") and "email" not in self.errors:
            self.add_error("email", NO_ADDRESS)
        return data

    def typed(self) -> Recipient:
        """The row as typed, valid or not."""
        return Recipient(*(str(self[name].value() or "") for name in ("email", "first_name", "last_name")))


class InvitedPeopleBase(BaseFormSet):
    def __init__(self, *args, known: Callable[[list[str]], tuple[dict[str, str], dict[str, str]]], **kwargs) -> None:
        """`known` gives for addresses the reasons why some cannot be invited, and hints about others."""
        super().__init__(*args, **kwargs)
        emails = [row.typed().email for row in self.forms]
        self.refused, hints = known([email for email in emails if email])
        first: dict[str, int] = {}
        for number, (row, email) in enumerate(zip(self.forms, emails, strict=True), 1):
            same = first.setdefault(email, number) if email else number
            row.note = self.refused.get(email) or hints.get(email, "")
            if same != number:
                row.note = f"Steht schon in Zeile {same}."

    def clean(self) -> None:
        """A repeated address, or one that cannot be invited, is an error in ticked rows only."""
        sent: dict[str, int] = {}
        for number, row in enumerate(self.forms, 1):
            data = getattr(row, "cleaned_data", {})
            email = data.get("email")
            if not data.get("invite") or not email:
                continue
            if sent.setdefault(email, number) != number:
                row.add_error("email", f"Diese Adresse steht schon in Zeile {sent[email]}.")
            elif email in self.refused:
                row.add_error("email", self.refused[email])
        if not any(getattr(row, "cleaned_data", {}).get("invite") for row in self.forms):
            raise forms.ValidationError("Bitte setzen Sie bei mindestens einer Person ein Häkchen.")

    def chosen(self) -> list[Recipient]:
        data = [row.cleaned_data for row in self.forms if row.cleaned_data.get("invite")]
        return [Recipient(row["email"], row["first_name"], row["last_name"]) for row in data]

    def typed(self) -> list[Recipient]:
        return [row.typed() for row in self.forms]

    def count_chosen(self) -> int:
        return sum(bool(row["invite"].value()) for row in self.forms)


InvitedPeople = formset_factory(
    InvitedPersonForm, InvitedPeopleBase, extra=0, max_num=MAX_PEOPLE, absolute_max=MAX_PEOPLE
)
ROWS = "rows"


def has_rows(data: dict) -> bool:
    return f"{ROWS}-{TOTAL_FORM_COUNT}" in data


def rows_of(
    people: list[Recipient], *, known: Callable[[list[str]], tuple[dict[str, str], dict[str, str]]]
) -> InvitedPeopleBase:
    """The table for these people. Rows with a note (member, invited, repeated address) are not ticked."""
    initial = [
        {"email": one.email, "first_name": one.first_name, "last_name": one.last_name, "invite": True}
        for one in people
    ]
    rows = InvitedPeople(initial=initial, prefix=ROWS, known=known)
    for row in rows.forms:
        row.initial["invite"] = not row.note
    return rows
