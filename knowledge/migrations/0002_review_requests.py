import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def from_reports(apps, schema_editor):
    """Whoever has been asked already is not asked again."""
    reports = apps.get_model("knowledge", "PracticeReport").objects.filter(review_asked__gte=F("review_due"))
    requests = apps.get_model("knowledge", "ReviewRequest").objects
    for pk, due, asked in reports.values_list("pk", "review_due", "review_asked"):
        made = requests.create(report_id=pk, review_due=due)
        requests.filter(pk=made.pk).update(asked_on=asked)


def to_reports(apps, schema_editor):
    reports = apps.get_model("knowledge", "PracticeReport").objects
    for one in apps.get_model("knowledge", "ReviewRequest").objects.order_by("asked_on"):
        reports.filter(pk=one.report_id).update(review_asked=one.asked_on)


class Migration(migrations.Migration):
    """That somebody was asked for a review goes from the page, and so from its drafts, into a table of its own."""

    dependencies = [("knowledge", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ReviewRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("review_due", models.DateField(verbose_name="Prüfen bis")),
                ("asked_on", models.DateField(auto_now_add=True, verbose_name="gefragt am")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review_requests",
                        to="knowledge.practicereport",
                    ),
                ),
            ],
            options={
                "verbose_name": "Bitte um Prüfung",
                "verbose_name_plural": "Bitten um Prüfung",
                "constraints": [
                    models.UniqueConstraint(fields=("report", "review_due"), name="knowledge_review_asked_once")
                ],
            },
        ),
        migrations.RunPython(from_reports, to_reports),
    ]
