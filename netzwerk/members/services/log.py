"""Wagtail's action log for our own models. Entries hold names of changed fields, never values."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

from netzwerk.members.models import LogEntry, PageLog, User
from netzwerk.texts.folding import in_german_order

PACKAGES = ("wagtail", "django", "allauth")  # their names mean nothing to the office


def log_action(
    action: str, instance: Model, *, actor: User | None, fields: Iterable[str] = (), **data: str | int
) -> None:
    """Write an entry in the caller's transaction. `actor` None is the system or a person without an account."""
    log(instance, f"members.{action}", user=actor, data={"fields": sorted(fields), **data})


def changed_fields(instance: Model, values: dict) -> list[str]:
    """Names of the fields that differ from these values."""
    return [name for name, value in values.items() if getattr(instance, name) != value]


def action_label(action: str) -> str:
    """The German label of an action of any feature or of Wagtail; the action itself if nothing registers it (any more)."""
    return str(log_registry.get_action_label(action)) if log_registry.action_exists(action) else action


def log_details(data: dict[str, Any] | None, content_type_id: int | None = None) -> str:
    """Role, place and reason in the data of a log entry, what was merged into another, and the names of the changed fields, by
    the model of the entry."""
    data = data or {}
    parts = [str(data[name]) for name in ("role", "where", "reason", "merged") if data.get(name)]
    if data.get("fields"):
        model = ContentType.objects.get_for_id(content_type_id).model_class() if content_type_id else None
        parts.append(", ".join(_field_name(name, model) for name in data["fields"]))
    return "; ".join(parts)


def _field_name(name: str, own: type[Model] | None = None) -> str:
    """The verbose name of a field of this model or of any of this app, or the name itself if none has it (any more)."""
    for model in (*([own] if own else []), *apps.get_app_config("members").get_models()):
        try:
            return str(model._meta.get_field(name).verbose_name)
        except (FieldDoesNotExist, AttributeError):
            continue
    return name


def model_name(content_type_id: int | None) -> str:
    """The German name of the model, "" if it is gone. Django keeps the content types in memory."""
    model = ContentType.objects.get_for_id(content_type_id).model_class() if content_type_id else None
    return capfirst(model._meta.verbose_name) if model else ""


def action_choices() -> list[tuple[str, str]]:
    """All actions that some feature or Wagtail logs, in German order."""
    return in_german_order((action, str(label)) for action, label in log_registry.get_choices())


def feature_choices(user: User) -> list[tuple[str, str]]:
    """Label and name of our apps of whose objects `user` may see an entry."""
    kinds = {row for log in (LogEntry, PageLog) for row in log.objects.visible_to(user).order_by().kinds()}
    labels = set(ContentType.objects.filter(pk__in=kinds).values_list("app_label", flat=True))
    ours = [one for one in apps.get_app_configs() if one.label in labels and not one.name.startswith(PACKAGES)]
    return in_german_order((one.label, str(one.verbose_name)) for one in ours)


# The label of each action; wagtail_hooks.py registers them with Wagtail.
ACTIONS = {
    "account_created": "Konto angelegt",
    "account_erased": "Konto gelöscht",
    "account_locked": "Konto gesperrt",
    "account_unlocked": "Konto entsperrt",
    "address_changed": "E-Mail-Adresse geändert",
    "application_approved": "Antrag angenommen",
    "application_asked": "Rückfrage zum Antrag gestellt",
    "application_declined": "Antrag abgelehnt",
    "data_exported": "eigene Daten ausgegeben",
    "invitation_withdrawn": "Einladung zurückgezogen",
    "invited": "eingeladen",
    "list_exported": "Liste ausgegeben",
    "joined": "einer Organisation beigetreten",
    "membership_ended": "Mitgliedschaft beendet",
    "organisation_changed": "Organisation geändert",
    "organisation_created": "Organisation angelegt",
    "organisation_left": "Organisation ausgetreten",
    "pilot_site_changed": "Pilotstandort geändert",
    "profile_changed": "Profil geändert",
    "role_given": "Rolle gegeben",
    "role_taken": "Rolle genommen",
    "second_factor_reset": "Zweiter Faktor zurückgesetzt",
}
