"""Views of the contact page and of "Barriere melden"; views.pages calls them."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from netzwerk.portal.forms import BarrierForm, ContactForm
from netzwerk.portal.models import BarrierPage, ContactPage
from netzwerk.portal.services.office_mail import report_barrier, send_contact
from netzwerk.texts.fields import HoneypotForm

SENT = "gesendet"


FORMS = {ContactPage: (ContactForm, send_contact), BarrierPage: (BarrierForm, report_barrier)}


def serve_form_page(page: ContactPage | BarrierPage, request: HttpRequest) -> HttpResponse:
    """GET shows the form or the thanks; POST sends it and redirects to the thanks, so that a reload sends nothing."""
    form_class, send = FORMS[type(page)]
    form: HoneypotForm = form_class(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            if not ratelimit.consume(request, action="office_form"):
                return ratelimit.respond_429(request)
            if not form.is_robot():
                send(**form.values())
            return redirect(f"{page.get_url(request)}?{SENT}=1")
        status = 422
    request.is_preview = False
    context = page.get_context(request) | {"form": form, "sent": SENT in request.GET and request.method != "POST"}
    return TemplateResponse(request, page.get_template(request), context, status=status)
