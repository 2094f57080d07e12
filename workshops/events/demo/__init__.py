"""Invented workshops of the demo, with bookings, waiting lists, attendance and hours."""
