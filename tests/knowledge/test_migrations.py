"""Data migrations keep their data, forwards and backwards."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = """
import django
django.setup()
from datetime import date
from django.core.management import call_command
from django.db import connection
from knowledge.models import ReviewRequest
from tests.factories.reports import practice_report

def migrate(*step):
    call_command("migrate", *step, verbosity=0)

migrate()
call_command("setup", verbosity=0)
asked, not_asked = practice_report(review_due=date(2026, 3, 1)), practice_report(review_due=date(2026, 3, 1))
ReviewRequest.objects.create(report=asked, review_due=date(2025, 1, 1))
ReviewRequest.objects.create(report=asked, review_due=date(2026, 3, 1))
ReviewRequest.objects.update(asked_on=date(2026, 3, 2))
migrate("knowledge", "0001")
with connection.cursor() as cursor:
    cursor.execute("SELECT review_asked FROM knowledge_practicereport ORDER BY portalpage_ptr_id")
    print([str(day) for (day,) in cursor.fetchall()])
migrate()
(one,) = ReviewRequest.objects.all()
print(one.report_id == asked.pk, one.review_due, one.asked_on)
"""


def test_review_requests_survive_migrating_back_and_forth(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'migrations.sqlite3'}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == ["['2026-03-02', 'None']", "True 2026-03-01 2026-03-02"]
