"""`make bench`: the portal's pages beside a fresh wagtail project; the pages of people and organisations in a small and in a
large network; the search over few and many texts, beside Wagtail's own; the library with few and many reports. It prints and
asserts no time."""
