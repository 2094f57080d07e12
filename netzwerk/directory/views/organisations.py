"""The public directory of the network's organisations, and the profile of each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from netzwerk.directory import structured
from netzwerk.directory.forms import DirectoryForm
from netzwerk.directory.map import draw
from netzwerk.directory.organisations import Directory, districts_of, spots_of
from netzwerk.directory.topics import TOPIC
from netzwerk.lists.chips import Chip
from netzwerk.lists.filters import headline
from netzwerk.members import access
from netzwerk.members.models import Organisation, User
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Tree
from netzwerk.vocabulary.slugs import with_current_slugs

PER_PAGE = 20
NEIGHBOURS = 6


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    tree = Tree.load(TOPICS)
    if query := with_current_slugs(request.GET, {TOPIC: TOPICS}, tree):
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    members = Organisation.objects.visible_to(request.user).active()
    form = DirectoryForm(request.GET, districts=districts_of(members), topics=tree.choices(TOPICS))
    found = Directory(members, form, tree)
    page = Paginator(found.listed(), PER_PAGE).get_page(request.GET.get("seite"))
    spots = found.spots()
    drawing = draw(spots, lambda area: found.address(ort=area))
    context = {
        "title": "Organisationen",
        "finder": found,
        "page_obj": page,
        "headline": headline(page, found.words),
        "facets": found.facets(),
        "chips": found.chips_with_place(spots),
        "orders": found.orders(),
        "removable_filters": found.removable_filters() if not page.paginator.count else [],
        "map": drawing,
        "off_map": page.paginator.count - (drawing.organisations if drawing else 0),
        "may_see_people": access.can_see_open_profiles(request.user),
    }
    return render(request, "directory/directory.html", context)


@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    shown = Organisation.objects.visible_to(request.user).select_related("district", "logo", "pilot_site")
    organisation = get_object_or_404(shown.prefetch_related("topics"), slug=slug)
    members = Organisation.objects.visible_to(request.user).active()
    neighbours = []
    if organisation.district_id:
        neighbours = members.filter(district=organisation.district_id).exclude(pk=organisation.pk).order_by("name_key")
        neighbours = list(neighbours.only("name", "slug")[: NEIGHBOURS + 1])
    people = None
    if access.can_see_open_profiles(request.user):
        people = (
            User.objects.visible_to(request.user)
            .with_open_profile()
            .of_organisation(organisation)
            .by_name()
            .prefetch_related("topics")
        )
    drawing = None
    if organisation.is_active and organisation.latitude is not None:
        spots = spots_of(members, Organisation.objects.visible_to(request.user).filter(pk=organisation.pk))
        drawing = draw(spots, own_district=organisation.district_id or "")
    context = {
        "title": organisation.name,
        "organisation": organisation,
        "site": getattr(organisation, "pilot_site", None),
        "neighbours": neighbours[:NEIGHBOURS],
        "more_neighbours": len(neighbours) > NEIGHBOURS,
        "topic_chips": [
            Chip(one.name, reverse("portal:topic", args=[one.slug]))
            for one in organisation.topics.all()
            if not one.is_proposed
        ],
        "people": people,
        "map": drawing,
        "structured": structured.description_of(organisation),
        "may_edit": access.can_edit_organisation(request.user, organisation),
    }
    answer = render(request, "directory/profile.html", context)
    if request.user.is_authenticated:
        add_never_cache_headers(answer)  # it may show colleagues, who are visible to members only
    return answer
