from django.apps import AppConfig


class PdfConfig(AppConfig):
    name = "netzwerk.pdf"
    label = "pdf"
    verbose_name = "PDF"

    def ready(self) -> None:
        from django.core import checks

        from netzwerk.pdf.fonts import check_fonts

        checks.register(check_fonts)
