"""`manage.py check_pictures`: which stored pictures cannot be shown, or are shown in wrong colours."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser

from netzwerk.files.models import PortalImage
from netzwerk.files.services import is_stored_as_shown, renew_picture


class Command(BaseCommand):
    help = (
        "Goes over all stored pictures. Names those whose file is gone or damaged, and those stored before the guard wrote "
        "every picture as sRGB whose colours come out wrong; --mend writes the latter anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="write anew what can be shown right")

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for picture in PortalImage.objects.order_by("pk").iterator():
            said = self._look_at(picture, mend=options["mend"])
            if said:
                found += 1
                self.stdout.write(f"{picture.pk} „{picture.title}“: {said}")
        self.stdout.write(f"{found} Bilder mit Befund" if found else "Alle Bilder sind in Ordnung")

    def _look_at(self, picture: PortalImage, *, mend: bool) -> str:
        try:
            if is_stored_as_shown(picture):
                return ""
            if not mend:
                return "wird in falschen Farben gezeigt"
            renew_picture(picture)
        except FileNotFoundError:
            return "die Datei fehlt"
        except ValidationError as error:
            return " ".join(error.messages)
        return "neu geschrieben"
