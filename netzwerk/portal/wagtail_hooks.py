"""What we change in the Wagtail admin: menus that show only what a role needs."""

from django.http import HttpRequest
from wagtail import hooks

HIDDEN_FROM_MAIN = {"help", "reports"}
HIDDEN_FROM_SETTINGS = {"users", "groups", "sites", "locales", "workflows", "workflow-tasks"}


@hooks.register("construct_main_menu")
def tidy_main_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_MAIN]


@hooks.register("construct_settings_menu")
def tidy_settings_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_SETTINGS]
