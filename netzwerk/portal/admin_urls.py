"""Screens of the Wagtail admin that we serve ourselves, under Wagtail's own addresses."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from netzwerk.portal.views.admin_account import OwnAccountView
from netzwerk.portal.views.page_editor import PageEditView

urlpatterns = [
    path("account/", require_admin_access(OwnAccountView.as_view()), name="own_admin_account"),
    path("pages/<int:page_id>/edit/", never_cache(require_admin_access(PageEditView.as_view())), name="page_editor"),
]
