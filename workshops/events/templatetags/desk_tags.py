"""Tags of the desk, and the code for check-in on the page of a booking."""

from collections.abc import Sequence
from datetime import timedelta

import qrcode
from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from qrcode.constants import ERROR_CORRECT_M

from netzwerk.seats import words
from netzwerk.seats.models import Booking, Pool
from workshops.events.services.check_in import check_in_code

register = template.Library()
BORDER = 4  # modules of quiet zone that readers need
CODE_SHOWS = timedelta(days=3)  # drawing it takes longer than the rest of the page, and nobody needs it earlier


@register.filter
def reserved_for(pool: Pool) -> str:
    return words.reserved_for(pool)


@register.simple_tag
def held_pools(pools: Sequence[Pool]) -> list[Pool]:
    """Those of the pools that are allotments, released ones too."""
    return [pool for pool in pools if not pool.is_rest]


@register.simple_tag
def check_in_qr(booking: Booking) -> SafeString | str:
    """The code that organisers open with a camera, as SVG, from three days before the start to the end; nothing without a seat.
    Black on white in dark mode too."""
    place, now = booking.place, timezone.now()
    if not booking.has_seat or place.is_cancelled or not place.starts_at - CODE_SHOWS <= now < place.ends_at:
        return ""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=BORDER)
    code.add_data(settings.BASE_URL + reverse("workshop_desk:code", args=[check_in_code(booking)]))
    code.make(fit=True)
    matrix = code.get_matrix()
    size = len(matrix)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark)
    return format_html(
        '<svg class="check-in-code" role="img" aria-label="Code für den Einlass" viewBox="0 0 {} {}" width="220" height="220"'
        ' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{}v{}h-{}z"/><path fill="#000" d="{}"/></svg>',
        size,
        size,
        size,
        size,
        size,
        path,
    )
