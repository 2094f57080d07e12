"""The log: who has changed what, over all features."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.tables import Column
from netzwerk.members import access
from netzwerk.members.forms.desk import LogFilter
from netzwerk.members.models import User
from netzwerk.members.models.log import log_rows
from netzwerk.members.services.log import action_choices, action_label, feature_choices, log_details, model_name
from netzwerk.members.views.desk_list import render_list

TABLE = (
    Column("Wann", lambda row: row["timestamp"]),
    Column("Wer", lambda row: str(row["user"] or "Portal"), 30),
    Column("Was", lambda row: action_label(row["action"]), 30),
    Column("An wem oder was", lambda row: row["label"], 40),
    Column("Art", lambda row: row["kind"]),
    Column("Einzelheiten", lambda row: log_details(row["data"], row["content_type_id"]), 40),
)


@require_safe
@never_cache
@login_required
def log(request: HttpRequest) -> HttpResponse:
    if not access.can_read_log(request.user):
        raise Http404
    form = LogFilter(request.GET, actions=action_choices(), features=feature_choices(request.user))
    chosen = form.chosen()
    rows = log_rows(
        request.user,
        words=chosen["suche"],
        feature=chosen["bereich"],
        action=chosen["was"],
        since=chosen["von"] or None,
    )
    headings = ("Wann", "Wer", "Was", "An wem oder was", "Einzelheiten")
    prepare = partial(_with_people, request.user)
    return render_list(request, "members/desk/log.html", "Wer hat was geändert?", form, rows, headings, TABLE, prepare)


def _with_people(reader: User, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    found = list(rows)
    people = User.objects.visible_to(reader).in_bulk({row["user_id"] for row in found if row["user_id"]})
    return [row | {"user": people.get(row["user_id"]), "kind": model_name(row["content_type_id"])} for row in found]
