"""What the pages of planners share: the workshop of an address, errors of services in forms, the frame of a page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.repetition import RepetitionError
from netzwerk.seats.errors import SeatsError
from workshops.events.errors import EventsError
from workshops.events.models import Workshop, WorkshopDate

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


def add_errors(form: BaseForm, error: Exception) -> None:
    """Errors of a service in the form: at their field if the form has it, else above it."""
    if not isinstance(error, ValidationError):
        form.add_error(None, str(error))
        return
    for name, found in getattr(error, "error_dict", {None: error.messages}).items():
        form.add_error(name if name in form.fields else None, found)


def words_of(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


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
