"""`manage.py tick`: one round of the clock, for cron where no worker runs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from netzwerk.surfaces import clock


class Command(BaseCommand):
    help = "Runs what is due now: scheduled publishing, unsent mail, sweepers. Safe to run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        done = clock.tick()
        for key, count in done.items():
            self.stdout.write(f"{key}: {'failed, see the log' if count is None else count}")
        if None in done.values():
            raise CommandError("At least one part failed.")
