"""`manage.py worker`: the django-q2 cluster, after making sure that its tables hold only what we put there."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.signing import BadSignature
from django.db import connections, transaction
from django_q.models import OrmQ, Schedule
from django_q.signing import SignedPackage

from netzwerk.surfaces import clock

TICK = "netzwerk.surfaces.tasks.tick"


@transaction.atomic
def keep_schedule() -> None:
    """Exactly one Schedule row, made anew. A foreign row, or a foreign hook on ours, could run any function."""
    Schedule.objects.all().delete()
    Schedule.objects.create(name="tick", func=TICK, schedule_type=Schedule.MINUTES, minutes=1, repeats=-1)


def drop_unreadable_jobs() -> int:
    """Delete queued jobs that this SECRET_KEY cannot read: one of them would crash the pusher for ever.

    Nothing is lost: jobs are only the bell, and the sweepers ring again for every row still waiting.
    """
    dropped = 0
    for job in OrmQ.objects.all().iterator():
        try:
            SignedPackage.loads(job.payload)
        except (BadSignature, TypeError, ValueError, AttributeError, ImportError, EOFError):
            job.delete()
            dropped += 1
    return dropped


class Command(BaseCommand):
    help = "Runs jobs and the clock until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        keep_schedule()
        dropped = drop_unreadable_jobs()
        if dropped:
            self.stderr.write(f"{dropped} unreadable jobs dropped; the sweepers will ring again.")
        clock.tick()  # the cluster looks at its schedule only every half minute
        connections.close_all()  # the cluster forks, and no child may go on with a connection of its parent
        call_command("qcluster")
