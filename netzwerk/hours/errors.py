class HoursError(Exception):
    """A change to hours, credits or certificates that is not possible. The German message says what to do."""
