"""`manage.py worker`: the django-q2 clusters, after making sure that their tables hold only what we put there.

The process itself is the cluster of the index and of the clock. Mail has one beside it, so that a mail server that lets
senders wait never keeps anything else waiting.
"""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.signing import BadSignature
from django.db import connections, transaction
from django_q.models import OrmQ, Schedule
from django_q.signing import SignedPackage

from netzwerk.settings import environment
from netzwerk.surfaces import clock, processes

SECONDS_TO_STOP = 70  # a job that runs may end; it has a minute at most
TICK = "netzwerk.surfaces.tasks.tick"


@transaction.atomic
def keep_schedule() -> None:
    """Exactly one Schedule row, made anew. A foreign row, or a foreign hook on ours, could run any function."""
    Schedule.objects.all().delete()
    Schedule.objects.create(name="tick", func=TICK, schedule_type=Schedule.MINUTES, minutes=1, repeats=-1)


def drop_unreadable_jobs() -> int:
    """Delete queued jobs that this SECRET_KEY cannot read: one of them would crash the pusher for ever.

    Nothing is lost: rows are the truth, and the sweepers queue a job again for every row that waits.
    """
    dropped = 0
    for job in OrmQ.objects.all().iterator():
        try:
            SignedPackage.loads(job.payload)
        except (BadSignature, TypeError, ValueError, AttributeError, ImportError, EOFError):
            job.delete()
            dropped += 1
    return dropped


def start_cluster(name: str) -> subprocess.Popen:
    """A cluster of its own for one queue, which ends with this process."""
    command = [sys.executable, sys.argv[0], "worker", "--queue", name, "--parent", str(os.getpid())]
    return subprocess.Popen(command, env=environment.inherited(Q_CLUSTER_NAME=name))  # noqa: S603  our own command


class Command(BaseCommand):
    help = "Runs jobs, mail and the clock until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--queue", default="", help="only this queue; the worker itself starts such processes")
        parser.add_argument("--parent", type=int, default=0, help="number of the process that this one ends with")

    def handle(self, *args: Any, **options: Any) -> None:
        processes.bind_forks()
        if options["queue"]:
            processes.end_with_parent(options["parent"] or os.getppid())
            call_command("qcluster")
            return
        keep_schedule()
        dropped = drop_unreadable_jobs()
        if dropped:
            self.stderr.write(f"{dropped} unreadable jobs dropped; the sweepers will queue them again.")
        clock.tick(in_queues=True)  # the cluster looks at its schedule only every half minute
        connections.close_all()  # the cluster forks, and no child may go on with a connection of its parent
        self.besides = {name: start_cluster(name) for name in settings.Q_CLUSTER["ALT_CLUSTERS"]}
        self.is_stopping = False
        try:
            call_command("qcluster")  # returns once it runs
            self._pass_on_signals()
            self._stand_by()
        finally:
            self._stop_besides()

    def _pass_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            own = signal.getsignal(number)

            def stop(received: int, frame: Any, own: Any = own) -> None:
                self.is_stopping = True
                for cluster in self.besides.values():
                    cluster.terminate()
                own(received, frame)  # the cluster's: waits until it has ended

            if callable(own):
                signal.signal(number, stop)

    def _stand_by(self) -> None:
        """As long as the cluster runs; one beside it that has ended is started again."""
        while multiprocessing.active_children():
            for name, cluster in self.besides.items():
                if cluster.poll() is not None and not self.is_stopping:
                    self.stderr.write(f"The cluster {name} has ended with {cluster.returncode} and is started again.")
                    self.besides[name] = start_cluster(name)
            time.sleep(1)
        if not self.is_stopping:
            raise CommandError("The cluster has ended.")

    def _stop_besides(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_STOP
        for cluster in self.besides.values():
            cluster.terminate()
        for cluster in self.besides.values():
            try:
                cluster.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                cluster.kill()
