"""Views of members, one module per noun."""
