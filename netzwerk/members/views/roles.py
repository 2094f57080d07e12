""" "Wer darf was?": the public page about the roles of the network."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netzwerk.members import roles_text


@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    context = {
        "title": roles_text.TITLE,
        "lead": roles_text.LEAD,
        "rules": roles_text.rules(),
        "sections": roles_text.sections(),
    }
    return render(request, "members/roles.html", context)
