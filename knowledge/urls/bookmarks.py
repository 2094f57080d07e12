from django.urls import path

from knowledge.views import bookmarks

app_name = "bookmarks"
urlpatterns = [
    path("", bookmarks.bookmark_list, name="list"),
    path("<int:pk>/", bookmarks.note, name="note"),
    path("<int:pk>/entfernen/", bookmarks.delete, name="drop"),
]
