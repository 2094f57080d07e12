"""Calendar files: the public feed for chosen filters, the feed of a person, one date."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.calendar import ical
from netzwerk.calendar.access import takes_part
from netzwerk.calendar.agenda import public_agenda
from netzwerk.calendar.models import Date
from netzwerk.calendar.services.feeds import person_of
from netzwerk.members.limits import too_often
from netzwerk.surfaces.registry import TOPICS
from netzwerk.texts.cleaning import address_part
from netzwerk.vocabulary.models import Tree
from netzwerk.vocabulary.slugs import with_current_slugs

MOST = 2000  # dates in a feed
BACK = timedelta(days=90)  # how long past dates stay in the public feed
BACK_OWN = timedelta(days=365)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Public dates for the filters of the address, cancelled ones too. A reader that has subscribed to a former slug of a
    topic keeps its dates."""
    if refused := too_often(request, "calendar"):
        return refused
    tree = Tree.load(TOPICS)
    query = with_current_slugs(request.GET, {"thema": TOPICS}, tree) or request.GET
    everything = Date.objects.visible_to(AnonymousUser()).public().filter(ends_at__gt=timezone.now() - BACK)
    finder = public_agenda(query, everything, tree)
    dates = finder.found().for_lists().order_by("starts_at", "pk")[:MOST]
    chosen = ", ".join(chip.label for chip in finder.chips())
    name = f"{settings.WAGTAIL_SITE_NAME}: Termine{f' ({chosen})' if chosen else ''}"
    address = finder.address() if finder.is_narrowed else ""
    source = f"{settings.BASE_URL}{reverse('dates:feed')}{address}"
    return _answer(request, ical.feed(dates, name=name, source=source))


@require_safe
@never_cache
def personal(request: HttpRequest, secret: str) -> HttpResponse:
    """All dates of the person whose secret this is: listed or not, with online rooms. A wrong secret is not found."""
    if refused := too_often(request, "calendar"):
        return refused
    person = person_of(secret)
    if person is None:
        raise Http404
    own = Date.objects.visible_to(person).of_person(person).filter(ends_at__gt=timezone.now() - BACK_OWN)
    dates = list(own.for_lists().order_by("starts_at", "pk")[:MOST])
    name = f"{settings.WAGTAIL_SITE_NAME}: Meine Termine"
    answer = _answer(request, ical.feed(dates, name=name, own=[one.pk for one in dates]))
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One date, to open in a calendar program."""
    date = get_object_or_404(Date.objects.visible_to(request.user).for_lists(), pk=pk)
    own = [date.pk] if takes_part(request.user, date) else []
    answer = _answer(request, ical.feed([date], name=date.title, own=own))
    name = f"{address_part(date.title)[:60] or 'termin'}-{date.start_day:%Y-%m-%d}.ics"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _answer(request: HttpRequest, content: bytes) -> HttpResponse:
    """304 where the reader has this content already: calendar programs ask again and again."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    is_known = etag in parse_etags(request.headers.get("If-None-Match", ""))
    answer = HttpResponse(b"" if is_known else content, status=304 if is_known else 200)
    if is_known:
        del answer["Content-Type"]
    else:
        answer["Content-Type"] = ical.CONTENT_TYPE
    answer["ETag"] = etag
    return answer
