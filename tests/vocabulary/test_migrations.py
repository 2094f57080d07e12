"""Topics become terms of the one vocabulary, forwards and backwards, with nothing lost or changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = """
import json
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrate(*step):
    call_command("migrate", *step, verbosity=0)

def back():
    migrate("knowledge", "0004_drop_unread_index")
    return MigrationExecutor(connection).loader.project_state(
        [("knowledge", "0004_drop_unread_index"), ("members", "0008_participants_need_no_role")]).apps

def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [list(map(str, row)) for row in cursor.fetchall()]

def old_tables():
    found = {}
    for name, columns in (
        ("knowledge_term", "id, vocabulary, name, slug, parent_id, position"),
        ("knowledge_formerterm", "vocabulary, slug, term_id"),
        ("knowledge_practicereport_topics", "practicereport_id, term_id"),
        ("members_topic", "id, name, slug"),
        ("members_organisation_topics", "organisation_id, topic_id"),
        ("members_user_topics", "user_id, topic_id"),
        ("django_content_type", "id, app_label, model"),
    ):
        limit = " WHERE model IN ('term', 'topic')" if name == "django_content_type" else ""
        found[name] = sorted(rows(f"SELECT {columns} FROM {name}{limit}"))
    return found

migrate()
call_command("setup", verbosity=0)
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.reports import practice_report
from netzwerk.vocabulary.models import Term
homes, people = [organisation(), organisation()], [PersonFactory.create(), PersonFactory.create()]
wohnen = Term.objects.get(slug="wohnen")
report = practice_report(terms={"themenfeld": [wohnen]})
apps = back()
Topic, OldTerm = apps.get_model("members", "Topic"), apps.get_model("knowledge", "Term")
Former = apps.get_model("knowledge", "FormerTerm")
Former.objects.create(vocabulary="themenfeld", slug="obdach", term_id=wohnen.pk)
topics = [Topic.objects.create(name=name, slug=slug) for name, slug in (
    ("wohnen", "wohnungssicherung"),  # the name of a term
    ("Familienhilfe", "familie"),     # the slug of a term
    ("Familie und Kinder", "familien"),  # the name of the term that has been taken by the one before
    ("Sozialplanung", "sozialplanung"),  # new
    ("Obdach", "obdach"),             # new, with a former slug of a term
)]
Organisation, User = apps.get_model("members", "Organisation"), apps.get_model("members", "User")
Organisation.objects.get(pk=homes[0].pk).topics.set(topics)
Organisation.objects.get(pk=homes[1].pk).topics.set(topics[1:3])
User.objects.get(pk=people[0].pk).topics.set(topics[2:])
before = old_tables()
migrate()
print(json.dumps(sorted(rows("SELECT t.name FROM vocabulary_term t JOIN members_organisation_topics o"
    f" ON o.term_id = t.id WHERE o.organisation_id = {homes[0].pk}"))))
print(json.dumps(sorted(rows("SELECT f.slug, t.slug FROM vocabulary_formerterm f JOIN vocabulary_term t ON t.id = f.term_id"))))
print(report.topics.get().pk == wohnen.pk == Term.objects.get(slug="wohnen").pk)
back()
after = old_tables()
print(json.dumps([name for name in before if before[name] != after[name]]), len(before["members_organisation_topics"]))
migrate()
"""


def test_topics_become_terms_and_topics_again(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'migrations.sqlite3'}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    names, formers, same_id, there_and_back = done.stdout.splitlines()
    assert json.loads(names) == [
        ["Familie und Kinder"],
        ["Familie und Kinder (Netzwerk)"],
        ["Obdach"],
        ["Sozialplanung"],
        ["Wohnen"],
    ]
    assert ["wohnungssicherung", "wohnen"] in json.loads(formers)
    assert ["obdach", "wohnen"] in json.loads(formers)
    assert same_id == "True"
    assert there_and_back == "[] 7"
