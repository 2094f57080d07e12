"""Input about workshops: planning, booking."""
