"""Typst templates to accessible PDF: `render`, and the one error that it raises. No models, no routes."""

from netzwerk.pdf.errors import PdfError
from netzwerk.pdf.rendering import render

__all__ = ["PdfError", "render"]
