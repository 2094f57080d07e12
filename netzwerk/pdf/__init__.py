"""Renders Typst templates to accessible PDF; `render` raises PdfError only."""

from netzwerk.pdf.errors import PdfError
from netzwerk.pdf.rendering import render

__all__ = ["PdfError", "render"]
