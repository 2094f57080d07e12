"""Routes of one's own account of hours."""

from django.urls import path

from netzwerk.hours.views import account, credits

app_name = "hours"
urlpatterns = [
    path("", account.show, name="account"),
    path("nachweis/", account.statement, name="statement"),
    path("bescheinigungen/<int:pk>/", account.certificate, name="certificate"),
    path("anrechnung/", credits.begin, name="credit_new"),
    path("anrechnung/<int:pk>/", credits.credit, name="credit"),
    path("anrechnung/<int:pk>/aendern/", credits.change, name="credit_change"),
    path("anrechnung/<int:pk>/nachweise/", credits.add_proof, name="proof_add"),
    path("anrechnung/<int:pk>/nachweise/<int:proof_pk>/entfernen/", credits.remove_proof, name="proof_remove"),
    path("anrechnung/<int:pk>/einreichen/", credits.submit, name="credit_submit"),
    path("anrechnung/<int:pk>/antworten/", credits.answer, name="credit_answer"),
    path("anrechnung/<int:pk>/zurueckziehen/", credits.withdraw, name="credit_withdraw"),
]
