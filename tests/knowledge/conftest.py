"""Shared by the tests of the library."""

from tests.search.conftest import any_engine, index, titles

__all__ = ["any_engine", "index", "titles"]
