"""Invented people and organisations of the demo."""
