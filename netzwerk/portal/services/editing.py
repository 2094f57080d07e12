"""Editing pages at the same time."""

from wagtail.models import Page


def lock_page(page_pk: int) -> None:
    """Inside a transaction: whoever saves this page too waits until it ends, and then sees what was saved."""
    Page.objects.select_for_update(of=("self",)).filter(pk=page_pk).first()
