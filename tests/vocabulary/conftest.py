"""Fixtures of the search that the tests of the vocabularies share."""

from tests.search.conftest import any_engine, index

__all__ = ["any_engine", "index"]
