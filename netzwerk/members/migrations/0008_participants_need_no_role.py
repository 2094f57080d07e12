"""Trainees belong to a course and members to a working group: rows of those features say so, no role of the network.

Grants of the two former roles end; their groups go, which had no permission. Open invitations no longer name them; one that
named nothing else is withdrawn.
"""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

FORMER = {"trainee": "Teilnehmende:r", "group_member": "Mitglied eines Arbeitskreises"}


def end_grants(apps, schema_editor):
    now = timezone.now()
    grants = apps.get_model("members", "RoleGrant").objects.filter(role__in=FORMER)
    grants.filter(valid_from__gt=now).delete()  # never held
    grants.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=now)).update(valid_until=now, taken_at=now)
    apps.get_model("auth", "Group").objects.filter(name__in=FORMER.values()).delete()
    invitations = apps.get_model("members", "Invitation").objects
    for invitation in invitations.filter(accepted_at__isnull=True, withdrawn_at__isnull=True):
        if left := [role for role in invitation.roles if role not in FORMER]:
            invitations.filter(pk=invitation.pk).update(roles=left)
        else:
            invitations.filter(pk=invitation.pk).update(withdrawn_at=now)


def add_groups(apps, schema_editor):
    """The grants stay ended: giving a role again is a decision."""
    for name in FORMER.values():
        apps.get_model("auth", "Group").objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("members", "0007_page_log"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(end_grants, add_groups)]
