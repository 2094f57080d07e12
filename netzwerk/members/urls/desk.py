"""Routes of the office desk; its start page is in the portal."""

from django.urls import path

from netzwerk.members.views import desk, desk_invitations, desk_log, desk_organisations, desk_people

app_name = "desk"
urlpatterns = [
    path("antraege/", desk.application_list, name="applications"),
    path("antraege/<int:pk>/", desk.application, name="application"),
    path("einladungen/", desk_invitations.invitation_list, name="invitations"),
    path("einladungen/auswahl/", desk_invitations.bulk, name="invitations_bulk"),
    path("einladen/", desk.bulk_invite, name="bulk_invite"),
    path("protokoll/", desk_log.log, name="log"),
    path("organisationen/", desk_organisations.organisation_list, name="organisations"),
    path("organisationen/neu/", desk_organisations.create, name="organisation_new"),
    path("organisationen/<int:pk>/", desk_organisations.organisation, name="organisation"),
    path("organisationen/<int:pk>/austritt/", desk_organisations.end, name="organisation_end"),
    path("personen/", desk_people.person_list, name="people"),
    path("personen/<int:pk>/", desk_people.person, name="person"),
    path("personen/<int:pk>/sperre/", desk_people.lock, name="lock"),
    path("rollen/", desk_people.grant_list, name="grants"),
    path("rollen/<int:pk>/nehmen/", desk_people.revoke_role, name="revoke_role"),
]
