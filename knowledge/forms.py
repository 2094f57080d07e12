"""Forms of the library: search, the note of a bookmark, the reason for withdrawing a version."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from knowledge.models import Bookmark, ReportVersion
from knowledge.models.bookmarks import LONGEST_NOTE
from knowledge.search_kinds import FACETS
from knowledge.vocabularies import ReportVocabulary
from netzwerk.autosave.forms import AutosavedForm
from netzwerk.lists.fields import KnownChoiceField, KnownChoicesField
from netzwerk.search.forms import ORDERS, QuestionField
from netzwerk.texts.fields import OneLineField, TextField
from netzwerk.vocabulary.models import Tree

VOCABULARY_NAMES = set(ReportVocabulary.values)
WITH_ARCHIVE = [("1", "auch archivierte Berichte")]


class LibraryForm(forms.Form):
    """Query, facets and order. Unknown values are ignored, so it has no errors."""

    q = QuestionField(label="Suche in den Praxisberichten")
    archiv = KnownChoicesField(label="Archiv", choices=WITH_ARCHIVE)
    sortierung = KnownChoiceField(label="Sortierung", choices=[(order.value, label) for order, label in ORDERS])

    def __init__(self, data: Mapping[str, Any], tree: Tree) -> None:
        super().__init__(data)
        for facet in FACETS:
            is_tree = facet.name in VOCABULARY_NAMES
            choices = tree.choices(facet.name) if is_tree else list(facet.labels().items())
            self.fields[facet.name] = KnownChoicesField(label=facet.legend, choices=choices)


class NoteForm(AutosavedForm, forms.Form):
    note = TextField(
        label="Eigene Notiz", max_length=LONGEST_NOTE, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data: QueryDict | None, *, bookmark: Bookmark) -> None:
        about = {"of": bookmark, "key": str(bookmark.pk), "user": bookmark.person}
        super().__init__(data, autosaved="bookmark-note", **about)


class WithdrawForm(forms.Form):
    reason = OneLineField(
        label="Grund",
        max_length=ReportVersion._meta.get_field("withdrawn_because").max_length,
        help_text="Steht anstelle der Fassung und ist für alle zu lesen, die den Bericht sehen. Bitte ohne Namen, "
        "zum Beispiel: Datenschutz.",
    )
