"""Who plans and who leads a workshop."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from netzwerk.lists.picking import PickingForm
from netzwerk.members.forms.people import People, PeopleField
from netzwerk.members.models import User
from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from netzwerk.texts.fields import TextField, disable_autocomplete
from workshops.events.models import Workshop
from workshops.events.services.people import GuestLeader

MOST_GUESTS = 20


def kept(people: Any) -> dict[str, tuple[User, str]]:
    return {str(person.pk): (person, person.get_full_name()) for person in people}


class OrganisersForm(PickingForm):
    people = PeopleField(
        label="Wer plant mit?", help_text="Alle, die hier stehen, bearbeiten den Workshop und sehen die Anmeldungen."
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any = None, *, user: Any, workshop: Workshop) -> None:
        held = [one.person for one in workshop.organisers.select_related("person")]
        super().__init__(data, initial={"people": [str(one.pk) for one in held], "seen": workshop.stamp})
        planners = people_with_permission(May.PLAN_WORKSHOPS).values("pk")
        self.fields["people"].source = People(
            User.objects.visible_to(user).filter(pk__in=planners), shows_first=True, kept=kept(held)
        )


class GuestsField(TextField):
    """Guests who lead, one a line: name, then function and organisation after a comma."""

    def to_python(self, value: Any) -> list[GuestLeader]:
        found = []
        for line in (super().to_python(value) or "").splitlines():
            name, _comma, function = (part.strip() for part in line.partition(","))
            if not name and function:
                raise ValidationError(f"In der Zeile „{line.strip()[:60]}“ fehlt der Name vor dem Komma.")
            if len(name) > 160 or len(function) > 200:
                raise ValidationError(f"Die Zeile „{line.strip()[:40]} …“ ist zu lang. Bitte kürzen Sie sie.")
            if name:
                found.append(GuestLeader(name, function))
        if len(found) > MOST_GUESTS:
            raise ValidationError(f"Bitte nennen Sie höchstens {MOST_GUESTS} Gäste.")
        return found

    def validate(self, value: Any) -> None:
        """Nothing to add: `to_python` has looked at each line."""

    def run_validators(self, value: Any) -> None:
        """See `validate`."""

    def clean(self, value: Any) -> list[GuestLeader]:
        return self.to_python(str(value or ""))

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(", ".join(part for part in guest if part) for guest in value)


class LeadersForm(PickingForm):
    people = PeopleField(
        label="Personen aus dem Netzwerk",
        required=False,
        can_be_moved=True,
        help_text="Sie sehen alle Materialien und bekommen Nachricht, wenn sich ein Termin ändert.",
    )
    guests = GuestsField(
        label="Gäste",
        required=False,
        help_text="Je eine Zeile: Name, dann nach einem Komma Funktion und Organisation. Sie stehen öffentlich auf der Seite; "
        "fragen Sie vorher.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any = None, *, user: Any, workshop: Workshop) -> None:
        leaders = list(workshop.leaders.select_related("person"))
        held = [one.person for one in leaders if one.person is not None]
        guests = [GuestLeader(one.name, one.function) for one in leaders if one.person is None]
        initial = {"people": [str(one.pk) for one in held], "guests": guests, "seen": workshop.stamp}
        super().__init__(data, initial=initial)
        self.fields["people"].source = People(User.objects.visible_to(user), kept=kept(held))
        disable_autocomplete(self)
