class CalendarError(Exception):
    """A change to dates that is not possible. The German message says what to do."""
