"""`manage.py check_pictures`: finds stored pictures that cannot be shown or are shown in wrong colours."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser

from netzwerk.files.models import PortalImage
from netzwerk.files.services import has_right_colours, reencode_picture


class Command(BaseCommand):
    help = (
        "Checks all stored pictures. Lists those whose file is gone or damaged, and those from before the upload guard "
        "converted to sRGB that are shown in wrong colours; --convert converts the latter."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--convert", action="store_true", help="convert pictures that are shown in wrong colours")

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for picture in PortalImage.objects.order_by("pk").iterator():
            problem = self._check(picture, convert=options["convert"])
            if problem:
                found += 1
                self.stdout.write(f"{picture.pk} „{picture.title}“: {problem}")
        self.stdout.write(f"{found} Bilder mit Befund" if found else "Alle Bilder sind in Ordnung")

    def _check(self, picture: PortalImage, *, convert: bool) -> str:
        try:
            if has_right_colours(picture):
                return ""
            if not convert:
                return "wird in falschen Farben gezeigt"
            reencode_picture(picture)
        except FileNotFoundError:
            return "die Datei fehlt"
        except ValidationError as error:
            return " ".join(error.messages)
        return "neu geschrieben"
