"""System checks name an app whose order or registration is wrong."""

import subprocess
import sys

from django.core.checks import run_checks

from netzwerk.surfaces import registry
from netzwerk.surfaces.checks import check_registrations
from tests.test_architecture import ROOT


def test_the_apps_of_the_project_pass() -> None:
    assert [one for one in run_checks() if one.id.startswith(("search.", "surfaces."))] == []


def test_an_app_after_the_search_is_named() -> None:
    command = [sys.executable, "manage.py", "check", "--settings", "tests.settings.late_search_kind"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "search.E001" in result.stderr
    assert "Put the app 'knowledge'" in result.stderr


def test_a_registration_for_a_missing_model_or_queue_is_named(monkeypatch) -> None:
    pages, clock = registry.Registry(), registry.Registry()
    pages.register(registry.PageView("portal.Missing", lambda page, request: None))
    clock.register(registry.ClockPart("part", 1, lambda: 0, queue="missing"))
    monkeypatch.setattr(registry, "page_views", pages)
    monkeypatch.setattr(registry, "clock", clock)
    assert [one.id for one in check_registrations(None)] == ["surfaces.E001", "surfaces.E002"]
