class PdfError(Exception):
    """A PDF could not be made. The message is German and says what to do."""
