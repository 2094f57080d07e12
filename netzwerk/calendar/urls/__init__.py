"""Routes of the calendar, one module per place."""
