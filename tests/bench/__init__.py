"""`make bench` compares the pages of the portal with a fresh Wagtail project, and measures members, search and library with few
and with many rows. It prints times and asserts none."""
