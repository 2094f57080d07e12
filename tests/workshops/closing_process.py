"""A process that closes workshops, continues closings and corrects attendance until it is killed.

`python -m tests.workshops.closing_process DATABASE MARKER FAULTS`
"""

import os
import random
import sys
import traceback
from pathlib import Path


def main() -> None:
    database, marker_path, faults_path = sys.argv[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings.test")
    import django
    from django.conf import settings

    django.setup()
    from django.db import connection, connections

    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = database

    from tests.factories.workshops import place_of
    from tests.killing import Marker, fork_on_demand, watch_transactions
    from workshops.events.models import Workshop
    from workshops.events.services import closing

    def change(chance: random.Random) -> None:
        workshop = chance.choice(list(Workshop.objects.order_by("pk")))
        place, actor = place_of(workshop), workshop.organisers.get().person
        row = workshop.dates.get()
        if not row.is_closed or closing.closing_of(workshop, place).unfinished:
            closing.close_dates(workshop, place, actor=actor)
        else:
            booking = chance.choice(list(place.bookings.confirmed().select_related("place")))
            values = {row.date_id: (chance.choice(["whole", "half", "absent"]), None)}
            closing.correct_attendance(booking, workshop, values=values, reason="Irrtum", actor=actor)

    def work() -> None:
        connections.close_all()  # a child opens its own
        marker = Marker(Path(marker_path))
        marker.started(os.getpid())
        watch_transactions(marker)
        chance = random.Random(os.getpid())  # noqa: S311 an order, not a secret
        while True:
            try:
                change(chance)
            except BaseException:
                Path(faults_path).write_text(traceback.format_exc())
                raise

    Workshop.objects.exists()
    fork_on_demand(work)


if __name__ == "__main__":
    main()
