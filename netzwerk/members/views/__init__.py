"""Screens of members, cut by noun."""
