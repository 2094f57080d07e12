"""Pages of workshops, the way to a seat, and the desk of organisers."""
