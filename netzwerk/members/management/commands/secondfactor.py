"""`manage.py secondfactor reset EMAIL` for a person who lost all factors; `reencrypt` after a change of keys."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from netzwerk.members.models import User
from netzwerk.members.second_factor import services


class Command(BaseCommand):
    help = "Second factors: take all from a person who lost them, or encrypt the seeds with the current key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        reset = tasks.add_parser("reset", help="remove all factors of a person, end their sessions, send them a mail")
        reset.add_argument("email")
        tasks.add_parser(
            "reencrypt", help="encrypt all seeds with SECOND_FACTOR_KEY; then SECOND_FACTOR_KEY_OLD can go"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["task"] == "reencrypt":
            self.stdout.write(f"{services.reencrypt_seeds()} Einträge neu verschlüsselt.")
            return
        try:
            user = User.objects.get_by_natural_key(options["email"])
        except User.DoesNotExist as error:
            raise CommandError("Zu dieser Adresse gibt es kein Konto.") from error
        removed = services.reset_second_factor(user)
        self.stdout.write(f"{removed} Einträge entfernt, alle Sitzungen beendet, Nachricht ist unterwegs.")
