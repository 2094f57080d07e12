"""`manage.py roles > docs/rollen.md` writes the table of roles as text."""

from django.core.management.base import BaseCommand

from netzwerk.members.roles_text import markdown


class Command(BaseCommand):
    help = "Prints what each role may do, as Markdown"
    requires_system_checks = []

    def handle(self, *args: str, **options: str) -> None:
        self.stdout.write(markdown())
