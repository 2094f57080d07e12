"""/mein-bereich/workshops/: planning workshops."""

from django.urls import path

from workshops.events.views import dates, materials, own, people, planning, questions, review

app_name = "my_workshops"
urlpatterns = [
    path("", own.workshop_list, name="list"),
    path("neu/", planning.create, name="new"),
    path("<int:pk>/angaben/", planning.overview, name="edit"),
    path("<int:pk>/angaben/text/", planning.texts, name="texts"),
    path("<int:pk>/angaben/leitung/", people.leaders, name="leaders"),
    path("<int:pk>/angaben/planung/", people.organisers, name="organisers"),
    path("<int:pk>/termine/neu/", dates.add, name="date_new"),
    path("<int:pk>/termine/reihe/", dates.add_series, name="series_new"),
    path("<int:pk>/termine/<int:date_pk>/", dates.edit, name="date"),
    path("<int:pk>/termine/<int:date_pk>/absagen/", dates.cancel, name="date_cancel"),
    path("<int:pk>/termine/<int:date_pk>/entfernen/", dates.remove, name="date_remove"),
    path("<int:pk>/fragen/neu/", questions.add, name="question_new"),
    path("<int:pk>/fragen/<int:question_pk>/", questions.edit, name="question"),
    path("<int:pk>/fragen/<int:question_pk>/entfernen/", questions.remove, name="question_remove"),
    path("<int:pk>/fragen/<int:question_pk>/verschieben/", questions.move, name="question_move"),
    path("<int:pk>/material/", materials.material_list, name="materials"),
    path("<int:pk>/material/<int:material_pk>/entfernen/", materials.remove, name="material_remove"),
    path("<int:pk>/pruefung/", review.review, name="review"),
    path("<int:pk>/kopie/", planning.copy, name="copy"),
    path("<int:pk>/absagen/", planning.cancel, name="cancel"),
    path("<int:pk>/loeschen/", planning.delete, name="delete"),
]
