"""Forms of workshops: planning, booking, and the desk of organisers."""
