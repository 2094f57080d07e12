"""The one error of the library, whose message a person can act on."""


class LibraryError(Exception):
    pass
