"""Organisations and pilot sites: created, changed, ended."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from netzwerk.files.services import delete_unused_image, store_image
from netzwerk.members import access
from netzwerk.members.errors import MembersError
from netzwerk.members.models import District, Membership, Organisation, PilotSite, User
from netzwerk.members.regions import district_key
from netzwerk.members.services.log import changed_fields, log_action
from netzwerk.members.services.memberships import end_membership
from netzwerk.texts.cleaning import address_part
from netzwerk.texts.folding import fold
from netzwerk.vocabulary.models import Term

# Fields that the organisation's own coordination may change; all others belong to the network office.
OWN_FIELDS = ("description", "contact_name", "email", "phone", "website", "street", "postcode", "logo")


def find_existing_member(*, name: str, place: str, kind: str, ags: str) -> Organisation | None:
    """The active member with the same name and place or the same municipality key, or None."""
    found = Organisation.objects.active()
    if ags and kind in Organisation.MUNICIPAL and (existing := found.filter(ags=ags, kind=kind).first()):
        return existing
    key = fold(f"{name} {place}")
    return found.filter(name_key=key).first() or found.filter(name_key=fold(name)).first()


def free_slug(name: str) -> str:
    """A slug from the name that no organisation has or had."""
    stem = address_part(name)[:70] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(f"{stem}-{number}" for number in range(2, len(taken) + 3) if f"{stem}-{number}" not in taken)


def ensure_district(ags: str, name: str = "") -> District | None:
    """The Kreis of a municipality key, created if missing; without a name it is called by its key until it gets one."""
    key = district_key(ags)
    if not key:
        return None
    district, created = District.objects.get_or_create(key=key, defaults={"name": name or f"Kreis {key}"})
    if not created and name and district.name == f"Kreis {key}":
        district.name = name
        district.save(update_fields=["name"])
        touch(Organisation.objects.filter(district=district))
    return district


def touch(organisations: Iterable[Organisation]) -> None:
    """Set `updated_at`, which search and sitemap read, after a change to related rows that the profiles show."""
    for organisation in organisations:
        organisation.save(update_fields=["updated_at"])


@transaction.atomic
def create_organisation(*, actor: User | None, district_name: str = "", **values: Any) -> Organisation:
    """Add a member. Raises PermissionDenied, ValidationError for wrong values, MembersError if it is a member already."""
    if actor is not None and not access.can_manage_organisations(actor):
        raise PermissionDenied
    organisation = Organisation(slug=free_slug(values["name"]), **values)
    organisation.district = ensure_district(organisation.ags, district_name or _own_district_name(organisation))
    _save(organisation)
    log_action("organisation_created", organisation, actor=actor)
    return organisation


def _own_district_name(organisation: Organisation) -> str:
    """A Kreis or a kreisfreie Stadt is its own district."""
    kinds = (Organisation.Kind.CITY, Organisation.Kind.DISTRICT)
    return organisation.name if organisation.kind in kinds else ""


def _save(organisation: Organisation) -> None:
    organisation.fold_names()
    # What is unique, the database decides: another request may have saved the same a moment ago.
    organisation.full_clean(exclude=["name_key", "folded"], validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as error:  # a database constraint
        raise MembersError("Eine Organisation mit diesem Namen oder Gemeindeschlüssel ist schon Mitglied.") from error


@transaction.atomic
def change_organisation(
    organisation: Organisation,
    *,
    actor: User | None,
    topics: list[Term] | None = None,
    district_name: str = "",
    **values: Any,
) -> Organisation:
    """Change fields: its own coordination those of the profile, the network office all.

    Raises PermissionDenied (also for a field that the actor may not change), ValidationError, and MembersError if the name
    or the municipality key belongs to another member.
    """
    manages = actor is None or access.can_manage_organisations(actor)
    if not manages and not (access.can_edit_organisation(actor, organisation) and set(values) <= set(OWN_FIELDS)):
        raise PermissionDenied
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    changed = changed_fields(organisation, values)
    for name in changed:
        setattr(organisation, name, values[name])
    if "ags" in values or district_name:
        organisation.district = ensure_district(organisation.ags, district_name or _own_district_name(organisation))
    _save(organisation)
    if topics is not None and set(topics) != set(organisation.topics.all()):
        organisation.topics.set(topics)
        changed.append("topics")
    if changed:
        log_action("organisation_changed", organisation, actor=actor, fields=changed)
    return organisation


@transaction.atomic
def end_organisation(organisation: Organisation, *, actor: User | None) -> None:
    """The organisation leaves the network; memberships, roles and open invitations end. Raises PermissionDenied."""
    if actor is not None and not access.can_manage_organisations(actor):
        raise PermissionDenied
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    if not organisation.is_active:
        return
    organisation.left_on = max(timezone.localdate(), organisation.joined_on)
    organisation.save(update_fields=["left_on", "updated_at"])
    for membership in organisation.memberships.current():
        # actor=None: the check above covers all memberships
        end_membership(membership, actor=None, ending=Membership.Ending.ORGANISATION_LEFT)
    organisation.invitations.open().update(withdrawn_at=timezone.now())
    log_action("organisation_left", organisation, actor=actor)


@transaction.atomic
def set_pilot_site(organisation: Organisation, *, actor: User | None, **values: Any) -> PilotSite:
    """Make the organisation a pilot site, or change its data. Raises PermissionDenied, ValidationError."""
    if actor is not None and not access.can_manage_organisations(actor):
        raise PermissionDenied
    # Locked, so that two requests do not create two sites.
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)
    site = PilotSite.objects.filter(organisation=organisation).first() or PilotSite(organisation=organisation)
    changed = changed_fields(site, values)
    for name in changed:
        setattr(site, name, values[name])
    site.full_clean()
    site.save()
    if changed:
        touch([organisation])
        log_action("pilot_site_changed", organisation, actor=actor, fields=changed)
    return site


@transaction.atomic
def change_pilot_profile(site: PilotSite, *, actor: User, profile: str) -> None:
    """Change the site's description of itself. Raises PermissionDenied, ValidationError."""
    if not access.can_edit_organisation(actor, site.organisation):
        raise PermissionDenied
    if site.profile != profile:
        site.profile = profile
        site.full_clean()
        site.save(update_fields=["profile"])
        touch([site.organisation])
        log_action("pilot_site_changed", site.organisation, actor=actor, fields=["profile"])


@transaction.atomic
def save_profile(
    organisation: Organisation,
    *,
    actor: User,
    logo_file: File | None = None,
    remove_logo: bool = False,
    profile: str | None = None,
    **values: Any,
) -> None:
    """Save the form of an organisation's own profile, together or not at all.

    Raises PermissionDenied, ValidationError (also for a logo that the upload guard refuses), MembersError.
    """
    if not access.can_edit_organisation(actor, organisation):
        raise PermissionDenied
    old = organisation.logo
    if logo_file:
        values["logo"] = store_image(logo_file, title=f"Logo {organisation}"[:255])
    elif remove_logo:
        values["logo"] = None
    change_organisation(organisation, actor=actor, **values)
    if old and "logo" in values:
        delete_unused_image(old)
    site = PilotSite.objects.filter(organisation=organisation).first()
    if profile is not None and site:
        change_pilot_profile(site, actor=actor, profile=profile)
