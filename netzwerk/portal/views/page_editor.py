"""Wagtail's screens for one page, extended: complete submissions only, edit conflicts, withdrawal of outdated approvals."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView

from netzwerk.portal.services.review import withdraw_what_changed
from netzwerk.portal.views.both_versions import ShowsBothVersions

SHOW_MISSING = "fehlt"  # query parameter of the editor: show at the fields what is missing
NOT_YET = "Die Seite ist als Entwurf gespeichert, aber noch nicht eingereicht: Es fehlt noch etwas. Bei den Feldern steht, was."


class SubmitsCompletePagesOnly:
    """Mixin for the two editors: an incomplete submission is saved as a draft, and reviewers are not notified."""

    def submit_action(self) -> HttpResponse:
        return self._save_as_draft() if self._is_incomplete() else super().submit_action()

    def _is_incomplete(self) -> bool:
        return bool(self.form.instance.missing_for_review(self.form.cleaned_data))

    def _save_as_draft(self) -> HttpResponse:
        self.save_action()
        messages.warning(self.request, NOT_YET)
        return redirect(set_query_params(self.get_edit_url(), {SHOW_MISSING: "1"}))


class PageCreateView(SubmitsCompletePagesOnly, CreateView):
    pass


class ExistingPageMixin(ShowsBothVersions, SubmitsCompletePagesOnly):
    """Mixin for the editors of an existing page."""

    def restart_workflow_action(self) -> HttpResponse:
        return self._save_as_draft() if self._is_incomplete() else super().restart_workflow_action()


class PageRevertView(ExistingPageMixin, RevisionsRevertView):
    """The editor that starts with an earlier version; saving creates a new one."""

    def dispatch(self, request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
        if not revision_id:  # to Wagtail, 0 means that no version was asked for
            raise Http404
        return super().dispatch(request, page_id, revision_id=revision_id)


class PageEditView(ExistingPageMixin, EditView):
    def get_context_data(self, **kwargs) -> dict[str, Any]:
        if SHOW_MISSING in self.request.GET and not self.form.is_bound:
            self.form.show_missing(self.page.missing_for_review())
        return super().get_context_data(**kwargs)


class PagePrivacyView(SetPrivacyView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        withdraw_what_changed()
        return response
