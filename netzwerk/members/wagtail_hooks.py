"""What the action log says about people."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from netzwerk.members.second_factor.services import RESET


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    actions.register_action(RESET, "Zweiten Faktor zurücksetzen", "Zweiter Faktor zurückgesetzt")
