"""A process of the kill suite: publishes, drains and rebuilds in turn until it is killed.

A marker file has its current phase; acknowledged changes are appended to a file that outlives it.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings.test")


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, connections

    database, folder, engine, alias, marker_file, acknowledged = sys.argv[1:]
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = database
    settings.SEARCH_DIR, settings.SEARCH_ENGINE = folder, engine
    settings.ELASTICSEARCH = {**settings.ELASTICSEARCH, "index": alias}

    from netzwerk.members.models import Organisation
    from netzwerk.search import tasks
    from netzwerk.search.services import indexing
    from tests.killing import fork_on_demand
    from tests.search.phases import DRAIN, OUTSIDE, PUBLISH, REBUILD, PhaseMarker

    Organisation.objects.exists()
    connections.close_all()  # a child opens its own

    def work() -> None:
        marker = PhaseMarker(Path(marker_file))
        numbers = iter(range(1, 1_000_000))
        with Path(acknowledged).open("a", buffering=1) as done:
            while True:
                for _publication in range(3):
                    marker.set(PUBLISH)
                    name = publish(f"{os.getpid()}{next(numbers)}")
                    marker.set(OUTSIDE)
                    done.write(name)
                    marker.set(DRAIN)
                    tasks.drain()
                    marker.set(OUTSIDE)
                marker.set(REBUILD)
                indexing.rebuild()
                marker.set(OUTSIDE)

    fork_on_demand(work)


def publish(number: str) -> str:
    """Rename a current member in a transaction of its own; returns the line for the file."""
    from django.db import transaction

    from netzwerk.members.models import Organisation

    with transaction.atomic():
        provider = Organisation.objects.active().order_by("updated_at").select_for_update(of=("self",)).first()
        provider.name = f"Haus w{number}x"
        provider.fold_names()
        provider.save()
    return f"{provider.pk} w{number}x\n"


if __name__ == "__main__":
    main()
