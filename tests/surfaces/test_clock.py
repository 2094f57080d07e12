"""The clock, its heartbeat, and the tables of the worker."""

import subprocess
import time

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ, Schedule
from django_q.signing import SignedPackage
from django_q.tasks import async_task

from netzwerk.members.models import User
from netzwerk.surfaces import clock, registry
from netzwerk.surfaces.management.commands import worker
from netzwerk.surfaces.registry import ClockPart, Registry

pytestmark = pytest.mark.django_db


@pytest.fixture
def parts(monkeypatch) -> Registry[ClockPart]:
    mine: Registry[ClockPart] = Registry()
    monkeypatch.setattr(registry, "clock", mine)
    return mine


def test_a_part_that_fails_does_not_stop_the_others(parts) -> None:
    def fail() -> int:
        raise RuntimeError("planted")

    parts.register(ClockPart("broken", 1, fail))
    parts.register(ClockPart("whole", 2, lambda: 3))
    assert clock.tick() == {"broken": None, "whole": 3}


def test_the_command_reports_a_failed_part(parts) -> None:
    parts.register(ClockPart("broken", 1, lambda: 1 // 0))
    with pytest.raises(CommandError, match="At least one part failed"):
        call_command("tick")


def test_a_key_is_registered_once(parts) -> None:
    parts.register(ClockPart("a", 1, lambda: 0))
    with pytest.raises(ValueError, match="registered already"):
        parts.register(ClockPart("a", 2, lambda: 0))


def test_the_health_report_checks_the_clock() -> None:
    assert Client().get("/gesund/").status_code == 503
    clock.tick()
    answer = Client().get("/gesund/")
    assert (answer.status_code, answer.json()["status"]) == (200, "gesund")
    cache.set(clock.HEARTBEAT_KEY, time.time() - 400, timeout=None)
    assert "fünf Minuten" in str(Client().get("/gesund/").json())


def test_the_real_clock_has_all_its_parts() -> None:
    assert [part.key for part in registry.clock] == [
        "roles",
        "scheduled-publishing",
        "document-texts",
        "attached-files",
        "search",
        "seats-letters",
        "seats-offers",
        "seats-allotments",
        "seats-promotion",
        "seats-minimum",
        "report-pdf-files",
        "report-pdfs",
        "hours-certificates",
        "workshops-closings",
        "post",
        "report-reviews",
        "sessions",
        "kept-texts",
        "invitations",
        "applications",
        "profile-drafts",
        "hours-proofs",
        "hours-drafts",
        "hours-guests",
        "post-retention",
        "notification-retention",
        "request-limits",
        "seats-audit",
        "question-retention",
        "seats-unconfirmed",
        "seats-guests",
        "events-answers",
        "workshops-succession",
        "failed-jobs",
    ]
    assert None not in clock.tick().values()


def test_the_worker_keeps_exactly_one_schedule() -> None:
    Schedule.objects.create(name="foreign", func="os.system", next_run=timezone.now())
    Schedule.objects.create(name="tick", func=worker.TICK, hook="os.system", next_run=timezone.now())
    worker.reset_schedule()
    worker.reset_schedule()
    assert list(Schedule.objects.values_list("name", "func", "hook")) == [("tick", worker.TICK, None)]


def test_the_cluster_inherits_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """It forks, and children must not share a connection with their parent."""
    acts: list[str] = []
    monkeypatch.setattr(worker.processes, "end_forks_with_parent", lambda: acts.append("bound"))
    monkeypatch.setattr(worker.connections, "close_all", lambda: acts.append("closed"))
    monkeypatch.setattr(worker, "start_cluster", lambda name: acts.append(name) or subprocess.Popen(["true"]))
    monkeypatch.setattr(worker, "call_command", acts.append)
    with pytest.raises(CommandError, match="has ended"):
        call_command("worker")
    assert acts == ["bound", "closed", "post", "qcluster"]


def test_a_part_with_a_queue_becomes_a_job_of_the_worker(parts) -> None:
    ran: list[str] = []
    parts.register(ClockPart("index", 1, lambda: ran.append("index") or 1))
    parts.register(ClockPart("mail", 2, lambda: ran.append("mail") or 1, queue="post"))
    OrmQ.objects.all().delete()
    assert clock.tick(in_queues=True) == {"index": 1}
    assert ran == ["index"]
    assert [job.key for job in OrmQ.objects.all()] == ["post"]
    assert clock.tick() == {"index": 1, "mail": 1}
    assert clock.run_part("mail") == 1


def test_the_worker_deletes_unreadable_jobs() -> None:
    OrmQ.objects.all().delete()
    async_task("netzwerk.post.tasks.deliver", 1)
    good = OrmQ.objects.get()
    OrmQ.objects.create(key=good.key, payload="not:signed:by-us", lock=timezone.now())
    OrmQ.objects.create(key=good.key, payload=SignedPackage.dumps({"a": 1})[:-4], lock=timezone.now())
    assert worker.drop_unreadable_jobs() == 2
    assert OrmQ.objects.get() == good


def test_retry_covers_the_whole_queue(settings) -> None:
    """django-q2 counts the time from the fetch, so retry must cover all jobs that wait before."""
    for more in ({}, *settings.Q_CLUSTER["ALT_CLUSTERS"].values()):
        queue = settings.Q_CLUSTER | more
        assert queue["retry"] > queue["timeout"] * (queue["queue_limit"] / queue["workers"] + 1)
        assert (queue["bulk"], queue["max_attempts"]) == (1, 5)
    assert settings.Q_CLUSTER["timeout"] > settings.POST_SECONDS_A_MAIL


def test_demo_content_is_built_only_in_a_demo_and_only_once(settings) -> None:
    with pytest.raises(CommandError, match="has content already"):
        call_command("demo")
    people = User.objects.count()
    call_command("demo", if_new=True)
    assert User.objects.count() == people
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo settings only"):
        call_command("demo")
