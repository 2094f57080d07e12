"""The words of log entries, for the office's log."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from workshops.events.services.log import ACTIONS


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for key, label in ACTIONS.items():
        actions.register_action(f"events.{key}", label, label)
