class EventsError(Exception):
    """A change to a workshop that is not possible. The German message says what to do."""
