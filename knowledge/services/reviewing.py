"""Asks for a review of reports whose review date has passed."""

from django.db import transaction

from knowledge.models import PracticeReport, ReviewRequest
from netzwerk.members.models import User
from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from netzwerk.post.services.notifications import notify
from netzwerk.surfaces.registry import NotificationKind

KIND = NotificationKind(
    key="report-review",
    order=60,
    label="Praxisberichte prüfen",
    explanation="Kommt, wenn bei einem Bericht, den Sie eingestellt haben, das Prüfdatum erreicht ist. Wer die Bibliothek "
    "pflegt, bekommt sie auch für Berichte, um die sich sonst niemand mehr kümmert.",
)
TEXT = (
    "Das Prüfdatum des Berichts ist erreicht. Bitte lesen Sie ihn durch, bringen Sie ihn auf den Stand von heute oder "
    "archivieren Sie ihn."
)
AT_ONCE = 50


def ask_for_reviews() -> int:
    """Notifies the owner of each due report, once for each review date. Returns the number of reports."""
    due = PracticeReport.objects.live().overdue().without_review_request().select_related("owner")
    return sum(_request_review(report) for report in due.order_by("review_due", "pk")[:AT_ONCE])


@transaction.atomic
def _request_review(report: PracticeReport) -> bool:
    _request, is_new = ReviewRequest.objects.get_or_create(report=report, review_due=report.review_due)
    if is_new:  # else another process has sent it
        title = f"Stimmt das noch? {report.title}"
        notify(_responsible_for(report), kind=KIND.key, title=title, text=TEXT, url=report.permalink)
    return is_new


def _responsible_for(report: PracticeReport) -> list[User]:
    """The owner; if they have left, everybody who may maintain the library."""
    if report.owner is not None and report.owner.is_active:
        return [report.owner]
    return list(people_with_permission(May.MAINTAIN_LIBRARY))
