"""What members add to the Wagtail admin: the vocabulary of topics, and the names of our actions in its log."""

from django.db import transaction
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from netzwerk.members.models import Topic
from netzwerk.members.services.log import ACTIONS
from netzwerk.members.services.topics import touch_those_about


class TopicEditView(EditView):
    """Profiles that name the topic change with it."""

    def save_instance(self) -> Topic:
        topic = super().save_instance()  # Wagtail opened a transaction
        touch_those_about(topic)
        return topic


class TopicDeleteView(DeleteView):
    """As above."""

    @transaction.atomic
    def delete_action(self) -> None:
        touch_those_about(self.object)
        super().delete_action()


class TopicViewSet(SnippetViewSet):
    """The network office keeps the vocabulary of topics in the admin."""

    model = Topic
    edit_view_class = TopicEditView
    delete_view_class = TopicDeleteView
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
