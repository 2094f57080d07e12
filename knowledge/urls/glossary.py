from django.urls import path

from knowledge.views import glossary

app_name = "glossary"
urlpatterns = [
    path("", glossary.glossary, name="list"),
    path("<slug:slug>/", glossary.entry, name="entry"),
]
