"""What the pages of planners share: the workshop of an address, the frame of a page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.repetition import RepetitionError
from netzwerk.seats.errors import SeatsError
from workshops.events.errors import EventsError
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.views.refusals import words_of

REFUSALS = (EventsError, SeatsError, CalendarError, RepetitionError, ValidationError)


def managed(request: HttpRequest, pk: int) -> Workshop:
    """Raises Http404 for one that the visitor may not manage."""
    found = Workshop.objects.manageable_by(request.user).prefetch_related("organisers")
    return get_object_or_404(found, pk=pk)


def managed_date(request: HttpRequest, pk: int, date_pk: int) -> tuple[Workshop, WorkshopDate]:
    workshop = managed(request, pk)
    row = get_object_or_404(workshop.dates.select_related("date__venue", "place"), pk=date_pk)
    row.workshop = workshop
    return workshop, row


def desk_page(
    request: HttpRequest, template: str, workshop: Workshop, tab: str, title: str, **context: Any
) -> HttpResponse:
    """A page below the head of the workshop; answers 422 if one of its forms has errors."""
    wrong = any(isinstance(one, Form) and one.is_bound and one.errors for one in context.values())
    return render(
        request,
        template,
        {"workshop": workshop, "tab": tab, "title": title, "error_title": wrong, **context},
        status=422 if wrong else 200,
    )


def say(request: HttpRequest, text: str) -> None:
    messages.success(request, text)


def refuse(request: HttpRequest, error: Exception) -> None:
    messages.error(request, words_of(error))
