"""The list of workshops that one plans; the office sees all."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from workshops.events import words
from workshops.events.access import can_plan, can_review, can_review_all
from workshops.events.models import Workshop
from workshops.events.models.workshops import WorkshopQuerySet

PER_PAGE = 25
State = Workshop.State
ALL = "alle"

# Key in the address, title of the tab, condition. `ends_at` is the end of the last date.
STATES: tuple[tuple[str, str, Callable[[], Q]], ...] = (
    ("kommend", "Veröffentlicht", lambda: Q(state=State.PUBLISHED, ends_at__gt=timezone.now(), is_template=False)),
    ("entwurf", "Entwürfe", lambda: Q(state=State.DRAFT, is_template=False)),
    ("pruefung", "Zu prüfen", lambda: Q(state=State.REVIEW) | Q(pending__isnull=False)),
    ("vorbei", "Vorbei", lambda: Q(state=State.PUBLISHED, ends_at__lte=timezone.now())),
    ("abgesagt", "Abgesagt", lambda: Q(state=State.CANCELLED)),
    ("vorlagen", "Vorlagen", lambda: Q(is_template=True)),
)


@require_safe
@never_cache
@login_required
def workshop_list(request: HttpRequest) -> HttpResponse:
    sees_all = can_review_all(request.user)
    if not can_plan(request.user) and not sees_all:
        raise Http404
    of_all = sees_all and request.GET.get("von") == ALL
    found = _rows(request, of_all)
    numbers = found.order_by().aggregate(**{key: Count("pk", filter=condition()) for key, _title, condition in STATES})
    state = request.GET.get("stand")
    if state not in numbers:
        state = next((key for key, _title, _condition in STATES if numbers[key]), STATES[0][0])
    condition = next(condition for key, _title, condition in STATES if key == state)
    rows = found.filter(condition()).prefetch_related("dates__date__venue", "organisers__person")
    order = ("first_day", "pk") if state in ("kommend", "pruefung") else ("-first_day", "-pk")
    page = Paginator(rows.order_by(*order), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "title": "Meine Workshops",
        "page_obj": page,
        "entries": [_entry(request, row) for row in page],
        "total": sum(numbers.values()),
        "state": state,
        "tabs": _tabs(numbers, state, of_all),
        "of_all": of_all,
        "sees_all": sees_all,
        "may_plan": can_plan(request.user),
    }
    return render(request, "events/own.html", context)


def _rows(request: HttpRequest, of_all: bool) -> WorkshopQuerySet:
    found = Workshop.objects.visible_to(request.user).manageable_by(request.user)
    if not of_all:
        found = found.filter(pk__in=Workshop.objects.visible_to(request.user).planned_by(request.user).values("pk"))
    return found.annotate(first_day=Min("dates__date__starts_at"), ends_at=Max("dates__date__ends_at"))


def _entry(request: HttpRequest, row: Workshop) -> dict:
    waits_for_you = row.waits_for_review and can_review(request.user, row)
    return {
        "workshop": row,
        "when": words.when_and_where(list(row.dates.all())),
        "planned_by": ", ".join(one.person.get_full_name() for one in row.organisers.all()),
        "waits_for_you": waits_for_you,
    }


def _tabs(numbers: dict[str, int], current: str, of_all: bool) -> list[dict]:
    start = f"von={ALL}&" if of_all else ""
    return [
        {"label": title, "url": f"?{start}stand={key}", "count": numbers[key], "current": key == current}
        for key, title, _condition in STATES
    ]
