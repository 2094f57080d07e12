"""A process that books, cancels, answers offers and writes letters until it is killed, and notes what a person was told.

`python -m tests.seats.changing DATABASE MARKER NOTES PLACE`
"""

import os
import random
import sys
import traceback
from pathlib import Path


def main() -> None:
    database, marker_path, notes_path, place_pk = sys.argv[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings.test")
    import django
    from django.conf import settings

    django.setup()
    from django.db import connection, connections

    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = database

    from netzwerk.members.models import User
    from netzwerk.seats import tasks
    from netzwerk.seats.errors import SeatsError
    from netzwerk.seats.models import Booking, Place
    from netzwerk.seats.services import leaving
    from netzwerk.seats.services.booking import book
    from tests.factories.dates import Meetings
    from tests.factories.dates import registered as with_dates
    from tests.factories.places import Offers, registered
    from tests.killing import Marker, fork_on_demand, watch_transactions

    notes = Path(notes_path)

    def note(line: str) -> None:
        """Survives a kill of this process: the kernel has it."""
        with notes.open("a") as file:
            file.write(f"{line}\n")

    def change(chance: random.Random, place: Place, users: list[User]) -> None:
        user = chance.choice(users)
        mine = Booking.objects.filter(place=place, person=user).live().select_related("place").first()
        if mine is None:
            made = book(place, actor=user, person=user, format=place.formats.get())
            note(f"{made.state} {made.pk}")
        elif mine.state == Booking.State.OFFERED:
            leaving.accept_offer(mine, actor=user)
            note(f"confirmed {mine.pk}")
        elif chance.random() < 0.7:
            leaving.cancel(mine, actor=user)
            note(f"cancelled {mine.pk}")
        else:
            tasks.write_letters()

    def work() -> None:
        connections.close_all()  # a child opens its own
        marker = Marker(Path(marker_path))
        marker.started(os.getpid())
        watch_transactions(marker)
        chance = random.Random(os.getpid())  # noqa: S311 an order, not a secret
        place, users = Place.objects.get(pk=place_pk), list(User.objects.order_by("pk"))
        while True:
            try:
                change(chance, place, users)
            except SeatsError:
                continue
            except BaseException:
                notes.with_suffix(".faults").write_text(traceback.format_exc())
                raise

    with with_dates(Meetings()), registered(Offers()):
        Place.objects.exists()
        fork_on_demand(work)


if __name__ == "__main__":
    main()
