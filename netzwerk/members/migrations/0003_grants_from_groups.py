"""Before grants existed a role was the row of a group. Those of the whole network become grants; the rest had no meaning yet.

People who are there already get the columns by which lists sort and search.
"""

from django.db import migrations

from netzwerk.texts.folding import fold

KEY_OF = {"Redaktion": "editor", "Geschäftsstelle": "office", "Administration": "administration"}


def give(apps, schema_editor):
    User, RoleGrant = apps.get_model("members", "User"), apps.get_model("members", "RoleGrant")
    for user_id, name in User.groups.through.objects.values_list("user_id", "group__name"):
        if name in KEY_OF:
            RoleGrant.objects.get_or_create(user_id=user_id, role=KEY_OF[name])
    for user in User.objects.filter(folded="").iterator():
        user.folded = fold(f"{user.first_name} {user.last_name} {user.email}")[:400]
        user.name_key = fold(f"{user.last_name} {user.first_name}")[:200]
        user.save(update_fields=["name_key", "folded"])


def keep(apps, schema_editor):
    """The groups are still there: going back loses nothing."""


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0002_organisations_and_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, keep)]
