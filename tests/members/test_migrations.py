"""Data migrations of members, and migrating back."""

import importlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.utils import timezone

from netzwerk.members.models import Invitation, RoleGrant, User

ROOT = Path(__file__).resolve().parents[2]
step = importlib.import_module("netzwerk.members.migrations.0003_grants_from_groups")
participants = importlib.import_module("netzwerk.members.migrations.0008_participants_need_no_role")

STEPS = """
import django
django.setup()
from django.core.management import call_command
for step in ((), ("members", "0001"), ("post", "0001"), ()):
    call_command("migrate", *step, verbosity=0)
"""

DUPLICATES = """
import datetime
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

BEFORE, AFTER = ("members", "0005_one_spelling_of_addresses"), ("members", "0006_one_open_application_and_invitation")

def models():
    apps = MigrationExecutor(connection).loader.project_state([AFTER if connected(AFTER) else BEFORE]).apps
    return [apps.get_model("members", name) for name in ("Application", "ApplicationMessage", "Invitation")]

def connected(step):
    return step in MigrationExecutor(connection).loader.applied_migrations

def report():
    Application, Message, Invitation = models()
    states = ",".join(sorted(Application.objects.values_list("state", flat=True)))
    still_open = Invitation.objects.filter(withdrawn_at=None).count()
    print(states, still_open, Message.objects.filter(kind="withdrawn").first().text[:25])

call_command("migrate", verbosity=0)
call_command("migrate", *BEFORE, verbosity=0)
Application, Message, Invitation = models()
now = timezone.now()
rows = [
    ("Hilfe vor Ort e. V.", "a@b.example", "submitted"), ("HILFE VOR ORT e.V.", "a@b.example", "asked"),
    ("Hilfe vor Ort e.V.", "a@b.example", "submitted"), ("Hilfe vor Ort e. V.", "c@d.example", "submitted"),
    ("Hilfe vor Ort e. V.", "a@b.example", "declined"),
]
made = [
    Application.objects.create(
        name=name, email=email, state=state, kind="provider", postcode="1", place="O", reason="x",
        first_name="A", last_name="B", function="C", decided_at=now if state == "declined" else None,
    )
    for name, email, state in rows
]
Message.objects.create(application=made[1], kind="question", text="Wie viele?")
for number in range(3):
    Invitation.objects.create(
        email="ina@b.example", roles=["trainer"], fingerprint=str(number), expires_at=now + datetime.timedelta(days=1)
    )
for step in (AFTER, BEFORE, AFTER):
    call_command("migrate", *step, verbosity=0)
    report()
"""


@pytest.mark.django_db
def test_group_rows_become_grants_and_names_are_folded(person) -> None:
    editor, other = person(last_name="Fröhlich"), person()
    editor.groups.add(Group.objects.get(name="Redaktion"), Group.objects.get(name="Mitglied"))
    User.objects.filter(pk=editor.pk).update(folded="")
    step.give(apps, None)
    step.give(apps, None)
    assert [grant.role for grant in editor.role_grants.all()] == ["editor"]
    assert not RoleGrant.objects.filter(user=other).exists()
    assert User.objects.matching("froehlich").get() == editor


def test_one_of_several_duplicate_applications_and_invitations_stays_open(tmp_path: Path) -> None:
    """Rows from before the constraint; migrated forwards, backwards and forwards again."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'duplicates.sqlite3'}",
    }
    done = subprocess.run(
        [sys.executable, "-c", DUPLICATES], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    forwards, backwards, again = done.stdout.split("\n")[:3]
    assert forwards == backwards == again == "asked,declined,submitted,withdrawn,withdrawn 1 Dieser Antrag ist doppelt"


def test_migrations_run_backwards_and_forwards(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'there-and-back.sqlite3'}",
    }
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-2000:]


@pytest.mark.django_db
def test_grants_and_invitations_of_participants_end_and_going_back_gives_none(person) -> None:
    user, now = person(), timezone.now()
    day = timedelta(days=1)
    held = RoleGrant.objects.create(user=user, role="trainee", valid_from=now - day)
    over = RoleGrant.objects.create(
        user=user, role="group_member", valid_from=now - 3 * day, valid_until=now - 2 * day
    )
    RoleGrant.objects.create(user=user, role="trainee", valid_from=now + day)
    chair = RoleGrant.objects.create(user=user, role="group_chair")
    Group.objects.get_or_create(name="Teilnehmende:r")
    both, alone = (
        Invitation.objects.create(
            email=f"{number}@b.example", roles=roles, fingerprint=str(number), expires_at=now + day
        )
        for number, roles in enumerate((["trainer", "trainee"], ["group_member"]))
    )
    participants.end_grants(apps, None)
    participants.add_groups(apps, None)
    participants.end_grants(apps, None)
    grants = {grant.pk: grant for grant in user.role_grants.all()}
    assert set(grants) == {held.pk, over.pk, chair.pk}
    assert [grant.pk for grant in grants.values() if grant.is_open] == [chair.pk]
    assert grants[over.pk].valid_until == over.valid_until
    assert grants[held.pk].definition.label == "Teilnehmende:r"
    both.refresh_from_db()
    alone.refresh_from_db()
    assert (both.roles, both.withdrawn_at, alone.withdrawn_at is None) == (["trainer"], None, False)
    assert not Group.objects.filter(name="Teilnehmende:r").exists()
