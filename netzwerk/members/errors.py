class MembersError(Exception):
    """Something about people, organisations or roles cannot be done. The message is German and says what to do.

    `reasons` says why by e-mail address, where several people are concerned.
    """

    def __init__(self, message: str, *, reasons: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.reasons = reasons or {}
