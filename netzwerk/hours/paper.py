"""The PDF of a certificate, made when it is asked for: from what is frozen in the row, and with a QR code of its link."""

import io
from datetime import date
from pathlib import Path

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from netzwerk.hours.models import Certificate
from netzwerk.pdf import render
from netzwerk.texts.dates import long_date

TEMPLATE = Path(__file__).parent / "pdf" / "certificate.typ"
CODE = "code.png"


def pdf_of(certificate: Certificate) -> bytes:
    """Raises PdfError."""
    said = certificate.paper
    data = {
        **said,
        "number": certificate.number,
        "url": certificate.public_url,
        "issued": long_date(date.fromisoformat(said["day"])),
        "code": CODE,
        "ended": _ended(certificate),
    }
    return render(TEMPLATE, data, {CODE: code_of(certificate.public_url)})


def _ended(certificate: Certificate) -> str:
    """Printed on top of a paper that is asked for later than it was valid."""
    if certificate.is_valid:
        return ""
    return f"{certificate.get_state_display()} am {long_date(certificate.ended_at)}: {certificate.reason}"


def code_of(url: str) -> bytes:
    """A QR code as PNG."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, box_size=8, border=4)
    code.add_data(url)
    code.make(fit=True)
    out = io.BytesIO()
    code.make_image().save(out)
    return out.getvalue()
