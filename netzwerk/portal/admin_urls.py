"""Screens of the Wagtail admin that we serve ourselves, under Wagtail's own addresses."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from netzwerk.files.admin_views import FolderEditView, set_folder_privacy
from netzwerk.portal.views.admin_account import GuardedAccountView

urlpatterns = [
    path("account/", require_admin_access(GuardedAccountView.as_view()), name="own_admin_account"),
    path("collections/<int:pk>/", require_admin_access(FolderEditView.as_view()), name="own_folder_edit"),
    path(
        "collections/<int:collection_id>/privacy/", require_admin_access(set_folder_privacy), name="own_folder_privacy"
    ),
]
