"""Terms move here from the library, with their ids, rows and permissions; drafts store the ids.

knowledge.0005 has renamed the tables, so the two models are only declared here.
"""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import netzwerk.surfaces.registry


def move_content_types(apps, schema_editor):
    """Log entries, permissions and the reference index point to the content type, so it moves instead of being made anew."""
    rename_app(apps, "knowledge", "vocabulary")
    apps.get_model("wagtailcore", "ModelLogEntry").objects.filter(action="knowledge.merge_terms").update(
        action="vocabulary.merge_terms"
    )


def move_content_types_back(apps, schema_editor):
    rename_app(apps, "vocabulary", "knowledge")
    apps.get_model("wagtailcore", "ModelLogEntry").objects.filter(action="vocabulary.merge_terms").update(
        action="knowledge.merge_terms"
    )


def rename_app(apps, old, new):
    types = apps.get_model("contenttypes", "ContentType").objects
    for model in ("term", "formerterm"):
        if types.filter(app_label=old, model=model).exists():
            types.filter(app_label=new, model=model).delete()
            types.filter(app_label=old, model=model).update(app_label=new)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("knowledge", "0005_hand_over_terms"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0069_log_entry_jsonfield"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Term",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "vocabulary",
                            models.CharField(
                                choices=netzwerk.surfaces.registry.vocabulary_choices,
                                max_length=20,
                                verbose_name="Wortliste",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="Begriff")),
                        ("slug", models.SlugField(max_length=80, verbose_name="in Adressen")),
                        (
                            "explanation",
                            models.CharField(
                                blank=True,
                                help_text="Ein Satz. Bei Themen steht er oben auf der Themenseite.",
                                max_length=250,
                                verbose_name="Erklärung",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="Reihenfolge")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                help_text="Wer nach dem weiteren Begriff sucht, findet auch, was unter diesem steht.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="narrower",
                                to="vocabulary.term",
                                verbose_name="gehört zu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "Begriff",
                        "verbose_name_plural": "Begriffe",
                        "ordering": ["vocabulary", "position", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("vocabulary", "slug"), name="knowledge_term_slug_once"),
                            models.UniqueConstraint(fields=("vocabulary", "name"), name="knowledge_term_name_once"),
                            models.CheckConstraint(
                                condition=models.Q(("parent", django.db.models.expressions.F("pk")), _negated=True),
                                name="knowledge_term_is_not_its_own_parent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormerTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "vocabulary",
                            models.CharField(choices=netzwerk.surfaces.registry.vocabulary_choices, max_length=20),
                        ),
                        ("slug", models.SlugField(max_length=80)),
                        ("former_pk", models.BigIntegerField(blank=True, null=True)),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="former",
                                to="vocabulary.term",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("vocabulary", "slug"), name="knowledge_former_slug_once")
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(move_content_types, move_content_types_back),
    ]
