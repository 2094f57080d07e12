"""Jobs: write the letters about bookings into the outbox. They may run twice; `written_at` says what is done."""

import logging

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_q.tasks import async_task

from netzwerk.seats.models import Letter
from netzwerk.seats.writing import write_letter

logger = logging.getLogger(__name__)
AT_ONCE = 500


def queue_letters() -> None:
    """With the commit, once for all letters of a transaction. A lost job is harmless, as the clock looks every minute."""
    if not any(function is _queue_job for _savepoints, function, _robust in connection.run_on_commit):
        transaction.on_commit(_queue_job, robust=True)


def _queue_job() -> None:
    async_task("netzwerk.seats.tasks.write_letters")


def write_letters() -> int:
    """Write what is unwritten, the oldest first; returns how many. Several processes may do so at once: of one booking, no
    letter
    overtakes another."""
    done = 0
    while done < AT_ONCE and _write_next():
        done += 1
    return done


@transaction.atomic
def _write_next() -> bool:
    earlier = Letter.objects.unwritten().filter(booking=OuterRef("booking"), pk__lt=OuterRef("pk"))
    letters = Letter.objects.unwritten().filter(~Exists(earlier)).select_for_update(skip_locked=True, of=("self",))
    letter = letters.first()
    if letter is None:
        return False
    write_letter(letter)
    letter.written_at = timezone.now()
    letter.save(update_fields=["written_at"])
    return True
