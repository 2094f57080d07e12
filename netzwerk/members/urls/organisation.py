"""Routes of one organisation's coordination; part of the namespace "organisations"."""

from django.urls import path

from netzwerk.members.views import organisation, profile

urlpatterns = [
    path("<slug:slug>/bearbeiten/", profile.edit, name="edit"),
    path("<slug:slug>/entwurf/verwerfen/", profile.discard_draft, name="discard_draft"),
    path("<slug:slug>/personen/", organisation.people, name="people"),
    path("<slug:slug>/personen/einladen/", organisation.invite, name="invite"),
    path("<slug:slug>/personen/<int:pk>/", organisation.person, name="person"),
    path("<slug:slug>/personen/<int:pk>/ende/", organisation.end_membership, name="end_membership"),
    path("<slug:slug>/rollen/geben/", organisation.give_role, name="give_role"),
    path("<slug:slug>/rollen/<int:pk>/nehmen/", organisation.revoke_role, name="revoke_role"),
    path(
        "<slug:slug>/einladungen/<int:pk>/zurueckziehen/", organisation.withdraw_invitation, name="withdraw_invitation"
    ),
]
