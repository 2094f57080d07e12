"""Views of hours, one module per noun."""

from django.http import HttpResponse

from netzwerk.hours.models import Certificate
from netzwerk.hours.paper import pdf_of
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import as_download

SUM_HEADINGS = ("Art", *(Heading(title, is_numeric=True) for title in ("in Präsenz", "online", "zusammen")))


def certificate_response(certificate: Certificate) -> HttpResponse:
    """The paper as PDF, not cached. Raises PdfError."""
    return as_download(pdf_of(certificate), "application/pdf", f"{certificate.number}.pdf")
