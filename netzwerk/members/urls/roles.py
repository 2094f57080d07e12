"""What the roles of the network may do."""

from django.urls import path

from netzwerk.members.views import roles

app_name = "members"
urlpatterns = [path("", roles.roles, name="roles")]
