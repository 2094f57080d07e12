"""A form field in which people are picked by name, one or several, among those that somebody may see."""

from collections.abc import Sequence
from typing import Any

from netzwerk.lists.picking import MOST_FOUND, Candidate, PickerField, PickerWidget
from netzwerk.members.models import User
from netzwerk.members.models.people import UserQuerySet

NO_LONGER_SEEN = "Profil nicht zu sehen"


class People:
    """Active accounts among `people`, which the caller has narrowed by `visible_to`.

    `shows_first`: show the first ones by name before anybody searches, for a small circle. `kept`: people by key who are picked
    already, with the name that the form shows for them; they stay, whoever may see them now.
    """

    def __init__(
        self, people: UserQuerySet, *, shows_first: bool = False, kept: dict[str, tuple[User, str]] | None = None
    ) -> None:
        self.people, self.shows_first, self.kept = people.filter(is_active=True), shows_first, kept or {}

    def find(self, words: str) -> list[Candidate]:
        if not words and not self.shows_first:
            return []
        found = self.people.matching(words).by_name().with_current_memberships()
        return [candidate_of(person) for person in found[:MOST_FOUND]]

    def look_up(self, keys: Sequence[str]) -> dict[str, Candidate]:
        found = {key: candidate_of(person) for key, person in self._visible(keys).items()}
        for key in keys:
            if key in self.kept and key not in found:
                found[key] = Candidate(key, self.kept[key][1], NO_LONGER_SEEN)
        return found

    def pick(self, keys: Sequence[str]) -> list[User]:
        visible = self._visible(keys)
        return [visible.get(key) or self.kept[key][0] for key in keys]

    def _visible(self, keys: Sequence[str]) -> dict[str, User]:
        pks = [int(key) for key in keys if key.isdecimal() and len(key) <= 18]
        found = self.people.filter(pk__in=pks).with_current_memberships() if pks else []
        return {str(person.pk): person for person in found}


def candidate_of(person: User) -> Candidate:
    return Candidate(str(person.pk), person.get_full_name(), words_on(person))


def words_on(person: User) -> str:
    """Function and organisations; `person` comes from `with_current_memberships`."""
    organisations = (str(membership.organisation) for membership in person.current_memberships)
    return ", ".join(filter(None, [person.function, *organisations]))


class PeopleWidget(PickerWidget):
    search_label = "Nach dem Namen suchen"
    nothing_found = "Zu diesem Namen gibt es hier niemanden. Schon ein Teil des Namens genügt."


class PeopleField(PickerField):
    widget = PeopleWidget
    default_error_messages = {"required": "Bitte wählen Sie aus, um wen es geht."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": "Personen", **kwargs})
