"""A registered kind of dates, without the dates of the demo."""

from collections.abc import Iterator

import pytest

from tests.factories.dates import Meetings, registered
from tests.factories.workshops import remove_all


@pytest.fixture
def meetings(db: None) -> Iterator[Meetings]:
    remove_all()
    with registered(Meetings()) as found:
        yield found
