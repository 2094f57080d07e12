"""Makes the actions of our log known to Wagtail's."""

from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from netzwerk.members.models import Topic
from netzwerk.members.services.log import ACTIONS


class TopicViewSet(SnippetViewSet):
    """The network office keeps the vocabulary of topics in the admin."""

    model = Topic
    icon = "tag"
    menu_label = "Themen"
    add_to_admin_menu = True
    list_display = ("name", "slug")
    panels = (FieldPanel("name"), FieldPanel("slug"))


register_snippet(TopicViewSet)


@hooks.register("register_log_actions")
def register_member_actions(actions: LogActionRegistry) -> None:
    for key, label in ACTIONS.items():
        actions.register_action(f"members.{key}", label, label)
