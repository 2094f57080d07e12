"""The menu "Bibliothek" of the Wagtail admin (glossary, read counts), and buttons for a report's versions."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from knowledge.access import can_maintain_library
from knowledge.models import GlossaryEntry, PracticeReport
from knowledge.services.versions import WITHDRAW_ACTION
from knowledge.views import desk_versions
from knowledge.views.author_hits import author_hits
from knowledge.views.desk import ReadCountsView
from netzwerk.portal.widgets import SearchableChoices
from netzwerk.texts.folding import german_order


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryEntry
    base_url_path = "bibliothek/glossar"
    icon = "openquote"
    menu_label = "Glossar"
    copy_view_enabled = False
    list_display = ("term", "aliases", "law_checked_on")
    search_fields = ("term", "aliases")
    panels = (
        FieldRowPanel([FieldPanel("term"), FieldPanel("slug")]),
        *(FieldPanel(name) for name in ("aliases", "short", "text")),
        FieldPanel("see_also", widget=SearchableChoices),
        FieldPanel("law_checked_on"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return GlossaryEntry.objects.visible_to(request.user).order_by(german_order("term"))


class ReadCountsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_maintain_library(request.user)


class ReadCountsViewSet(ViewSet):
    name = "library_read_counts"
    url_prefix = "bibliothek/gelesen"
    icon = "view"
    menu_label = "Wie oft gelesen"
    menu_item_class = ReadCountsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", ReadCountsView.as_view(), name="index")]


class LibraryGroup(SnippetViewSetGroup):
    menu_label = "Bibliothek"
    menu_icon = "folder-open-inverse"
    menu_name = "library"
    items = (GlossaryViewSet, ReadCountsViewSet)


register_snippet(LibraryGroup)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    versions = "bibliothek/berichte/<int:pk>/fassungen/"
    return [
        path("bibliothek/autor-innen/", author_hits, name="knowledge_author_hits"),
        path(versions, desk_versions.versions, name="knowledge_versions"),
        path(f"{versions}<int:number>/zurueckziehen/", desk_versions.withdraw, name="knowledge_withdraw_version"),
    ]


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def add_versions_button(page, user, next_url=None, view_name=None):
    if isinstance(page, PracticeReport) and (page.live or page.first_published_at) and can_maintain_library(user):
        url = reverse("knowledge_versions", args=[page.pk])
        yield Button("Veröffentlichte Fassungen", url=url, icon_name="history", priority=66)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(WITHDRAW_ACTION)
    class WithdrawnFormatter(LogFormatter):
        label = "Fassung zurückgezogen"

        def format_message(self, log_entry) -> str:
            return f"Fassung {log_entry.data['version']} zurückgezogen"

        def format_comment(self, log_entry) -> str:
            return log_entry.data["reason"]
