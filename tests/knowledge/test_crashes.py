"""Versions under races and kill -9: numbers are given once, none is lost, and nobody is ever handed half a PDF."""

import collections
import contextlib
import os
import random
import tempfile
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
from netzwerk.pdf.rendering import remove_leftovers
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
    """Tests with transactions of their own leave an empty database behind."""
    Locale.objects.get_or_create(language_code="de")
    for model, fields in ((Page, {"title": "Root", "slug": "root", "url_path": "/"}), (Collection, {"name": "Root"})):
        if model.get_first_root_node() is None:
            model.add_root(**fields)
    call_command("setup", verbosity=0)
    ReportVersion.objects.all().delete()


def record(report: PracticeReport) -> None:
    record_version(PracticeReport.objects.get(pk=report.pk))


def texts(report: PracticeReport) -> list[str]:
    """What each version says, oldest first."""
    return [lines_of(one.document["sections"][0]["nodes"])[0] for one in report.versions.order_by("number")]


def test_two_who_publish_at_once_make_two_versions() -> None:
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
        assert texts(report)[-1] in str(online.situation), "the newest version is what stands online"


@pytest.mark.postgres
def test_without_the_lock_a_version_would_be_lost(monkeypatch) -> None:
    """The control: where both look for the last number before either has written."""
    report, both_have_looked, create = practice_report(), threading.Barrier(2), ReportVersionQuerySet.create

    def wait_and_create(self, **fields):
        both_have_looked.wait(10)
        return create(self, **fields)

    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **how: self)
    monkeypatch.setattr(ReportVersionQuerySet, "create", wait_and_create)
    acts = [lambda: record(report)] * 2
    assert [type(error) for error in at_once(*acts)] == [IntegrityError]


def test_a_version_that_is_withdrawn_while_its_pdf_is_written_keeps_none(monkeypatch) -> None:
    keeper, report = PersonFactory.with_role(EDITOR), practice_report()
    content = tasks.pdf_of(report.versions.get().document)
    monkeypatch.setattr(tasks, "pdf_of", lambda snapshot: content)  # made before, so that both want to write at once
    for _round in range(rounds(5)):
        version = report.versions.first()
        record(report)
        acts = (
            lambda pk=version.pk: tasks.make_pdf(pk),
            lambda one=version: withdraw_version(one, actor=keeper, reason="Datenschutz"),
        )
        assert at_once(*acts) == []
        version.refresh_from_db()
        assert version.is_withdrawn
        assert not version.pdf
        assert not list(folder_of(version).glob(f"{report.pk}-{version.number}*"))


def folder_of(version: ReportVersion) -> Path:
    return Path(version.pdf.storage.location) / "reports"


def is_whole(content: bytes) -> bool:
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def grow_old(files: list[Path]) -> None:
    moment = time.time() - LEFTOVER_AGE.total_seconds() - 1
    for file in files:
        os.utime(file, (moment, moment))


def are_tidied(temporary: Path) -> bool:
    grow_old(list(temporary.iterdir()))
    remove_leftovers()
    return not list(temporary.iterdir())


def test_a_killed_worker_never_leaves_half_a_pdf_to_hand_out(tmp_path: Path, settings, monkeypatch) -> None:
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
    fell: collections.Counter[str] = collections.Counter()
    handed_out = 0
    for number in range(wanted := rounds(8)):
        ReportVersion.objects.filter(pk=version.pk).update(pdf="", pdf_tries=0)
        pid = fork_server.start_child()
        wait_until(lambda: marker.pid == pid, "the worker does not begin")  # noqa: B023  waited for at once
        if number % 4:  # three of four while the file and its row are written, the fourth while it is set
            with contextlib.suppress(TimeoutError):
                wait_until(lambda: marker.is_inside, "nothing is written")
            time.sleep(chance.uniform(0, 0.004))
        else:
            time.sleep(chance.uniform(0, 0.5))
        with contextlib.suppress(ProcessLookupError):
            fell["while it is written" if kill(marker) else "before or after"] += 1
        wait_until(lambda: not is_running(pid), "the worker does not die")  # noqa: B023  waited for at once
        answer = Client().get(address)
        if answer.status_code == 200:
            assert is_whole(b"".join(answer.streaming_content))
            handed_out += 1
        else:
            assert answer.status_code == 503
    fork_server.close()
    marker.close()
    ReportVersion.objects.filter(pk=version.pk, pdf="").update(pdf_tries=0)
    tasks.make_pdf(version.pk)
    content = b"".join(Client().get(address).streaming_content)
    assert is_whole(content)
    assert not is_whole(content[: len(content) // 2]), "half a file would have been found"
    left = len(list(folder_of(version).iterdir())) - 1
    grow_old(list(folder_of(version).iterdir()))
    assert reconcile_files() == left
    assert len(list(folder_of(version).iterdir())) == 1
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    workshops = len(list(temporary.iterdir()))
    assert remove_leftovers() == 0, "somebody may be working there"
    wait_until(lambda: are_tidied(temporary), "folders stay")  # Typst may still be at it in the last one
    print(
        f"\npdf: {wanted} kills, seed {SEED}, {dict(fell)}; {handed_out} times whole, {left} files without "
        f"a row and {workshops} folders tidied"
    )
    assert fell["while it is written"]
