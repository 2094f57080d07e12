"""Screens of the Wagtail admin: saving and merging terms, and how often reports are read."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView

from knowledge.access import can_maintain_library
from knowledge.errors import LibraryError
from knowledge.models import MonthlyCount, PracticeReport, Term
from knowledge.services import terms
from netzwerk.search.services.questions import first_of_month
from netzwerk.texts.fields import posted

MONTHS = 12
MOST_ROWS = 200


class TermFormMixin:
    """Shows errors of the service in the form, which keeps its input: another user may have changed terms meanwhile."""

    action_logged: str

    def save_instance(self) -> Term:
        term = terms.save_term(self.form.save(commit=False), actor=self.request.user)
        log(term, self.action_logged, user=self.request.user)
        return term

    def form_valid(self, form: forms.ModelForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (LibraryError, ValidationError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class AddTermView(TermFormMixin, CreateView):
    action_logged = "wagtail.create"


class EditTermView(TermFormMixin, EditView):
    action_logged = "wagtail.edit"

    def get_form(self, form_class: type[forms.ModelForm] | None = None) -> forms.ModelForm:
        form = super().get_form(form_class)
        form.fields["vocabulary"].disabled = True
        form.fields["parent"].queryset = Term.objects.visible_to(self.request.user).of(form.instance.vocabulary)
        return form


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        None,
        label="Zusammenführen mit",
        help_text="Berichte, engere Begriffe und Links gehen auf diesen Begriff über. Das lässt sich nicht zurücknehmen.",
    )

    def __init__(self, data, *, term: Term, offered) -> None:
        super().__init__(data)
        self.fields["into"].queryset = offered.of(term.vocabulary).exclude(pk=term.pk)


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    if not can_maintain_library(request.user):
        raise PermissionDenied
    term = get_object_or_404(Term.objects.visible_to(request.user), pk=pk)
    offered = Term.objects.visible_to(request.user)
    form = MergeForm(posted(request), term=term, offered=offered)
    if request.method == "POST" and form.is_valid():
        into = form.cleaned_data["into"]
        if "sure" not in request.POST:
            reports, narrower = terms.merge_impact(term)
            context = {"form": form, "term": term, "into": into, "reports": reports, "narrower": narrower}
            return render(request, "knowledge/admin/merge_review.html", context)
        try:
            count = terms.merge_term(term, into=into, actor=request.user)
        except LibraryError as error:
            form.add_error("into", str(error))
        else:
            messages.success(request, f"„{term}“ ist jetzt „{into}“. Berichte, die sich geändert haben: {count}.")
            return redirect("wagtailsnippets_knowledge_term:list")
    return render(request, "knowledge/admin/merge.html", {"form": form, "term": term})


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
