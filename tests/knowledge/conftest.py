"""Shared by the tests of the library."""

from tests.search.conftest import index, titles

__all__ = ["index", "titles"]
