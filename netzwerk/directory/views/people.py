"""The people directory "Wen kann ich fragen?": people who opened their profile to members."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.directory.forms import PeopleForm
from netzwerk.directory.people import PeopleDirectory
from netzwerk.directory.topics import TOPIC
from netzwerk.lists.filters import headline
from netzwerk.members import access
from netzwerk.members.models import User
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Tree
from netzwerk.vocabulary.slugs import with_current_slugs

PER_PAGE = 20


@require_safe
@never_cache
@login_required
def people(request: HttpRequest) -> HttpResponse:
    if not access.can_see_open_profiles(request.user):
        raise PermissionDenied
    tree = Tree.load(TOPICS)
    if query := with_current_slugs(request.GET, {TOPIC: TOPICS}, tree):
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    profiles = User.objects.visible_to(request.user).with_open_profile()
    found = PeopleDirectory(profiles, PeopleForm(request.GET, topics=tree.choices(TOPICS)), tree)
    page = Paginator(found.listed(), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "title": "Wen kann ich fragen?",
        "finder": found,
        "page_obj": page,
        "headline": headline(page, found.words),
        "facets": found.facets(),
        "chips": found.chips(),
        "removable_filters": found.removable_filters() if not page.paginator.count else [],
    }
    return render(request, "directory/people.html", context)
