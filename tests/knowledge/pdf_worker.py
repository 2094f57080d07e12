"""A process of the kill tests: makes the missing PDFs until it is killed."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings.test")


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, connections

    database, settings.MEDIA_ROOT, tempfile.tempdir, marker_file = sys.argv[1:]
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = database

    from knowledge import tasks
    from knowledge.models import ReportVersion
    from tests.killing import Marker, fork_on_demand, watch_transactions

    ReportVersion.objects.exists()
    connections.close_all()  # a child opens its own

    def work() -> None:
        marker = Marker(Path(marker_file))
        marker.started(os.getpid())
        watch_transactions(marker)
        for pk in ReportVersion.objects.without_pdf().values_list("pk", flat=True):
            tasks.make_pdf(pk)

    fork_on_demand(work)


if __name__ == "__main__":
    main()
