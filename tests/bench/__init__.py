"""`make bench`: the portal's pages beside a fresh wagtail project, measured in one run. It prints and asserts no time."""
