"""Concurrent editing of pages."""

from wagtail.models import Page


def lock_page(page_pk: int) -> None:
    """Lock the page until the end of the transaction, so that concurrent saves see each other."""
    Page.objects.select_for_update(of=("self",)).filter(pk=page_pk).first()
