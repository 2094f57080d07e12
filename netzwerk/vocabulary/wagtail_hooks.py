"""Wagtail admin: the vocabularies."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from netzwerk.vocabulary import services
from netzwerk.vocabulary.access import can_merge_terms
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.views import AddTermView, EditTermView, merge


class TermViewSet(SnippetViewSet):
    model = Term
    base_url_path = "begriffe"
    icon = "tag"
    menu_label = "Begriffe"
    menu_order = 250
    add_to_admin_menu = True
    add_view_class = AddTermView
    edit_view_class = EditTermView
    copy_view_enabled = False
    list_display = (
        "__str__",
        Column("vocabulary_label", label="Wortliste"),
        Column("parent", label="gehört zu"),
        BooleanColumn("is_proposed", label="Vorschlag"),
    )
    list_filter = ("vocabulary", "is_proposed")
    list_per_page = 100
    search_fields = ("name",)
    panels = (
        FieldRowPanel([FieldPanel("vocabulary"), FieldPanel("parent")]),
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("explanation"),
        FieldPanel("position"),
        FieldPanel("is_proposed"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Term.objects.visible_to(request.user).select_related("parent")


register_snippet(TermViewSet)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [path("begriffe/<int:pk>/zusammenfuehren/", merge, name="vocabulary_merge_term")]


@hooks.register("before_delete_snippet")
def refuse_to_delete_terms_in_use(request: HttpRequest, instances: list) -> HttpResponse | None:
    """Refuses to delete terms in use; merging moves what uses them, and links."""
    used = [f"„{one}“" for one in instances if isinstance(one, Term) and services.is_used(one)]
    if not used:
        return None
    messages.error(
        request,
        f"Noch verwendet, oder mit engeren Begriffen darunter: {', '.join(used)}. Bitte führen Sie zuerst zusammen.",
    )
    return redirect("wagtailsnippets_vocabulary_term:list")


@hooks.register("register_snippet_listing_buttons")
def add_merge_button(snippet, user, next_url=None):
    if isinstance(snippet, Term) and can_merge_terms(user):
        url = reverse("vocabulary_merge_term", args=[snippet.pk])
        yield Button("Zusammenführen", url=url, icon_name="link", priority=40)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(services.MERGE_ACTION, "Begriffe zusammengeführt", "Begriffe zusammengeführt")
