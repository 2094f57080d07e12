"""Forms for giving a role and for inviting one person. Choices are the roles that the actor may give."""

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone

from netzwerk.lists.picking import PickingForm
from netzwerk.members.forms.people import People, PeopleField
from netzwerk.members.models.people import UserQuerySet
from netzwerk.members.roles import Role
from netzwerk.texts.fields import AddressField, DayField, OneLineField


def role_choices(roles: list[Role]) -> list[tuple[str, str]]:
    return [(role.key, f"{role.label}: {role.purpose}") for role in roles]


def start_of_day(day) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


class GrantForm(forms.Form):
    """Give a role; by default it begins now and has no end."""

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
        """Beginning and end for give_role(). A role from today on begins now."""
        begin, last = self.cleaned_data["valid_from"], self.cleaned_data["last_day"]
        starts = start_of_day(begin) if begin and begin > timezone.localdate() else None
        ends = start_of_day(last + timedelta(days=1)) if last else None
        return {"valid_from": starts, "valid_until": ends}


class GiveRoleForm(PickingForm, GrantForm):
    """Give a role to some of these people."""

    people = PeopleField(label="Wer bekommt die Rolle?")
    field_order = ("people",)

    def __init__(self, *args, people: UserQuerySet, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].source = People(people, shows_first=True)


class InviteForm(forms.Form):
    """Invite one person; `roles` are given besides the membership."""

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
