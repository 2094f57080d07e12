"""The way to a seat, and what one does with it: one module per page or group of pages."""
