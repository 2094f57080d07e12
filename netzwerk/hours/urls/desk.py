"""Routes of the office desk: applications for credit, and certificates."""

from django.urls import path

from netzwerk.hours.views import desk

app_name = "desk_hours"
urlpatterns = [
    path("anrechnungen/", desk.credit_list, name="credits"),
    path("anrechnungen/<int:pk>/", desk.credit, name="credit"),
    path("anrechnungen/<int:pk>/berichtigen/", desk.correct, name="correct"),
    path("bescheinigungen/", desk.certificate_list, name="certificates"),
    path("bescheinigungen/<int:pk>/", desk.certificate, name="certificate"),
]
