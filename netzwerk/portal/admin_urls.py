"""Screens of the Wagtail admin that we serve ourselves, under Wagtail's own addresses."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from netzwerk.portal.views.admin_account import OwnAccountView

urlpatterns = [path("account/", require_admin_access(OwnAccountView.as_view()), name="own_admin_account")]
