"""Forms of the library: search, the note of a bookmark, the reason for withdrawing a version."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from knowledge.models import Bookmark, FormerTerm, ReportVersion, Tree, Vocabulary
from knowledge.search_kinds import FACETS
from netzwerk.autosave.forms import AutosavedForm
from netzwerk.lists.fields import KnownChoiceField, KnownChoicesField
from netzwerk.search.forms import ORDERS, QuestionField
from netzwerk.texts.fields import OneLineField

VOCABULARIES = set(Vocabulary.values)
SLUG = re.compile(r"[-\w]{1,80}")
WITH_ARCHIVE = [("1", "auch archivierte Berichte")]


class LibraryForm(forms.Form):
    """Query, facets and order. Unknown values are ignored, so it has no errors."""

    q = QuestionField(label="Suche in den Praxisberichten")
    archiv = KnownChoicesField(label="Archiv", choices=WITH_ARCHIVE)
    sortierung = KnownChoiceField(label="Sortierung", choices=[(order.value, label) for order, label in ORDERS])

    def __init__(self, data: Mapping[str, Any], tree: Tree) -> None:
        super().__init__(data)
        for facet in FACETS:
            if facet.name in VOCABULARIES:
                choices = [(term.slug, term.name) for _level, term in tree.in_order(facet.name)]
            else:
                choices = list(facet.labels().items())
            self.fields[facet.name] = KnownChoicesField(label=facet.legend, choices=choices)


def with_current_slugs(query: QueryDict, tree: Tree) -> QueryDict | None:
    """The query with current slugs where it contains former slugs of terms, else None. One query if a slug is unknown."""
    known = {(term.vocabulary, term.slug) for term in tree.by_pk.values()}
    unknown = {
        (name, slug)
        for name in VOCABULARIES
        for slug in query.getlist(name)[:50]
        if (name, slug) not in known and SLUG.fullmatch(slug)
    }
    if not unknown:
        return None
    rows = FormerTerm.objects.visible_to(AnonymousUser()).filter(slug__in={slug for _name, slug in unknown})
    current = {(row.vocabulary, row.slug): tree.by_pk[row.term_id].slug for row in rows if row.term_id in tree.by_pk}
    if not current.keys() & unknown:
        return None
    changed = query.copy()
    for name in VOCABULARIES:
        slugs = [current.get((name, slug), slug) for slug in query.getlist(name)]
        if slugs:
            changed.setlist(name, list(dict.fromkeys(slugs)))
    return changed


class NoteForm(AutosavedForm, forms.ModelForm):
    class Meta:
        model = Bookmark
        fields = ("note",)
        widgets = {"note": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, data: QueryDict | None, *, bookmark: Bookmark) -> None:
        about = {"of": bookmark, "key": str(bookmark.pk), "user": bookmark.person}
        super().__init__(data, instance=bookmark, autosaved="bookmark-note", **about)


class WithdrawForm(forms.Form):
    reason = OneLineField(
        label="Grund",
        max_length=ReportVersion._meta.get_field("withdrawn_because").max_length,
        help_text="Steht anstelle der Fassung und ist für alle zu lesen, die den Bericht sehen. Bitte ohne Namen, "
        "zum Beispiel: Datenschutz.",
    )
