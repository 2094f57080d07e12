"""Fixtures of the search that the tests of the library share."""

from tests.search.conftest import any_engine, index, titles

__all__ = ["any_engine", "index", "titles"]
