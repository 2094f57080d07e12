"""Generated data of a full-size network: 2,000 organisations, 20,000 people, and their applications, mails and log entries.

The same rows in each run, with dates relative to today, as in the demo. Names are invented.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from tests.bench.generated import activity, organisations, people

ORGANISATIONS, SITES, PEOPLE = 2_000, 100, 20_000
LOG_ENTRIES, APPLICATIONS, NOTIFICATIONS, MAILS, INVITATIONS = 50_000, 300, 20_000, 20_000, 1_000


def grow() -> None:
    """Add rows to those of the demo."""
    ContentType.objects.clear_cache()
    with transaction.atomic():
        organisations.add_organisations(ORGANISATIONS)
        organisations.add_sites(SITES)
        people.add_people(PEOPLE)
        activity.add_applications(APPLICATIONS)
        activity.add_invitations(INVITATIONS)
        activity.add_notifications(NOTIFICATIONS)
        activity.add_mails(MAILS)
        activity.add_log(LOG_ENTRIES)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as autovacuum does within a minute; SQLite has none


def size() -> dict[str, int | str]:
    """Numbers of rows."""
    from netzwerk.members.models import Application, LogEntry, Membership, Organisation, PilotSite, RoleGrant, User
    from netzwerk.post.models import Message, Notification

    version = ".".join(str(part) for part in connection.get_database_version())
    return {
        "organisations": Organisation.objects.active().count(),
        "pilot sites": PilotSite.objects.count(),
        "people": User.objects.count(),
        "open profiles": User.objects.with_open_profile().count(),
        "memberships": Membership.objects.count(),
        "role grants": RoleGrant.objects.count(),
        "applications": Application.objects.count(),
        "log entries": LogEntry.objects.count(),
        "notifications": Notification.objects.count(),
        "mails": Message.objects.count(),
        "database": f"{connection.display_name} {version}",
    }
