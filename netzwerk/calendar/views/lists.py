"""The public calendar: agenda, month, past dates, and how to subscribe to it."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from netzwerk.calendar import month as months
from netzwerk.calendar.agenda import Agenda
from netzwerk.calendar.entries import by_month, entries_of
from netzwerk.calendar.models import Date
from netzwerk.calendar.models.dates import DateQuerySet
from netzwerk.directory.topics import TOPIC
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Tree
from netzwerk.vocabulary.slugs import with_current_slugs

PER_PAGE = 40
VIEWS = (("dates:list", "Liste"), ("dates:month", "Kalender"), ("dates:past", "Vergangene"))


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    tree = Tree.load(TOPICS)
    if moved := _moved(request, tree):
        return moved
    return _list(request, Date.objects.visible_to(request.user).upcoming(), tree, "dates:list")


@require_safe
def past(request: HttpRequest) -> HttpResponse:
    tree = Tree.load(TOPICS)
    if moved := _moved(request, tree):
        return moved
    return _list(request, Date.objects.visible_to(request.user).past(), tree, "dates:past")


def _list(request: HttpRequest, everything: DateQuerySet, tree: Tree, view_name: str) -> HttpResponse:
    finder = Agenda(everything, request.GET, request.user, tree)
    found = finder.found()
    page = Paginator(found.for_lists(), PER_PAGE).get_page(request.GET.get("seite"))
    dates = list(page.object_list)
    context = {
        **_frame(view_name, finder),
        "page_obj": page,
        "months": by_month(entries_of(dates, request.user), finder.months(found) if dates else {}),
        "facets": finder.facets() if finder.summary["total"] else [],
        "is_past": view_name == "dates:past",
        "removable_filters": finder.removable_filters() if not dates and finder.is_narrowed else [],
    }
    return render(request, "calendar/list.html", context)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    tree = Tree.load(TOPICS)
    if moved := _moved(request, tree):
        return moved
    today = timezone.localdate()
    first = months.month_of(request.GET.get("monat", ""), today)
    everything = Date.objects.visible_to(request.user).on_days(*months.days_shown(first))
    finder = Agenda(everything, request.GET, request.user, tree)
    dates = list(finder.found().for_lists().order_by("starts_at", "pk"))
    last = months.neighbour(first, 1) - timedelta(days=1)
    context = {
        **_frame("dates:month", finder),
        "first": first,
        "is_this_month": first == today.replace(day=1),
        "number": sum(1 for one in dates if one.start_day <= last and one.end_day >= first),
        "weeks": months.weeks_of(first, dates, request.user, today),
        "before": months.neighbour(first, -1),
        "after": months.neighbour(first, 1),
        "facets": finder.facets() if finder.summary["total"] else [],
    }
    return render(request, "calendar/month.html", context)


@require_safe
def subscribe(request: HttpRequest) -> HttpResponse:
    """The address of the feed with the chosen filters, and what to do with it."""
    everything = Date.objects.visible_to(request.user).upcoming()
    finder = Agenda(everything, request.GET, request.user, Tree.load(TOPICS))
    address = f"{settings.BASE_URL}{reverse('dates:feed')}{_query(finder)}"
    context = {
        **_frame("dates:subscribe", finder),
        "title": "Kalender abonnieren",
        "address": address,
        "webcal": f"webcal:{address.removeprefix(f'{urlsplit(address).scheme}:')}",
        "rss_address": f"{settings.BASE_URL}{reverse('dates:rss')}{_query(finder)}",
    }
    return render(request, "calendar/subscribe.html", context)


def _frame(view_name: str, finder: Agenda) -> dict[str, Any]:
    query = _query(finder)
    tabs = [
        {"label": label, "url": f"{reverse(name)}{query}", "current": name == view_name, "count": None}
        for name, label in VIEWS
    ]
    return {
        "title": "Termine",
        "finder": finder,
        "chips": finder.chips(),
        "view_tabs": tabs,
        "query": query,
        "own_path": reverse(view_name),
    }


def _query(finder: Agenda) -> str:
    """ "" without filters."""
    return finder.address() if finder.is_narrowed else ""


def _moved(request: HttpRequest, tree: Tree) -> HttpResponse | None:
    """To the address with current slugs, where a link has former ones."""
    query: QueryDict | None = with_current_slugs(request.GET, {TOPIC: TOPICS}, tree)
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}") if query else None
