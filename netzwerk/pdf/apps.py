from django.apps import AppConfig


class PdfConfig(AppConfig):
    name = "netzwerk.pdf"
    label = "pdf"
    verbose_name = "PDF"

    def ready(self) -> None:
        from django.core import checks

        from netzwerk.pdf.fonts import check_fonts
        from netzwerk.pdf.rendering import remove_leftovers
        from netzwerk.surfaces import registry

        checks.register(check_fonts)
        registry.clock.register(registry.ClockPart("pdf-leftovers", 85, remove_leftovers))
