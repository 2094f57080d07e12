"""The editors' page "Was gesucht wird": what people search, and what they do not find."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from netzwerk.search.access import can_maintain_search
from netzwerk.search.models import AskedQuestion, SynonymGroup
from netzwerk.search.services import questions
from netzwerk.texts.folding import fold

NOW = ""  # the value for this and the last month
ADD_URL = "wagtailsnippets_search_synonymgroup:add"
EDIT_URL = "wagtailsnippets_search_synonymgroup:edit"


@dataclass(frozen=True)
class Row:
    """A question with the link that adds it to the synonyms, or edits the group it is in."""

    question: questions.QuestionStats
    url: str
    is_synonym: bool


class QuestionsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "search/admin/questions.html"
    page_title = "Was gesucht wird"
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not can_maintain_search(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        today = timezone.localdate()
        months = [questions.first_of_month(today, back) for back in range(questions.RETENTION_MONTHS + 1)]
        chosen = next((month for month in months if key_of(month) == self.request.GET.get("monat")), None)
        rows = AskedQuestion.objects.visible_to(self.request.user).of_months([chosen] if chosen else months[:2])
        return super().get_context_data(
            **kwargs,
            choices=[(NOW, "dieser und letzter Monat"), *((key_of(month), label_of(month)) for month in months)],
            chosen=key_of(chosen) if chosen else NOW,
            is_over=bool(chosen) and chosen != months[0],
            most_asked=questions.most_asked(rows),
            missing=self.with_synonyms(questions.found_nothing(rows)),
            few=questions.FEW,
            enough=questions.ENOUGH_ASKERS,
            without_words=questions.without_words(rows),
        )

    def with_synonyms(self, found: list[questions.QuestionStats]) -> list[Row]:
        groups = {}
        for group in SynonymGroup.objects.visible_to(self.request.user):
            groups |= {fold(expression): group.pk for expression in group.expressions}
        rows = []
        for question in found:
            pk = groups.get(fold(question.text))
            url = reverse(EDIT_URL, args=[pk]) if pk else f"{reverse(ADD_URL)}?{urlencode({'worte': question.text})}"
            rows.append(Row(question, url, is_synonym=bool(pk)))
        return rows


def key_of(month: date) -> str:
    return f"{month:%Y-%m}"


def label_of(month: date) -> str:
    return date_format(month, "F Y")
