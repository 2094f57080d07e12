"""Demo content of the portal: pure data, no logic. Places, people and organisations are invented.

Links inside of texts are written as [[slug|text]], links to documents as [[dok:name|text]].
"""

from . import agency, case_management, network, service, steering
from .documents import DOCUMENTS
from .news import NEWS
from .start import START

SECTIONS = [
    agency.SECTION,
    case_management.SECTION,
    steering.SECTION,
    network.SECTION,
    *service.PAGES,
]

__all__ = ["DOCUMENTS", "NEWS", "SECTIONS", "START"]
