"""Somebody is added by hand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from netzwerk.members.models import User
from netzwerk.members.views import form_methods
from netzwerk.seats.errors import SeatsError
from netzwerk.texts.fields import posted
from workshops.events.forms.desk import AddForm, formats_of
from workshops.events.services.seats import add_by_hand
from workshops.events.views.desk import label_of, places_in, render_desk, rows_of
from workshops.events.views.managing import managed
from workshops.events.views.refusals import add_errors


@form_methods
@never_cache
@login_required
def add(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    places = {str(one.pk): one for one in places_in(rows)}
    if not places:
        raise Http404
    first = next(iter(places.values()))
    form = AddForm(
        posted(request),
        people=User.objects.visible_to(request.user),
        places=[(key, label_of(one)) for key, one in places.items()],
        formats=formats_of(first),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        place = places[data.get("place") or str(first.pk)]
        format = place.formats.filter(key=data.get("format") or formats_of(first)[0][0]).first()
        person = data["person"]
        try:
            booking = add_by_hand(
                workshop,
                place,
                format=format,
                person=person,
                guest=None if person else form.guest(),
                one_more=data["one_more"],
                actor=request.user,
            )
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{booking.holder_name} ist angemeldet.")
            return redirect("workshop_desk:booking", pk, booking.pk)
    return render_desk(
        request,
        "events/desk/add.html",
        workshop,
        "bookings",
        status=422 if form.errors else 200,
        desk_rows=rows,
        form=form,
        title="Person eintragen",
    )
