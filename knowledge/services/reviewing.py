"""Reports grow old: whoever works on them is asked when the review date has passed."""

from django.db.models import F, Q
from django.utils import timezone

from knowledge.models import PracticeReport
from netzwerk.post.services.notifications import notify
from netzwerk.surfaces.registry import NotificationKind

KIND = NotificationKind(
    key="report-review",
    order=60,
    label="Praxisberichte prüfen",
    explanation="Kommt, wenn bei einem Bericht, den Sie geschrieben oder eingestellt haben, das Prüfdatum erreicht ist.",
)
TEXT = (
    "Das Prüfdatum des Berichts ist erreicht. Bitte lesen Sie ihn durch, bringen Sie ihn auf den Stand von heute oder "
    "archivieren Sie ihn."
)
AT_ONCE = 50


def ask_for_reviews() -> int:
    """Once for each review date: whoever put the report online is asked whether it still holds. Returns how many were asked."""
    today = timezone.localdate()
    asked = 0
    not_asked = Q(review_asked=None) | Q(review_asked__lt=F("review_due"))
    due = PracticeReport.objects.live().overdue().filter(not_asked).select_related("owner")[:AT_ONCE]
    for report in due:
        if report.owner is not None:
            notify(
                [report.owner],
                kind=KIND.key,
                title=f"Stimmt das noch? {report.title}",
                text=TEXT,
                url=report.permalink,
            )
        PracticeReport.objects.filter(pk=report.pk).update(review_asked=today)
        asked += 1
    return asked
