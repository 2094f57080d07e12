"""`manage.py setup`: what every installation needs besides migrations. Run it at each deployment."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from netzwerk.surfaces import registry


class Command(BaseCommand):
    help = (
        "Creates or updates the shared cache table, roles, page tree and publishing workflow. Changes nothing twice."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("createcachetable", verbosity=0)
        for step in registry.setup:
            step.ensure()
            if options["verbosity"] > 1:
                self.stdout.write(step.key)
