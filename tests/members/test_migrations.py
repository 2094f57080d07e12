"""What was there before organisations and grants is kept, and the way back is open."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from netzwerk.members.models import RoleGrant, User

ROOT = Path(__file__).resolve().parents[2]
step = importlib.import_module("netzwerk.members.migrations.0003_grants_from_groups")

STEPS = """
import django
django.setup()
from django.core.management import call_command
for step in ((), ("members", "0001"), ("post", "0001"), ()):
    call_command("migrate", *step, verbosity=0)
"""


@pytest.mark.django_db
def test_rows_of_groups_become_grants_and_people_can_be_found(person) -> None:
    editor, other = person(last_name="Fröhlich"), person()
    editor.groups.add(Group.objects.get(name="Redaktion"), Group.objects.get(name="Mitglied"))
    User.objects.filter(pk=editor.pk).update(folded="")
    step.give(apps, None)
    step.give(apps, None)
    assert [grant.role for grant in editor.role_grants.all()] == ["editor"]
    assert not RoleGrant.objects.filter(user=other).exists()
    assert User.objects.matching("froehlich").get() == editor


def test_the_way_back_and_forth_works(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'there-and-back.sqlite3'}",
    }
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
