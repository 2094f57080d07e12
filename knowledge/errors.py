class LibraryError(Exception):
    """An action of the library was refused. The message is German and says what to do."""
