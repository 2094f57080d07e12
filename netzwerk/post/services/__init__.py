"""The services of post for other apps: mail, letters, notifications, and the recurring jobs of the clock."""

from netzwerk.post.services.letters import send_letter
from netzwerk.post.services.notifications import (
    delete_unread,
    forget_old_notifications,
    mark_all_read,
    mark_read,
    notify,
    save_mail_choices,
)
from netzwerk.post.services.outbox import (
    STRANDED_AFTER,
    check_backlog,
    forget_old_messages,
    queue_delivery,
    queue_mail,
    queue_message,
    retry,
    status,
    sweep,
)

__all__ = [
    "STRANDED_AFTER",
    "check_backlog",
    "delete_unread",
    "forget_old_messages",
    "forget_old_notifications",
    "mark_all_read",
    "mark_read",
    "notify",
    "queue_delivery",
    "queue_mail",
    "queue_message",
    "retry",
    "save_mail_choices",
    "send_letter",
    "status",
    "sweep",
]
