"""Wagtail admin: categories and rules of counting, and the labels of our log actions."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from netzwerk.hours.models import Category, CountingRule
from netzwerk.hours.services.log import ACTIONS


class CategoryViewSet(SnippetViewSet):
    model = Category
    base_url_path = "stunden/arten"
    icon = "list-ul"
    menu_label = "Arten der Stunden"
    copy_view_enabled = False
    list_display = ("__str__", "explanation", "is_active")
    panels = tuple(FieldPanel(name) for name in ("label", "key", "explanation", "position", "is_active"))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Category.objects.visible_to(request.user)


class CountingRuleViewSet(SnippetViewSet):
    model = CountingRule
    base_url_path = "stunden/zaehlregeln"
    icon = "order"
    menu_label = "Zählregeln"
    copy_view_enabled = False
    list_display = ("__str__", "valid_from", "minutes_per_unit", "get_rounding_display")
    panels = tuple(FieldPanel(name) for name in ("name", "valid_from", "minutes_per_unit", "rounding"))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return CountingRule.objects.visible_to(request.user)


class HoursGroup(SnippetViewSetGroup):
    menu_label = "Stunden"
    menu_icon = "time"
    menu_name = "hours"
    items = (CategoryViewSet, CountingRuleViewSet)


register_snippet(HoursGroup)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for key, label in ACTIONS.items():
        actions.register_action(f"hours.{key}", label, label)
