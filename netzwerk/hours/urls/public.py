"""The page that verifies a certificate, for whoever has its link."""

from django.urls import path

from netzwerk.hours.views import verify

app_name = "certificates"
urlpatterns = [path("<str:token>/", verify.verify, name="verify")]
