"""A process of the kill suite: sweeps the outbox until nothing waits. It is killed at any moment."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings.test")


def main() -> None:
    import django

    django.setup()
    from django.conf import settings

    settings.POST_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[1])
    settings.DATABASES["default"]["NAME"] = sys.argv[2]
    from django.db import connection, connections

    connection.settings_dict["NAME"] = sys.argv[2]
    from django.core.mail import get_connection
    from django.core.mail.utils import DNS_NAME

    from netzwerk.post import services, tasks
    from netzwerk.post.models import Message
    from tests.killing import fork_on_demand

    DNS_NAME._fqdn = "sender.test"  # asking for the machine's own name may take seconds where there is no network
    # What Python loads with its first mail is loaded now, so that kills fall into the sending.
    tasks.build_mail(
        Message(message_id="<a@b>", sender="a@b.example", to=["a@b.example"], subject="x", text="x")
    ).message()
    get_connection(settings.POST_TRANSPORT)
    Message.objects.exists()
    connections.close_all()  # a child opens its own

    def sweep_all() -> None:
        while Message.objects.filter(state=Message.State.WAITING).exists():
            services.sweep()

    fork_on_demand(sweep_all)


if __name__ == "__main__":
    main()
