"""Nobody has two open applications for one organisation, or two open invitations into the network: the database holds it.

Of duplicates that are there, the application with most steps stays open (the oldest of several), and the newest invitation,
as it is when one is sent again; the others are withdrawn, with a step that says why. Going back leaves them so.
"""

from collections import defaultdict

from django.db import migrations, models
from django.db.models.functions import Lower
from django.utils import timezone

from netzwerk.texts.folding import fold

OPEN = ["submitted", "asked"]
WHY = "Dieser Antrag ist doppelt eingegangen. Er wird unter dem anderen Antrag weiter bearbeitet."


def fold_names(apps, schema_editor):
    Application = apps.get_model("members", "Application")
    for row in Application.objects.only("pk", "name").iterator():
        Application.objects.filter(pk=row.pk).update(name_key=fold(row.name)[:400])


def close_duplicates(apps, schema_editor):
    Application, Message = apps.get_model("members", "Application"), apps.get_model("members", "ApplicationMessage")
    groups = defaultdict(list)
    for row in Application.objects.filter(state__in=OPEN).order_by("pk"):
        groups[row.name_key, row.email].append(row)
    now = timezone.now()
    for rows in groups.values():
        steps = {row.pk: Message.objects.filter(application=row).count() for row in rows}
        for row in sorted(rows, key=lambda row: (-steps[row.pk], row.pk))[1:]:
            Application.objects.filter(pk=row.pk).update(state="withdrawn", decided_at=now)
            Message.objects.create(application_id=row.pk, kind="withdrawn", text=WHY, created_at=now)


def withdraw_older_invitations(apps, schema_editor):
    Invitation = apps.get_model("members", "Invitation")
    open_ones = Invitation.objects.filter(
        organisation__isnull=True, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    seen = set()
    for row in open_ones.order_by("-pk"):
        if row.email.lower() in seen:
            Invitation.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now())
        seen.add(row.email.lower())
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else what was written keeps the tables from changing


def keep(apps, schema_editor):
    """Nothing to take back: the column goes, the rows are right without it."""


class Migration(migrations.Migration):
    dependencies = [("members", "0005_one_spelling_of_addresses")]

    operations = [
        migrations.AddField(
            "application", "name_key", models.CharField(default="", editable=False, max_length=400)
        ),
        migrations.RunPython(fold_names, keep),
        migrations.RunPython(close_duplicates, keep),
        migrations.RunPython(withdraw_older_invitations, keep),
        migrations.AddConstraint(
            "application",
            models.UniqueConstraint(
                condition=models.Q(("state__in", OPEN)),
                fields=("name_key", "email"),
                name="members_application_open_once",
            ),
        ),
        migrations.AddConstraint(
            "invitation",
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(
                    ("accepted_at__isnull", True), ("organisation__isnull", True), ("withdrawn_at__isnull", True)
                ),
                name="members_invitation_to_network_once",
            ),
        ),
    ]
