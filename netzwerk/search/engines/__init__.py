"""The two search engines behind one interface (port.py)."""
