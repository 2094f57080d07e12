"""Applications, invitations, notifications, mails and log entries."""

from datetime import timedelta
from random import Random

from wagtail.models import ModelLogEntry

from netzwerk.members.demo.history import entry, moment
from netzwerk.members.demo.personas import HOME, person_of
from netzwerk.members.models import Application, ApplicationMessage, Invitation, LogEntry, Organisation, User
from netzwerk.members.services import notices
from netzwerk.members.services.log import ACTIONS
from netzwerk.post.models import Message, Notification
from tests.bench.generated.randomness import seeded_random

BUSY = 0.02  # share of log entries and notifications of each of the two busiest personas
TEXT = "Das steht darin, in zwei Sätzen. Mehr ist es nicht."


def add_applications(total: int) -> None:
    chance = seeded_random(4)
    office, states = person_of("geschaeftsstelle"), Application.State
    joined = list(Organisation.objects.active().order_by("-pk")[:total])
    rows = []
    for number in range(total - Application.objects.count()):
        state = chance.choice((*states, *[states.APPROVED] * 4))
        rows.append(
            Application(
                name=f"Verein Neubeginn {number}",
                name_key=f"verein neubeginn {number}",
                kind="provider",
                postcode=f"{number + 10000}",
                place="Ahornau",
                reason=TEXT,
                first_name="Ada",
                last_name=f"Antrag {number}",
                function="Leitung",
                email=f"antrag{number}@crowd.example",
                state=state,
                created_at=moment(number % 700 + 3, number),
                decided_at=None if state in Application.OPEN else moment(number % 700, number),
                decided_by=office if state in (states.APPROVED, states.DECLINED) else None,
                organisation=joined[number] if state == states.APPROVED else None,
            )
        )
    ApplicationMessage.objects.bulk_create(
        ApplicationMessage(application=row, kind="submitted", created_at=row.created_at)
        for row in Application.objects.bulk_create(rows)
    )


def add_invitations(total: int) -> None:
    """Invitations: every tenth to the organisation of the personas, a third still open."""
    home = Organisation.objects.get(slug=HOME)
    homes = list(Organisation.objects.active().order_by("pk"))
    Invitation.objects.bulk_create(
        Invitation(
            email=f"eingeladen{number}@crowd.example",
            organisation=home if number % 10 == 0 else homes[number % len(homes)],
            roles=["member"],
            fingerprint=f"crowd{number:059}",
            invited_by=person_of("koordination") if number < 50 else None,
            created_at=moment(number % 300, number),
            expires_at=moment(number % 300, number) + timedelta(days=14 if number % 3 else 400),
            accepted_at=moment(number % 300, number) if number % 3 else None,
        )
        for number in range(total)
    )


def add_notifications(total: int) -> None:
    chance = seeded_random(5)
    people = _people(chance, total)
    Notification.objects.bulk_create(
        Notification(
            person_id=person,
            kind=notices.JOINING,
            title=f"Mitteilung {number}",
            text=TEXT,
            url="/mein-bereich/",
            created_at=moment(chance.randrange(0, 300), number),
            read_at=None if chance.random() < 0.3 else moment(0),
        )
        for number, person in enumerate(people)
    )


def add_mails(total: int) -> None:
    chance = seeded_random(6)
    addresses = dict(User.objects.values_list("pk", "email"))
    Message.objects.bulk_create(
        Message(
            message_id=f"<{number}@crowd.example>",
            sender="post@portal.example",
            to=[addresses[person]],
            subject=f"Mitteilung {number}",
            text=TEXT * 10,
            state=Message.State.SENT,
            created_at=moment(number % 90, number),
            sent_at=moment(number % 90, number),
        )
        for number, person in enumerate(_people(chance, total))
    )


def add_log(total: int) -> None:
    """Log entries, also of other apps, which the office desk does not show."""
    chance = seeded_random(7)
    users, homes = list(User.objects.order_by("pk")), list(Organisation.objects.order_by("pk"))
    by_pk = {user.pk: user for user in users}
    of_people = [key for key in ACTIONS if key.startswith(("account", "role", "profile", "data"))]
    of_homes = [key for key in ACTIONS if key not in of_people]
    rows = []
    for number, actor in enumerate(_people(chance, total - LogEntry.objects.count())):
        about_person = number % 3 > 0
        subject = chance.choice(users if about_person else homes)
        action = chance.choice(of_people if about_person else of_homes)
        fields = {"role": "Mitglied", "where": "Netzwerk"} if action.startswith("role") else {}
        at = moment(chance.randrange(0, 1000), number)
        rows.append(entry(action, subject, at=at, actor=by_pk[actor], **fields))
        if number % 10 == 0:
            rows[-1].action = "wagtail.edit"
    ModelLogEntry.objects.bulk_create(rows)


def _people(chance: Random, number: int) -> list[int]:
    """Ids of people, the busiest personas more often."""
    keys = list(User.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True))
    busy = [person_of("geschaeftsstelle").pk, person_of("koordination").pk]
    each = int(number * BUSY)
    return [*busy * each, *chance.choices(keys, k=number - 2 * each)]
