"""Tests of workshops make their own."""

from tests.without_workshops import without_workshops

no_workshops = without_workshops("test_demo")
