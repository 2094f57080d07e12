"""Edit conflicts: an editor does not overwrite what somebody else has saved meanwhile without seeing it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from netzwerk.portal.services.editing import lock_page

# Fields that name the revision on which a form is based; the form that is sent again is based on the one just shown.
BASED_ON = ("loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id")
# CSS classes of changes. A stream that differs in its ids only has none.
MARKS = ("addition", "deletion")


class ShowsBothVersions:
    """Mixin for the page editor. Wagtail's autosave never overwrites a newer version, but its save button does."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            lock_page(page_id)
            return super().dispatch(request, page_id, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.expects_json_response and self.is_out_of_date and not self.is_cancelling_workflow:
            return self.show_both()
        return super().post(request, *args, **kwargs)

    def show_both(self) -> HttpResponse:
        """Show the saved version beside the one that was sent, to choose from. Raises PermissionDenied for locked pages."""
        if self.page.alias_of_id or self.locked_for_user:
            raise PermissionDenied
        stored = self.latest_revision.as_object()  # not the object that the form changes
        form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        form.defer_required_fields()
        own = form.save(commit=False) if form.is_valid() else form.instance
        form.restore_required_fields()
        panel = self.edit_handler.get_bound_panel(instance=stored, request=self.request, form=None)
        compared = [
            (one.field_label(), one.htmldiff())
            for part in panel.get_comparison()
            if (one := part(stored, own)).has_changed()
        ]
        context = {
            "page": stored,
            "revision": self.latest_revision,
            "by_oneself": self.latest_revision.user_id == self.request.user.pk,
            "different": [(label, html) for label, html in compared if any(mark in html for mark in MARKS)],
            "hidden_inputs": [
                (name, value)
                for name, values in self.request.POST.lists()
                if name not in (*BASED_ON, "csrfmiddlewaretoken")
                for value in values
            ],
            "loaded_revision_created_at": self.latest_revision_created_at,
        }
        return TemplateResponse(self.request, "portal/admin/both_versions.html", context, status=409)
