class PdfError(Exception):
    """A document cannot be made into a PDF. The message is German and says what to do."""
