"""The last route of all: whatever is left is the address of a page. Its name is the one under which Wagtail asks for it."""

from django.urls import re_path

from netzwerk.portal.views import pages

urlpatterns = [re_path(r"^((?:[\w\-]+/)*)$", pages.serve, name="wagtail_serve")]
