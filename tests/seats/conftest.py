from collections.abc import Iterator

import pytest

from tests.factories.dates import Meetings
from tests.factories.dates import registered as with_dates
from tests.factories.places import Offers, registered
from tests.without_workshops import without_workshops


@pytest.fixture(autouse=True)
def offers() -> Iterator[Offers]:
    with with_dates(Meetings()), registered(Offers()) as known:
        yield known


no_workshops = without_workshops()
