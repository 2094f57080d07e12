"""Adds a group of synonyms from a question that found nothing."""

from wagtail.snippets.views.snippets import CreateView

from netzwerk.search.models import SynonymGroup
from netzwerk.search.models.words import LONGEST_EXPRESSION, one_line


class AddSynonymsView(CreateView):
    """`?worte=` fills the form; the editor adds the other words."""

    def get_initial_form_instance(self) -> SynonymGroup:
        words = one_line(self.request.GET.get("worte", ""))[:LONGEST_EXPRESSION]
        return SynonymGroup(words=f"{words}\n" if words else "")
