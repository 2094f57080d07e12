"""gunicorn configuration of the kill suite: Django is loaded once, and each worker marks whether it is in a transaction.

The master forks a new worker at once when one is killed, as in production. Run as
`gunicorn -c tests/members/crash_gunicorn.py netzwerk.wsgi`, with NETZWERK_CRASH_DB and NETZWERK_CRASH_MARKER.
"""

import os
from pathlib import Path

preload_app = True
workers = 1
worker_class = "sync"
timeout = 60
control_socket_disable = True
_marker = None


def when_ready(_server) -> None:
    from django.conf import settings
    from django.db import connection

    connection.settings_dict["NAME"] = os.environ["NETZWERK_CRASH_DB"]
    settings.ACCOUNT_RATE_LIMITS = {}  # this test posts more often than people may


def post_fork(_server, worker) -> None:
    global _marker
    from tests.killing import Marker, watch_transactions

    _marker = Marker(Path(os.environ["NETZWERK_CRASH_MARKER"]))
    watch_transactions(_marker)
    _marker.started(os.getpid())
