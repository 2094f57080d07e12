"""What the office desk says of the vocabularies."""

from django.http import HttpRequest

from netzwerk.surfaces.registry import ListState, Waiting
from netzwerk.vocabulary.models import Term


def proposals(request: HttpRequest) -> Waiting:
    return Waiting(Term.objects.visible_to(request.user).filter(is_proposed=True).count())


def terms(request: HttpRequest) -> ListState:
    return ListState(
        "die Wörter, nach denen alles im Netzwerk geordnet ist", Term.objects.visible_to(request.user).count()
    )
