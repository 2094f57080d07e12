"""`make bench`: the portal's pages beside a fresh wagtail project; then the pages of people and organisations in a small and
in a large network. It prints and asserts no time."""
