"""Scheduled publishing."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from netzwerk.portal.models import PortalPage
from netzwerk.portal.services.review import withdraw_what_changed

logger = logging.getLogger(__name__)


def publish_scheduled() -> int:
    """Publish what is due, unpublish what has expired; returns how many pages changed.

    Unlike Wagtail's own command, it uses a transaction for each page, and one failure does not stop the others.
    """
    withdraw_what_changed()
    return _go_live() + _expire()


def _go_live() -> int:
    count = 0
    for revision in Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now()).order_by("pk"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
            count += 1
        except PermissionDenied:
            # Scheduled without an approval, past the workflow. Unscheduled, so that it is not tried every minute.
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            logger.warning("scheduled revision %s had no approval and was taken off the schedule", revision.pk)
        except Exception:  # an error in one page must not stop the others
            logger.exception("scheduled revision %s could not go online", revision.pk)
    return count


def _expire() -> int:
    expired = list(PortalPage.objects.live().filter(expire_at__lt=timezone.now()))
    count = 0
    for page in expired:
        try:
            with transaction.atomic():
                page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
            count += 1
        except Exception:  # as above
            logger.exception("page %s could not be taken offline", page.pk)
    return count
