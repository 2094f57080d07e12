"""Views of the Wagtail admin that we replace: privacy and parent of collections in use, and the files that its API lists."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.collection_privacy import set_privacy
from wagtail.admin.views.collections import Edit
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from netzwerk.files.access import WORKING_WITH_FILES
from netzwerk.files.forms import FOLDER_IN_USE, FolderForm
from netzwerk.files.in_use import has_files_in_use


class FolderEditView(Edit):
    form_class = FolderForm


def set_folder_privacy(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Wagtail's view, but the privacy of a collection with files in use cannot be changed by one person alone."""
    policy = policy_registry.get_by_type(Collection)
    collection = policy.instances_user_has_permission_for(request.user, "change").filter(pk=collection_id).first()
    if collection is not None and has_files_in_use(collection):
        return render_modal_workflow(
            request, "files/admin/folder_in_use.html", None, {"collection": collection, "reason": FOLDER_IN_USE}
        )
    return set_privacy(request, collection_id)


class _OwnCollectionsMixin:
    """Mixin: the API lists files that the user may choose or change. Wagtail's lists every file to every admin user."""

    def get_queryset(self) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, WORKING_WITH_FILES)
        return super().get_queryset().filter(pk__in=own.values("pk"))


class OwnImagesAPIViewSet(_OwnCollectionsMixin, ImagesAdminAPIViewSet):
    pass


class OwnDocumentsAPIViewSet(_OwnCollectionsMixin, DocumentsAdminAPIViewSet):
    pass
