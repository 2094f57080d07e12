"""A process of the kill suite that sweeps the outbox until it is empty, and is killed at a random moment."""

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

    DNS_NAME._fqdn = "sender.test"  # the lookup of the host name may take seconds without a network
    # Load the modules of the first mail now, so that kills happen while sending.
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
