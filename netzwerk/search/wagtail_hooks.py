"""The menu "Portalsuche" of the Wagtail admin: the editors' words, and the statistics of questions."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from netzwerk.search.access import can_maintain_search
from netzwerk.search.models import CompoundWord, EverydayWord, SynonymGroup
from netzwerk.search.views.questions import QuestionsView
from netzwerk.search.views.words import AddSynonymsView
from netzwerk.texts.folding import german_order


class QuestionsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_maintain_search(request.user)


class QuestionsViewSet(ViewSet):
    name = "search_asked"
    url_prefix = "suche/gesucht"
    icon = "search"
    menu_label = "Was gesucht wird"
    menu_item_class = QuestionsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", QuestionsView.as_view(), name="index")]


class WordsViewSet(SnippetViewSet):
    """Shared by the editors' lists of words."""

    copy_view_enabled = False
    list_display = ("__str__", Column("effect", label="Wirkung"))
    sort_keys: tuple = (german_order("words"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model.objects.visible_to(request.user).order_by(*self.sort_keys)


class SynonymViewSet(WordsViewSet):
    model = SynonymGroup
    base_url_path = "suche/synonyme"
    icon = "resubmit"
    menu_label = "Synonyme"
    add_view_class = AddSynonymsView
    list_display = ("__str__",)
    search_fields = ("words",)
    panels = (FieldPanel("words"),)


class EverydayWordViewSet(WordsViewSet):
    model = EverydayWord
    base_url_path = "suche/alltagswoerter"
    icon = "openquote"
    menu_label = "Alltagswörter"
    search_fields = ("words", "terms")
    panels = (FieldPanel("words"), FieldPanel("terms"))


class CompoundWordViewSet(WordsViewSet):
    model = CompoundWord
    base_url_path = "suche/zusammensetzungen"
    icon = "cut"
    menu_label = "Zusammengesetzte Wörter"
    search_fields = ("marked", "folded")
    panels = (FieldPanel("marked"),)
    sort_keys = ("folded", "is_split")


class SearchGroup(SnippetViewSetGroup):
    menu_label = "Portalsuche"  # "Suche" is the admin's own search
    menu_icon = "search"
    menu_name = "portal-search"
    items = (QuestionsViewSet, SynonymViewSet, EverydayWordViewSet, CompoundWordViewSet)


register_snippet(SearchGroup)
