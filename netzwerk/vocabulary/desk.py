"""What the office desk says of the vocabularies."""

from django.db.models import Count, Q
from django.http import HttpRequest

from netzwerk.surfaces.registry import ListState, Waiting
from netzwerk.vocabulary.models import Term


def proposals(request: HttpRequest) -> Waiting:
    return Waiting(_counts(request)["proposed"])


def terms(request: HttpRequest) -> ListState:
    return ListState("die Wörter, nach denen alles im Netzwerk geordnet ist", _counts(request)["total"])


def _counts(request: HttpRequest) -> dict[str, int]:
    """Counted once for the tile and the list of one page."""
    if not hasattr(request, "_term_counts"):
        found = Term.objects.visible_to(request.user).order_by()
        request._term_counts = found.aggregate(total=Count("pk"), proposed=Count("pk", filter=Q(is_proposed=True)))
    return request._term_counts
