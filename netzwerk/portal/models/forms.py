"""Pages with a form to the network office, which portal.views.office_forms serves."""

from django.http.request import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from netzwerk.portal.blocks import BodyBlock
from netzwerk.portal.models.base import PortalPage
from netzwerk.portal.models.settings import PortalSettings


class OfficeFormPage(PortalPage):
    body = StreamField(BodyBlock(), verbose_name="Vor dem Formular", blank=True)
    thanks = StreamField(BodyBlock(), verbose_name="Nach dem Absenden", blank=True)

    is_creatable = False
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]
    body_fields = ("body", "thanks")
    parent_page_types = ["portal.StartPage"]
    subpage_types: list[str] = []
    max_count = 1
    content_panels = [*PortalPage.content_panels, FieldPanel("body"), FieldPanel("thanks")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["office"] = PortalSettings.load(request_or_site=request)
        return context


class ContactPage(OfficeFormPage):
    template = "portal/form_page.html"
    schema_type = "ContactPage"

    class Meta:
        verbose_name = "Kontakt"
        verbose_name_plural = "Kontakt"


class BarrierPage(OfficeFormPage):
    template = "portal/form_page.html"

    class Meta:
        verbose_name = "Barriere melden"
        verbose_name_plural = "Barriere melden"
