"""The last route: every other path is that of a page. Wagtail reverses it by this name."""

from django.urls import re_path

from netzwerk.portal.views import pages

urlpatterns = [re_path(r"^((?:[\w\-]+/)*)$", pages.serve, name="wagtail_serve")]
