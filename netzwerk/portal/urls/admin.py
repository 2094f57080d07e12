"""Our own versions of screens of the Wagtail admin, at Wagtail's addresses."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from netzwerk.files.admin_views import FolderEditView, set_folder_privacy
from netzwerk.portal.views.admin_account import OwnAccountView

urlpatterns = [
    path("account/", require_admin_access(OwnAccountView.as_view()), name="own_admin_account"),
    path("collections/<int:pk>/", require_admin_access(FolderEditView.as_view()), name="own_folder_edit"),
    path(
        "collections/<int:collection_id>/privacy/", require_admin_access(set_folder_privacy), name="own_folder_privacy"
    ),
]
