"""Wagtail's screens for one page, with the four eyes: what is submitted says something, what changes later is told, and
nobody overwrites unseen what somebody else has saved."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView

from netzwerk.portal.services.review import withdraw_what_changed
from netzwerk.portal.views.both_versions import ShowsBothVersions

SHOW_MISSING = "fehlt"  # in the address of the editor: say at the fields what is missing
NOT_YET = "Die Seite ist als Entwurf gespeichert, aber noch nicht eingereicht: Es fehlt noch etwas. Bei den Feldern steht, was."


class SubmitsWhatSaysSomething:
    """Mixin for the two editors: a submission that lacks something is kept as a draft, and nobody is asked to read it."""

    def submit_action(self) -> HttpResponse:
        return self._keep_as_draft() if self._is_incomplete() else super().submit_action()

    def _is_incomplete(self) -> bool:
        return bool(self.form.instance.missing_for_review(self.form.cleaned_data))

    def _keep_as_draft(self) -> HttpResponse:
        self.save_action()
        messages.warning(self.request, NOT_YET)
        return redirect(set_query_params(self.get_edit_url(), {SHOW_MISSING: "1"}))


class PageCreateView(SubmitsWhatSaysSomething, CreateView):
    pass


class SavesWithCare(ShowsBothVersions, SubmitsWhatSaysSomething):
    """Mixin for the editors of a page that exists."""

    def restart_workflow_action(self) -> HttpResponse:
        return self._keep_as_draft() if self._is_incomplete() else super().restart_workflow_action()


class PageRevertView(SavesWithCare, RevisionsRevertView):
    """The editor with an earlier version in it. What is saved there is a new version like any other."""


class PageEditView(SavesWithCare, EditView):
    def get_context_data(self, **kwargs) -> dict[str, Any]:
        if SHOW_MISSING in self.request.GET and not self.form.is_bound:
            self.form.show_missing(self.page.missing_for_review())
        return super().get_context_data(**kwargs)


class PagePrivacyView(SetPrivacyView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        withdraw_what_changed()
        return response
