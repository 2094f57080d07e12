"""References for tests."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from wagtail.models import Page

from netzwerk.members.models import User
from netzwerk.portal.models import PortalPage, Reference
from netzwerk.portal.models.references import Target, kind_of, references_to


def target_of(row: Model) -> Target:
    return kind_of(type(row)).key, row.pk


def refer(page: PortalPage, *rows: Model, user: User | AnonymousUser | None = None) -> list[Reference]:
    """Make these the references of the page, as `user` would pick them; published if the page is."""
    made = references_to([target_of(row) for row in rows], user or AnonymousUser())
    for position, reference in enumerate(made):
        reference.sort_order = position
    page.references.set(made)
    page.save()
    return list(page.references.all())


def rename(page: Page, title: str) -> None:
    Page.objects.filter(pk=page.pk).update(title=title)
