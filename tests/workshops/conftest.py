"""Tests of workshops make their own."""

from tests.factories.nothing import without_workshops

no_workshops = without_workshops("test_demo")
