"""Views of the calendar, one module per noun."""
