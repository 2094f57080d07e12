"""Setup of the page tree: start page, list of news, four-eyes workflow, permissions of the roles."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from netzwerk.members.roles import ROLES, Role
from netzwerk.members.services.groups import group_of, permission_named
from netzwerk.portal.models import FourEyesTask, NewsIndexPage, StartPage
from netzwerk.surfaces.locks import lock_setup

WORKFLOW_NAME = "Vier-Augen-Prüfung"
FORMER_NAMES = ["Vier Augen"]


@transaction.atomic
def ensure_portal() -> None:
    """Create or correct the tree, its workflow and the permissions of the roles. Idempotent."""
    lock_setup()
    ensure_german_roots()
    start = ensure_start_page()
    ensure_workflow()
    for role in ROLES:
        ensure_rights(role, start)


def ensure_start_page() -> StartPage:
    start = StartPage.objects.first()
    if start is None:
        root = Page.get_first_root_node()
        # Delete the welcome page of Wagtail's migrations.
        for page in root.get_children().exclude(pk__in=StartPage.objects.values("pk")):
            page.delete()
        root.refresh_from_db()
        start = StartPage(
            title="Startseite",
            slug="start",
            headline="Soziale Hilfe aus einer Hand",
            lead="Hier entsteht das Portal des Netzwerks Sozialagenturen.",
        )
        root.add_child(instance=start)
        start.add_child(
            instance=NewsIndexPage(
                title="Aktuelles", slug="aktuelles", lead="Was im Netzwerk geschieht.", menu_section="network"
            )
        )
        for page in (start, NewsIndexPage.objects.get()):
            # Without a first revision, Wagtail would unpublish the page when a change is scheduled.
            page.live_revision = page.save_revision()
            page.save(update_fields=["live_revision"])
    host, _, port = settings.BASE_URL.split("://", 1)[1].partition(":")
    standard = 443 if settings.BASE_URL.startswith("https") else 80
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": Page.objects.get(pk=start.pk),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "hostname": host,
            "port": int(port or standard),
        },
    )
    return start


def ensure_german_roots() -> None:
    """Rename the roots from Wagtail's English names, unless somebody has renamed them."""
    Page.objects.filter(depth=1, title="Root").update(title="Alle Seiten", draft_title="Alle Seiten")
    Collection.objects.filter(depth=1, name="Root").update(name="Allgemein")


def ensure_workflow() -> None:
    """One workflow, with the four-eyes task only, for the whole tree."""
    task, _created = FourEyesTask.objects.get_or_create(name="Prüfung durch eine zweite Person")
    Workflow.objects.filter(name__in=FORMER_NAMES).update(name=WORKFLOW_NAME)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    for thing in (task, workflow):
        if not thing.active:
            thing.active = True
            thing.save()
    WorkflowTask.objects.exclude(task_id=task.pk).filter(workflow=workflow).delete()
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    root = Page.get_first_root_node()
    WorkflowPage.objects.exclude(page=root).delete()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def ensure_rights(role: Role, start: StartPage) -> None:
    """Give the role's group exactly its permissions on the tree and on all collections."""
    group = group_of(role)
    wanted = _permissions(f"wagtailcore.{action}_page" for action in role.pages)
    existing = GroupPagePermission.objects.filter(group=group)
    existing.exclude(page_id=start.pk, permission__in=wanted).delete()
    for permission in wanted:
        existing.get_or_create(group=group, page_id=start.pk, permission=permission)

    # Wagtail checks the permissions of its own image and document models even if a project replaces them.
    kinds = ("wagtailimages.{}_image", "wagtaildocs.{}_document")
    wanted = _permissions(kind.format(action) for kind in kinds for action in role.files)
    wanted += _permissions(f"wagtailcore.{action}_collection" for action in role.folders)
    root = Collection.get_first_root_node()
    existing = GroupCollectionPermission.objects.filter(group=group)
    existing.exclude(collection=root, permission__in=wanted).delete()
    for permission in wanted:
        existing.get_or_create(group=group, collection=root, permission=permission)


def _permissions(names: Iterable[str]) -> list[Permission]:
    return [Permission.objects.get(permission_named(name)) for name in names]
