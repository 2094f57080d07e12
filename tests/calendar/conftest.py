"""A registered kind of dates."""

from collections.abc import Iterator

import pytest

from tests.factories.dates import Meetings, registered
from tests.without_workshops import without_workshops


@pytest.fixture
def meetings(db: None) -> Iterator[Meetings]:
    with registered(Meetings()) as found:
        yield found


no_workshops = without_workshops()
