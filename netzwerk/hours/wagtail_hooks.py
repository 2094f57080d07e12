"""Wagtail admin: the labels of our log actions."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from netzwerk.hours.services.log import ACTIONS


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for key, label in ACTIONS.items():
        actions.register_action(f"hours.{key}", label, label)
