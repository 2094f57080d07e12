"""The form of the portal search. Unknown or invalid query parameters are ignored."""

from django import forms

from netzwerk.lists.fields import KnownChoiceField, KnownChoicesField
from netzwerk.search.analysis.words import clean_text
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import Order
from netzwerk.search.services.planning import LONGEST_QUESTION, clean_question
from netzwerk.search.services.searching import portal_kinds
from netzwerk.surfaces import registry

ORDERS = [(Order.RELEVANCE, "Relevanz"), (Order.NEWEST, "Neueste"), (Order.TITLE, "Titel")]


class QuestionField(forms.CharField):
    """Cleans a question instead of rejecting it."""

    def clean(self, value: object) -> str:
        return clean_question(str(value or ""))


class SearchForm(forms.Form):
    """Words, kind, facets and order. It is always valid."""

    q = QuestionField(label="Wonach suchen Sie?")
    art = KnownChoiceField(label="Art des Inhalts")
    sortierung = KnownChoiceField(label="Sortierung", choices=[(order.value, label) for order, label in ORDERS])

    def __init__(self, data) -> None:
        super().__init__(data)
        kinds = list(registry.search_kinds)
        self.fields[KIND_FACET].choices = [("", "Alle"), *((kind.key, kind.label) for kind in kinds)]
        for kind in portal_kinds():
            for facet in kind.facets:
                if facet.name not in self.fields:
                    self.fields[facet.name] = KnownChoicesField(label=facet.legend, choices=facet.labels().items())

    @property
    def was_cut(self) -> bool:
        """Whether the question is longer than what is searched."""
        return len(" ".join(clean_text(self.data.get("q", "")).split())) > LONGEST_QUESTION
