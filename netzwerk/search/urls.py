from django.urls import path

from netzwerk.search.views import portal

app_name = "search"
urlpatterns = [
    path("", portal.results, name="results"),
    path("vorschlaege/", portal.suggestions, name="suggestions"),
    path("beschreibung.xml", portal.description, name="description"),
]
