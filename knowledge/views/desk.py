"""A screen of the Wagtail admin: how often reports are read."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from knowledge.access import can_maintain_library
from knowledge.models import MonthlyCount, PracticeReport
from netzwerk.search.services.questions import first_of_month

MONTHS = 12
MOST_ROWS = 200


class ReadCountsView(WagtailAdminTemplateMixin, TemplateView):
    """Views and downloads of each report in a month."""

    template_name = "knowledge/admin/read_counts.html"
    page_title = "Wie oft gelesen"
    header_icon = "view"

    def dispatch(self, request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not can_maintain_library(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        months = [first_of_month(timezone.localdate(), back) for back in range(MONTHS)]
        chosen = next((one for one in months if f"{one:%Y-%m}" == self.request.GET.get("monat")), months[0])
        numbers_by_pk = MonthlyCount.objects.visible_to(self.request.user).most_used(chosen, MOST_ROWS)
        reports = PracticeReport.objects.visible_to(self.request.user).for_lists().in_bulk(list(numbers_by_pk))
        return super().get_context_data(
            **kwargs,
            months=[(f"{one:%Y-%m}", one) for one in months],
            chosen=f"{chosen:%Y-%m}",
            rows=[(reports[pk], numbers) for pk, numbers in numbers_by_pk.items() if pk in reports],
        )
