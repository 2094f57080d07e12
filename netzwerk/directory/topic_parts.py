"""What the directory has on a topic: people to ask, and organisations."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from netzwerk.directory.people import address_of
from netzwerk.directory.topics import TOPIC
from netzwerk.members import access
from netzwerk.members.models import Organisation, User
from netzwerk.surfaces.registry import TopicItems, TopicPart
from netzwerk.vocabulary.rows import terms_of, with_terms

SHOWN = 4


def find_people(request: HttpRequest, slug: str, keys: Sequence[int]) -> TopicItems:
    """Members only."""
    if not access.can_see_open_profiles(request.user):
        return TopicItems([], 0)
    people = with_terms(User.objects.visible_to(request.user).with_open_profile(), "topics", keys)
    shown = [(one, address_of(one)) for one in people.with_current_memberships().by_name()[:SHOWN]]
    return TopicItems(shown, people.count(), f"{reverse('people:list')}?{urlencode({TOPIC: slug})}")


def find_organisations(request: HttpRequest, slug: str, keys: Sequence[int]) -> TopicItems:
    """Pilot sites first."""
    found = with_terms(Organisation.objects.visible_to(request.user).active(), "topics", keys)
    shown = found.order_by(F("pilot_site").asc(nulls_last=True), "name_key")
    shown = shown.only("name", "slug", "place", "kind")[:SHOWN]
    return TopicItems(shown, found.count(), f"{reverse('organisations:directory')}?{urlencode({TOPIC: slug})}")


def terms_of_organisations() -> QuerySet:
    return terms_of(Organisation.objects.visible_to(AnonymousUser()).active(), "topics")


PARTS = (
    TopicPart(
        *("people", 40, "Wen Sie fragen können", "Mensch", "Menschen", "directory/topic_people.html", find_people),
        is_aside=True,
    ),
    TopicPart(
        *("organisations", 50, "Organisationen", "Organisation", "Organisationen"),
        *("directory/topic_organisations.html", find_organisations),
        public_terms=terms_of_organisations,
        is_aside=True,
    ),
)
