"""What one does with a seat: cancel, switch the format, name a substitute, choose how to move up."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from netzwerk.lists.picking import MOST_FOUND, Candidate, PickerField, PickingForm
from netzwerk.members.models import Organisation, User
from netzwerk.seats.models import Format
from netzwerk.texts.addresses import normalise_email
from netzwerk.texts.fields import MAX_DIGITS, OneLineField
from workshops.events.forms.booking import AT_ONCE, promotion_field


class CancelForm(forms.Form):
    """`needs_reason`: after the deadline, or whoever declines a request."""

    reason = OneLineField(
        label="Grund", max_length=300, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, data: Any, *, needs_reason: bool, reads: str = "Die Veranstaltung liest ihn.") -> None:
        super().__init__(data)
        self.fields["reason"].help_text = reads
        self.fields["reason"].required = needs_reason


class PromotionForm(forms.Form):
    promotion = promotion_field("")

    def __init__(self, data: Any, *, at_once_until: str, at_once: bool) -> None:
        super().__init__(data)
        self.fields["promotion"] = promotion_field(at_once_until)
        self.initial["promotion"] = AT_ONCE if at_once else "fragen"

    @property
    def at_once(self) -> bool:
        return self.cleaned_data["promotion"] == AT_ONCE


class SwitchForm(forms.Form):
    format = forms.ChoiceField(label="Wie möchten Sie teilnehmen?", widget=forms.RadioSelect)

    def __init__(self, data: Any, *, formats: Sequence[tuple[Format, str]], current: Format) -> None:
        super().__init__(data)
        self.formats = {str(one.pk): one for one, _words in formats}
        self.fields["format"].choices = [
            (str(one.pk), f"{one}, wie jetzt" if one == current else f"{one}: {seats}") for one, seats in formats
        ]
        self.initial["format"] = str(current.pk)

    @property
    def chosen(self) -> Format:
        return self.formats[self.cleaned_data["format"]]


class Colleagues:
    """The people of an organisation, for a picker: those whom the user may see, and anybody whose whole address they know.

    Who belongs to an organisation is not shown to all its members; the key of somebody found by address is the address.
    """

    def __init__(self, organisation: Organisation, user: Any, without: Any) -> None:
        self.there = organisation.memberships.current().filter(user__is_active=True).select_related("user")
        self.there = self.there.exclude(user=without) if without is not None else self.there
        self.seen = User.objects.visible_to(user).filter(pk__in=self.there.values("user"))

    def find(self, words: str) -> list[Candidate]:
        if "@" in words:
            return list(self.look_up([words]).values())
        return [self._candidate(one, str(one.pk)) for one in self.seen.matching(words).by_name()[:MOST_FOUND]]

    def look_up(self, keys: Sequence[str]) -> Mapping[str, Candidate]:
        return {key: self._candidate(person, key) for key, person in self._people(keys).items()}

    def pick(self, keys: Sequence[str]) -> list[User]:
        return list(self._people(keys).values())

    def _people(self, keys: Sequence[str]) -> dict[str, User]:
        numbers = [int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) <= MAX_DIGITS]
        found = {str(one.pk): one for one in self.seen.filter(pk__in=numbers)}
        for key in keys[:MOST_FOUND]:
            row = self.there.filter(user__email=normalise_email(key)).first() if "@" in key else None
            if row is not None:
                found[key] = row.user
        return {key: found[key] for key in keys if key in found}

    @staticmethod
    def _candidate(person: User, key: str) -> Candidate:
        return Candidate(key, person.get_full_name(), person.function)


class HandOverForm(PickingForm):
    person = PickerField(label="Wer nimmt teil?", several=False, search_label="Name oder ganze E-Mail-Adresse")

    def __init__(self, data: Any, *, colleagues: Colleagues) -> None:
        super().__init__(data)
        self.fields["person"].source = colleagues
