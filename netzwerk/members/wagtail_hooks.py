"""Wagtail admin: the vocabulary of topics, and the labels of our log actions."""

from django.db import transaction
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from netzwerk.members.models import Topic
from netzwerk.members.services.log import ACTIONS
from netzwerk.members.services.topics import touch_profiles_with_topic


class TopicEditView(EditView):
    """Saving a topic touches the profiles that show its name."""

    def save_instance(self) -> Topic:
        topic = super().save_instance()  # Wagtail calls this inside a transaction
        touch_profiles_with_topic(topic)
        return topic


class TopicDeleteView(DeleteView):
    """Deleting a topic does so too."""

    @transaction.atomic
    def delete_action(self) -> None:
        touch_profiles_with_topic(self.object)
        super().delete_action()


class TopicViewSet(SnippetViewSet):
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
