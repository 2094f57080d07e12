from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.seats.services.audit import audit


class Command(BaseCommand):
    help = "Checks limited places: `seats audit` compares counters with rows and looks for idle seats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["audit"])

    def handle(self, *args: str, **options: str) -> None:
        lines = audit()
        for line in lines:
            self.stderr.write(line)
        if lines:
            raise CommandError(f"{len(lines)} findings")
        self.stdout.write("Counters and rows agree, no seat is idle while somebody waits.")
