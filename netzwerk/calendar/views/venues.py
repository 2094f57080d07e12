"""The public page of a place, and its maintenance."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netzwerk.calendar.access import can_maintain_venues
from netzwerk.calendar.entries import entries_of
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.forms import VenueForm
from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.services import venues
from netzwerk.texts.fields import posted

PER_PAGE = 40
SHOWN = 10
form_methods = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Address, way, accessibility, and what takes place there next."""
    venue = get_object_or_404(Venue.objects.visible_to(request.user).select_related("district"), pk=pk)
    there = Date.objects.visible_to(request.user).filter(venue=venue).upcoming().for_lists()
    context = {
        "title": venue.name,
        "venue": venue,
        "dates": entries_of(list(there[:SHOWN]), request.user),
        "may_edit": can_maintain_venues(request.user),
    }
    return render(request, "calendar/venue.html", context)


@require_safe
@never_cache
@login_required
def venue_list(request: HttpRequest) -> HttpResponse:
    _check(request)
    words = " ".join(request.GET.get("suche", "").split())[:100]
    rows = Venue.objects.maintainable_by(request.user).visible_to(request.user).matching(words)
    context = {
        "title": "Veranstaltungsorte",
        "words": words,
        "title_words": [f"Suche: {words}"] if words else [],
        "page_obj": Paginator(rows.order_by("is_closed", "name", "pk"), PER_PAGE).get_page(request.GET.get("seite")),
    }
    return render(request, "calendar/venues.html", context)


@form_methods
@never_cache
@login_required
def create(request: HttpRequest) -> HttpResponse:
    _check(request)
    form = VenueForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            venue = venues.create_venue(actor=request.user, **form.cleaned_data)
        except (CalendarError, ValidationError) as error:
            _refused(form, error)
        else:
            messages.success(request, f"{venue.name} ist angelegt.")
            return redirect("venues:list")
    context = {"title": "Ort anlegen", "form": form}
    return render(request, "calendar/venue_edit.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    _check(request)
    venue = get_object_or_404(Venue.objects.maintainable_by(request.user).visible_to(request.user), pk=pk)
    form = VenueForm(posted(request), venue=venue)
    if request.method == "POST" and form.is_valid():
        try:
            venues.change_venue(venue, actor=request.user, **form.cleaned_data)
        except (CalendarError, ValidationError) as error:
            _refused(form, error)
        else:
            messages.success(request, "Gespeichert.")
            return redirect("venues:edit", venue.pk)
    context = {"title": venue.name, "venue": venue, "form": form}
    return render(request, "calendar/venue_edit.html", context, status=422 if form.errors else 200)


def _check(request: HttpRequest) -> None:
    """404 for everybody else, whatever the address names."""
    if not can_maintain_venues(request.user):
        raise Http404


def _refused(form: VenueForm, error: CalendarError | ValidationError) -> None:
    """Add the error of a service to its field, or to the form."""
    if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
        for name, errors in error.error_dict.items():
            form.add_error(name if name in form.fields else None, errors)
    else:
        form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
