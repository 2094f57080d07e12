"""`manage.py worker`: runs the django-q2 clusters, after removing rows from their tables that we did not write.

The process itself is the default cluster (index, clock). Each queue of ALT_CLUSTERS (mail) has a process of its own, so that
a slow mail server delays no other job.
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
from netzwerk.surfaces.locks import lock_setup

SECONDS_TO_STOP = 70  # a running job may end; its timeout is a minute
TICK = "netzwerk.surfaces.tasks.tick"


@transaction.atomic
def reset_schedule() -> None:
    """Replace all Schedule rows by our one. A row or hook that somebody else wrote could run any function."""
    lock_setup()  # two workers may start at once
    Schedule.objects.all().delete()
    Schedule.objects.create(name="tick", func=TICK, schedule_type=Schedule.MINUTES, minutes=1, repeats=-1)


def drop_unreadable_jobs() -> int:
    """Delete queued jobs that this SECRET_KEY cannot read, because they crash django-q2's pusher. Returns how many.

    Nothing is lost: the sweepers queue a job again for every row that waits.
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
    """Start the cluster of one queue in a process of its own, which ends with this one."""
    command = [sys.executable, sys.argv[0], "worker", "--queue", name, "--parent", str(os.getpid())]
    return subprocess.Popen(command, env=environment.inherited(Q_CLUSTER_NAME=name))  # noqa: S603  our own command


class Command(BaseCommand):
    help = "Runs jobs, mail and the clock until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--queue", default="", help="only this queue; the worker itself starts such processes")
        parser.add_argument("--parent", type=int, default=0, help="number of the process whose end ends this one")

    def handle(self, *args: Any, **options: Any) -> None:
        processes.end_forks_with_parent()
        if options["queue"]:
            processes.end_with_parent(options["parent"] or os.getppid())
            call_command("qcluster")
            return
        reset_schedule()
        dropped = drop_unreadable_jobs()
        if dropped:
            self.stderr.write(f"{dropped} unreadable jobs dropped; the sweepers will queue them again.")
        clock.tick(in_queues=True)  # the cluster checks its schedule only every half minute
        connections.close_all()  # the cluster forks, and children must not share a connection with their parent
        self.alt_clusters = {name: start_cluster(name) for name in settings.Q_CLUSTER["ALT_CLUSTERS"]}
        self.is_stopping = False
        try:
            call_command("qcluster")  # returns once it runs
            self._pass_on_signals()
            self._supervise()
        finally:
            self._stop_alt_clusters()

    def _pass_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            own = signal.getsignal(number)

            def stop(received: int, frame: Any, own: Any = own) -> None:
                self.is_stopping = True
                for cluster in self.alt_clusters.values():
                    cluster.terminate()
                own(received, frame)  # the handler of the cluster, which waits until it has ended

            if callable(own):
                signal.signal(number, stop)

    def _supervise(self) -> None:
        """Until the cluster ends, start again any other one that has ended."""
        while multiprocessing.active_children():
            for name, cluster in self.alt_clusters.items():
                if cluster.poll() is not None and not self.is_stopping:
                    self.stderr.write(f"The cluster {name} has ended with {cluster.returncode} and is started again.")
                    self.alt_clusters[name] = start_cluster(name)
            time.sleep(1)
        if not self.is_stopping:
            raise CommandError("The cluster has ended.")

    def _stop_alt_clusters(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_STOP
        for cluster in self.alt_clusters.values():
            cluster.terminate()
        for cluster in self.alt_clusters.values():
            try:
                cluster.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                cluster.kill()
