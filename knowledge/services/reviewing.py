"""Reports grow old: whoever works on them is asked when the review date has passed."""

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
    """Once for each review date: whoever put the report online is asked whether it still holds. Returns how many were asked."""
    due = PracticeReport.objects.live().overdue().without_review_request().select_related("owner")
    return sum(_ask_about(report) for report in due.order_by("review_due", "pk")[:AT_ONCE])


@transaction.atomic
def _ask_about(report: PracticeReport) -> bool:
    _request, is_new = ReviewRequest.objects.get_or_create(report=report, review_due=report.review_due)
    if is_new:  # else another clock was faster
        title = f"Stimmt das noch? {report.title}"
        notify(_responsible_for(report), kind=KIND.key, title=title, text=TEXT, url=report.permalink)
    return is_new


def _responsible_for(report: PracticeReport) -> list[User]:
    """Its owner; where they have left, those who keep the library."""
    if report.owner is not None and report.owner.is_active:
        return [report.owner]
    return list(people_with_permission(May.KEEP_LIBRARY))
