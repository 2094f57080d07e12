"""What is deleted after a time: proofs of decided applications, drafts that nobody continued, addresses of guests."""

from datetime import timedelta

from django.utils import timezone

from netzwerk.files.services import detach_all_files
from netzwerk.hours.models import Certificate, Credit

KEEP_PROOFS = timedelta(days=180)  # after the decision: long enough to object to it
KEEP_DRAFTS = timedelta(days=180)
KEEP_GUESTS = timedelta(days=365)
AT_ONCE = 100


def forget_old_proofs() -> int:
    """Returns how many files were deleted."""
    return sum(map(detach_all_files, Credit.objects.with_old_proof(timezone.now() - KEEP_PROOFS)[:AT_ONCE]))


def forget_old_drafts() -> int:
    """Returns how many drafts were deleted."""
    old = Credit.objects.filter(state=Credit.State.DRAFT, changed_at__lt=timezone.now() - KEEP_DRAFTS)
    drafts = list(old[:AT_ONCE])
    for draft in drafts:
        detach_all_files(draft)
        draft.delete()
    return len(drafts)


def forget_old_guests() -> int:
    """Addresses of guests; their certificates stay, with what the paper says. Returns how many."""
    old = Certificate.objects.exclude(email="").filter(
        mailed_at__isnull=False, issued_at__lt=timezone.now() - KEEP_GUESTS
    )
    return old.update(email="")
