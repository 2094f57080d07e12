"""The clock: what `tick` does every minute, and the heartbeat that shows it still runs."""

import logging
import time
from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone
from django_q.models import Failure
from django_q.tasks import async_task

from netzwerk.surfaces import registry

logger = logging.getLogger(__name__)

RUN_PART = "netzwerk.surfaces.tasks.run_part"
HEARTBEAT_KEY = "clock:heartbeat"
HEARTBEAT_LIMIT = timedelta(minutes=5)


def tick(*, in_queues: bool = False) -> dict[str, int | None]:
    """Run every registered part once. A part that fails is logged and does not stop the others.

    With `in_queues`, a part with a queue of its own becomes a job there, so that it delays no other part.
    Returns how much each part did, None where it failed.
    """
    done: dict[str, int | None] = {}
    for part in registry.clock:
        try:
            if in_queues and part.queue:
                async_task(RUN_PART, part.key, cluster=part.queue)
                continue
            done[part.key] = part.run()
        except Exception:
            logger.exception("clock part %s failed", part.key)
            done[part.key] = None
    cache.set(HEARTBEAT_KEY, time.time(), timeout=None)
    return done


def run_part(key: str) -> int:
    """Run one part, in the job that `tick` queued. What it raises fails the job."""
    return next(part for part in registry.clock if part.key == key).run()


def check_heartbeat() -> str:
    """Empty if the clock ran lately, else a German sentence. The time is in the shared cache, so any process can check it."""
    last = cache.get(HEARTBEAT_KEY)
    if last is None:
        return "Der Taktgeber ist noch nicht gelaufen."
    if time.time() - last > HEARTBEAT_LIMIT.total_seconds():
        return "Der Taktgeber ist seit mehr als fünf Minuten nicht gelaufen."
    return ""


def purge_failed_jobs() -> int:
    """Failed jobs are kept a week for reading; django-q2 itself never deletes them."""
    return Failure.objects.filter(stopped__lt=timezone.now() - timedelta(days=7)).delete()[0]


def register() -> None:
    registry.clock.register(registry.ClockPart("failed-jobs", 90, purge_failed_jobs))
    registry.health.register(registry.Probe("clock", 20, check_heartbeat))
