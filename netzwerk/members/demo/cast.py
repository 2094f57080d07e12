"""Everyone in the demo's organisations, computed from the data modules. Always the same people, as the seed is fixed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from netzwerk.members.demo import data
from netzwerk.members.demo.organisations import ORGANISATIONS, SITE, group_of, phone
from netzwerk.members.demo.people_known import GONE, LOCKED, MORE_TASKS, MOVED, NAMED, OFFICE_PEOPLE
from netzwerk.members.demo.people_names import names
from netzwerk.members.demo.positions import FUNCTIONS, MUNICIPAL, NETWORK_ROLES, SITE_ROLES
from netzwerk.members.demo.shapes import OrganisationData, Person, Stay, Task


@cache
def everyone() -> tuple[Person, ...]:
    """All people but the personas."""
    dice = Random("Lindmark")  # noqa: S311  nothing secret
    found = list(_staff(dice))
    return (*OFFICE_PEOPLE, *found, *GONE)


def _staff(dice: Random) -> Iterator[Person]:
    pool = names()
    dice.shuffle(pool)
    texts = _Texts()
    seen: Counter = Counter()
    for organisation in ORGANISATIONS:
        for position, count in organisation.staff.items():
            for number in range(count):
                first, last = pool.pop()
                function = _function(position, group_of(organisation), seen)
                if number == 0 and (organisation.key, position) in NAMED:
                    first, last, function = NAMED[organisation.key, position]
                person = Person(
                    first, last, organisation.key, position, function, _since(dice, organisation, position, number)
                )
                person = _with_tasks(person, organisation, number)
                yield _with_profile(person, organisation, texts, dice, sum(seen.values()))


def _function(position: str, group: str, seen: Counter) -> str:
    """The name of this position; several names are used in turn."""
    words = FUNCTIONS[position, group]
    seen[position, group] += 1
    return words[(seen[position, group] - 1) % len(words)]


def _since(dice: Random, organisation: OrganisationData, position: str, number: int) -> int:
    if position == "coordination" and number == 0:
        return organisation.joined
    if moved := MOVED.get((organisation.key, position, number)):
        return moved.ended
    return dice.randint((organisation.left or 0) + 25, organisation.joined - 3)


def _with_tasks(person: Person, organisation: OrganisationData, number: int) -> Person:
    """The person with the roles of the position, and those of people_known.py."""
    tasks = [Task("member", person.since)]
    if person.position == "coordination":
        tasks.append(Task("coordinator", person.since))
    if organisation.key in SITE and person.position in SITE_ROLES:
        site = SITE[organisation.key]
        since = max(min(person.since, site.started), (site.ended or 0) + 1)
        tasks.append(Task(SITE_ROLES[person.position], since, until=site.ended))
    if person.position in NETWORK_ROLES:
        tasks.append(Task(NETWORK_ROLES[person.position], person.since))
    told = MORE_TASKS.get((organisation.key, person.position, number), ())
    since = max([person.since, *(task.since + 20 for task in told)])
    tasks = [*(replace(task, since=since) if task.role == "member" else task for task in tasks), *told]
    key = (organisation.key, person.position, number)
    person = replace(person, since=since, locked=key == LOCKED)
    if moved := MOVED.get(key):
        person = replace(person, earlier=(moved,))
        tasks.insert(0, Task("member", moved.since, taken=moved.ended, organisation=moved.organisation))
    if organisation.left:
        stay = Stay(organisation.key, since, organisation.left, "organisation_left")
        return replace(person, tasks=tuple(replace(task, taken=organisation.left) for task in tasks), gone=stay)
    return replace(person, tasks=tuple(tasks))


class _Texts:
    """Uses each text about a person once."""

    def __init__(self) -> None:
        self.left = {(position, group): texts for position, group, texts in data.about_texts()}

    def take(self, position: str, group: str) -> tuple[str, str] | None:
        rest = self.left.get((position, group if group == MUNICIPAL else "other"))
        return rest.pop(0) if rest else None


def _with_profile(person: Person, organisation: OrganisationData, texts: _Texts, dice: Random, number: int) -> Person:
    """About half of the people open their profile; most of them say something about themselves."""
    if person.gone or person.locked or dice.random() > 0.56:
        return person
    topics, about = tuple(organisation.topics.split()[:1]), ""
    if dice.random() < 0.9 and (taken := texts.take(person.position, group_of(organisation))):
        topics, about = tuple(taken[0].split()), taken[1]
    own_phone = phone(organisation.place, 100 + number) if dice.random() < 0.7 else ""
    return replace(person, is_open=True, topics=topics, about=about, phone=own_phone)


def coordination_of(organisation: str) -> Person | None:
    """The first coordination of an organisation; None if it is a persona."""
    speakers = (
        one
        for one in everyone()
        if one.organisation == organisation and one.position == "coordination" and one not in GONE
    )
    return next(speakers, None)
