"""Addresses in the spelling that logins, invitations and mail compare since IDNA 2008: domains in Unicode, nothing invisible.

An address whose new spelling belongs to somebody else already stays as it is. Back again there is nothing to undo.
"""

from django.db import migrations
from django.db.models import Q

from netzwerk.texts.addresses import normalise_email, normalise_url

SUSPECT = Q(email__icontains="xn--") | ~Q(email__regex=r"^[ -~]*$")


def spell_addresses(apps, schema_editor) -> None:
    for name in ("User", "Invitation", "Application", "Organisation"):
        model = apps.get_model("members", name)
        for row in model._default_manager.filter(SUSPECT).order_by("pk"):
            spelled = normalise_email(row.email)
            if spelled != row.email and not _taken(model, row, spelled):
                model._default_manager.filter(pk=row.pk).update(email=spelled)


def _taken(model, row, spelled: str) -> bool:
    others = model._default_manager.filter(email__iexact=spelled).exclude(pk=row.pk)
    if model.__name__ == "Invitation":
        open_ones = {"accepted_at__isnull": True, "withdrawn_at__isnull": True}
        others = others.filter(organisation_id=row.organisation_id, **open_ones)
    return model.__name__ in ("User", "Invitation") and others.exists()


def spell_websites(apps, schema_editor) -> None:
    for name in ("Organisation", "Application"):
        model = apps.get_model("members", name)
        for row in model._default_manager.exclude(website="").exclude(website__regex=r"^[ -~]*$").order_by("pk"):
            try:
                spelled = normalise_url(row.website)
            except ValueError:
                continue
            if len(spelled) <= model._meta.get_field("website").max_length:
                model._default_manager.filter(pk=row.pk).update(website=spelled)


class Migration(migrations.Migration):
    dependencies = [("members", "0004_more_kinds_of_organisation")]
    operations = [
        migrations.RunPython(spell_addresses, migrations.RunPython.noop),
        migrations.RunPython(spell_websites, migrations.RunPython.noop),
    ]
