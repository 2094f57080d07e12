"""Versions under races and kill -9: numbers are unique, no version is lost, no incomplete PDF is sent."""

import collections
import contextlib
import os
import random
import threading
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Locale, Page

from knowledge import tasks
from knowledge.models import PracticeReport, ReportVersion
from knowledge.models.versions import ReportVersionQuerySet
from knowledge.rich_nodes import lines_of
from knowledge.services.pdf_files import LEFTOVER_AGE, reconcile_files
from knowledge.services.versions import record_version, withdraw_version
from netzwerk.members.roles import EDITOR
from tests.conftest import rounds
from tests.factories.pages import release
from tests.factories.people import PersonFactory
from tests.factories.reports import practice_report
from tests.killing import ForkServer, Marker, is_running, kill, wait_until
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20263


@pytest.fixture(autouse=True)
def portal(transactional_db: None) -> None:
    """Rebuilds the root objects, because tests with real transactions empty the database."""
    Locale.objects.get_or_create(language_code="de")
    for model, fields in ((Page, {"title": "Root", "slug": "root", "url_path": "/"}), (Collection, {"name": "Root"})):
        if model.get_first_root_node() is None:
            model.add_root(**fields)
    call_command("setup", verbosity=0)
    ReportVersion.objects.all().delete()


def record(report: PracticeReport) -> None:
    record_version(PracticeReport.objects.get(pk=report.pk))


def texts(report: PracticeReport) -> list[str]:
    """The first line of each version, oldest first."""
    return [lines_of(one.document["sections"][0]["nodes"])[0] for one in report.versions.order_by("number")]


def test_two_publications_at_the_same_time_make_two_versions() -> None:
    author, second = PersonFactory.with_role(EDITOR), PersonFactory.with_role(EDITOR)
    report = practice_report(live=False, author=author)
    released = []
    for text in ("Eins", "Zwei"):
        report = PracticeReport.objects.get(pk=report.pk)
        report.situation = [("text", f"<p>{text}</p>")]
        release(report, author=author, second=second)
        released.append(PracticeReport.objects.get(pk=report.pk).live_revision)
    for wanted in range(1, rounds(5) + 1):
        assert at_once(*(revision.publish for revision in released)) == []
        assert [one.number for one in report.versions.order_by("number")] == list(range(1, 2 * wanted + 3))
        assert sorted(texts(report)[-2:]) == ["Eins", "Zwei"]
        online = PracticeReport.objects.get(pk=report.pk)
        assert texts(report)[-1] in str(online.situation), "the newest version is the one online"


@pytest.mark.postgres
def test_without_the_lock_two_versions_collide(monkeypatch) -> None:
    """Control: both read the last number before either writes."""
    report, both_have_read, create = practice_report(), threading.Barrier(2), ReportVersionQuerySet.create

    def wait_and_create(self, **fields):
        both_have_read.wait(10)
        return create(self, **fields)

    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **how: self)
    monkeypatch.setattr(ReportVersionQuerySet, "create", wait_and_create)
    actions = [lambda: record(report)] * 2
    assert [type(error) for error in at_once(*actions)] == [IntegrityError]


def test_a_version_withdrawn_while_its_pdf_is_written_has_no_pdf(monkeypatch) -> None:
    keeper, report = PersonFactory.with_role(EDITOR), practice_report()
    content = tasks.pdf_of(report.versions.get().document)
    monkeypatch.setattr(tasks, "pdf_of", lambda snapshot: content)  # precomputed, so that both write at the same time
    for _round in range(rounds(5)):
        version = report.versions.first()
        record(report)
        actions = (
            lambda pk=version.pk: tasks.make_pdf(pk),
            lambda one=version: withdraw_version(one, actor=keeper, reason="Datenschutz"),
        )
        assert at_once(*actions) == []
        version.refresh_from_db()
        assert version.is_withdrawn
        assert not version.pdf
        assert not list(folder_of(version).glob(f"{report.pk}-{version.number}*"))


def folder_of(version: ReportVersion) -> Path:
    return Path(version.pdf.storage.location) / "reports"


def is_whole(content: bytes) -> bool:
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def set_old(files: list[Path]) -> None:
    moment = time.time() - LEFTOVER_AGE.total_seconds() - 1
    for file in files:
        os.utime(file, (moment, moment))


def test_no_incomplete_pdf_is_sent_after_a_worker_was_killed(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    report = practice_report()
    version = report.versions.get()
    address = reverse("knowledge:pdf", args=[report.pk, version.number])
    marker = Marker(tmp_path / "marker")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    fork_server = ForkServer(
        "tests.knowledge.pdf_worker",
        str(connection.settings_dict["NAME"]),
        settings.MEDIA_ROOT,
        str(temporary),
        str(tmp_path / "marker"),
    )
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, not a secret
    moments: collections.Counter[str] = collections.Counter()
    responses_with_pdf = 0
    for number in range(wanted := rounds(8)):
        ReportVersion.objects.filter(pk=version.pk).update(pdf="", pdf_tries=0)
        pid = fork_server.start_child()
        wait_until(lambda: marker.pid == pid, "the worker does not start")  # noqa: B023  waited for at once
        if number % 4:  # three of four while the file and its row are written, the fourth while it is typeset
            with contextlib.suppress(TimeoutError):
                wait_until(lambda: marker.is_inside, "nothing is written")
            time.sleep(chance.uniform(0, 0.004))
        else:
            time.sleep(chance.uniform(0, 0.5))
        with contextlib.suppress(ProcessLookupError):
            moments["while it is written" if kill(marker) else "before or after"] += 1
        wait_until(lambda: not is_running(pid), "the worker does not die")  # noqa: B023  waited for at once
        answer = Client().get(address)
        if answer.status_code == 200:
            assert is_whole(b"".join(answer.streaming_content))
            responses_with_pdf += 1
        else:
            assert answer.status_code == 503
    fork_server.close()
    marker.close()
    ReportVersion.objects.filter(pk=version.pk, pdf="").update(pdf_tries=0)
    tasks.make_pdf(version.pk)
    content = b"".join(Client().get(address).streaming_content)
    assert is_whole(content)
    assert not is_whole(content[: len(content) // 2]), "control: an incomplete file is detected"
    left = len(list(folder_of(version).iterdir())) - 1
    set_old(list(folder_of(version).iterdir()))
    assert reconcile_files() == left
    assert len(list(folder_of(version).iterdir())) == 1
    assert list(temporary.iterdir()) == [], "no killed process left data"
    print(
        f"\npdf: {wanted} kills, seed {SEED}, {dict(moments)}; {responses_with_pdf} complete responses, {left} files without "
        f"a row deleted"
    )
    assert moments["while it is written"]
