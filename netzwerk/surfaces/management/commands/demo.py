"""`manage.py demo`: invented content for a new database, the same on every machine."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from netzwerk.surfaces import registry


class Command(BaseCommand):
    help = "Builds the demo content (only with demo settings, only on a database without people)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-new", action="store_true", help="migrate first; do nothing where content exists")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Demo content is built with demo settings only (DJANGO_SETTINGS_MODULE=netzwerk.settings.demo)."
            )
        if options["if_new"]:
            call_command("migrate", verbosity=0)
            call_command("setup", verbosity=0)
        if get_user_model().objects.exists():
            if options["if_new"]:
                return
            raise CommandError(
                "This database has content already. Delete it (make clean-demo) to build the demo anew."
            )
        call_command("setup", verbosity=0)
        started = time.monotonic()
        with transaction.atomic():
            for part in registry.demo:
                part.build(self.stdout.write)
        self.stdout.write(f"Demo-Inhalte angelegt in {time.monotonic() - started:.1f} s.")
