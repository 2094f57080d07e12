class MembersError(Exception):
    """A change to people, organisations or roles that is not possible. The German message says what to do.

    `reasons` holds a message by e-mail address where a change concerns several people.
    """

    def __init__(self, message: str, *, reasons: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.reasons = reasons or {}
