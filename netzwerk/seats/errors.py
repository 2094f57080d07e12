class SeatsError(Exception):
    """A change to places or bookings that is not possible. The German message says what to do."""
