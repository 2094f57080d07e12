"""Input for roles and invitations. Choices hold only what the person may give; the services check again."""

import re
from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone

from netzwerk.members.roles import ROLE_BY_KEY, Role, Scope
from netzwerk.surfaces.forms import AddressField, DayField, OneLineField
from netzwerk.surfaces.texts import one_line


def role_choices(roles: list[Role]) -> list[tuple[str, str]]:
    return [(role.key, f"{role.label}: {role.purpose}") for role in roles]


def start_of_day(day) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


class GrantForm(forms.Form):
    """Give a role; without days it begins now and has no end. `until` is the last day on which it holds."""

    role = forms.ChoiceField(label="Rolle", choices=[], widget=forms.RadioSelect)
    valid_from = DayField(label="Ab", required=False, help_text="Leer: ab sofort.")
    last_day = DayField(label="Bis einschließlich", required=False, help_text="Leer: ohne Ende.")

    def __init__(self, *args, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(roles)

    def clean(self) -> dict:
        data = super().clean()
        begin, last = data.get("valid_from"), data.get("last_day")
        today = timezone.localdate()
        if last and last < (begin or today):
            self.add_error("last_day", "Das Ende liegt vor dem Beginn. Bitte wählen Sie einen späteren Tag.")
        if begin and begin < today:
            self.add_error("valid_from", "Rollen beginnen frühestens heute.")
        return data

    def moments(self) -> dict[str, datetime | None]:
        """Beginning and end for the service. A role of today begins now."""
        begin, last = self.cleaned_data["valid_from"], self.cleaned_data["last_day"]
        starts = start_of_day(begin) if begin and begin > timezone.localdate() else None
        ends = start_of_day(last + timedelta(days=1)) if last else None
        return {"valid_from": starts, "valid_until": ends}


class InviteForm(forms.Form):
    """Invite one person; `roles` come on top of the membership itself."""

    email = AddressField(
        label="E-Mail-Adresse", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    first_name = OneLineField(
        label="Vorname", max_length=100, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    last_name = OneLineField(
        label="Nachname", max_length=100, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    roles = forms.MultipleChoiceField(label="Rollen", choices=[], required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = role_choices(roles)


RECIPIENT = re.compile(r"(?P<name>[^<>;\t]*)<(?P<address>[^<>\s]+)>[;,]?")
LINES_AT_MOST = 200


class BulkInviteForm(forms.Form):
    """Invite many: one line each, address; first name; last name. Wrong lines are named, and none is lost."""

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
            "Eine Person je Zeile: Adresse; Vorname; Nachname. Sie können Zeilen aus einer Tabelle oder Empfänger aus einem "
            "Mailprogramm einfügen."
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

    def clean_people(self) -> list[tuple[str, str, str]]:
        """Address, first name, last name of each line."""
        rows, wrong, seen = [], [], set()
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines() if line.strip()]
        if len(lines) > LINES_AT_MOST:
            raise forms.ValidationError(f"Bitte höchstens {LINES_AT_MOST} Personen auf einmal; es sind {len(lines)}.")
        for number, line in enumerate(lines, 1):
            parts = _parts_of(line)
            try:
                email = AddressField(max_length=254).clean(parts[0])
            except forms.ValidationError:
                wrong.append(f"Zeile {number}: „{parts[0][:80]}“ ist keine E-Mail-Adresse.")
                continue
            if email in seen:
                wrong.append(f"Zeile {number}: {email} steht schon weiter oben.")
                continue
            seen.add(email)
            rows.append((email, one_line(parts[1])[:100], one_line(parts[2])[:100]))
        if wrong:
            raise forms.ValidationError(wrong)
        return rows


def _parts_of(line: str) -> list[str]:
    """Address, first name, last name; from "Ina Muster <ina@ort.example>" as well, as mail programs copy recipients."""
    if recipient := RECIPIENT.fullmatch(line):
        first, _, last = recipient["name"].strip(" \"'").rpartition(" ")
        return [recipient["address"], first, last]
    parts = [part.strip() for part in line.replace("\t", ";").split(";")]
    return parts + [""] * (3 - len(parts))
