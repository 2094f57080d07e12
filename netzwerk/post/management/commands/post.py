"""`manage.py post`: state of the outbox, and retry of failed mail. Prints numbers and times, never the text of a mail."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from netzwerk.post import services

GIVEN_UP, LATE = 1, 2


def in_words(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} Min."
    return f"{minutes // 60} Std." if minutes < 48 * 60 else f"{minutes // (24 * 60)} Tage"


class Command(BaseCommand):
    help = (
        "The outbox. status: counts and errors; exit code 0 when all is well, 1 when mail of the last seven days was "
        "given up, 2 when mail has waited for more than thirty minutes. retry: try failed mail again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("status", help="counts per state, oldest waiting mail, next tries, last errors")
        retry = actions.add_parser("retry", help="try mail again that failed")
        retry.add_argument("--id", type=int, help="only this one, also if it waits for its next try")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "retry":
            self.retry(options["id"])
        else:
            self.status()

    def status(self) -> None:
        found = services.status()
        for label, count in found.counts.items():
            self.stdout.write(f"{label}: {count}")
        if found.oldest_waiting is not None:
            self.stdout.write(f"älteste ungesendete: seit {in_words(found.oldest_waiting)}")
        for one in found.waiting:
            moment = timezone.localtime(one.next_try_at)
            self.stdout.write(
                f"Nr. {one.pk} wartet: {one.attempts} Versuche, nächster {moment:%d.%m.%Y %H:%M}, {one.error}"
            )
        for one in found.failed:
            self.stdout.write(f"Nr. {one.pk} nicht zustellbar: {one.attempts} Versuche, {one.error}")
        if found.is_late:
            raise CommandError("Post wartet seit mehr als dreißig Minuten.", returncode=LATE)
        if found.has_given_up:
            raise CommandError("Post der letzten sieben Tage war nicht zustellbar.", returncode=GIVEN_UP)

    def retry(self, message_id: int | None) -> None:
        count = services.retry(message_id)
        if message_id is not None and not count:
            raise CommandError("Diese Nachricht gibt es nicht, oder sie ist schon gesendet oder unterwegs.")
        self.stdout.write(f"{count} neu angestoßen")
