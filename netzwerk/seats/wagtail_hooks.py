"""The words of log entries, for the office's log."""

from typing import Any

from wagtail import hooks

from netzwerk.seats.services.log import ACTIONS


@hooks.register("register_log_actions")
def words_of_log_entries(actions: Any) -> None:
    for action, label in ACTIONS.items():
        actions.register_action(f"seats.{action}", label, label)
