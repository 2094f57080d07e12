"""Route of the page about roles."""

from django.urls import path

from netzwerk.members.views import roles

app_name = "members"
urlpatterns = [path("", roles.roles, name="roles")]
