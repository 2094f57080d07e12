"""Two addresses never share a title (WCAG 2.4.2)."""

import pytest
from django.urls import reverse

from netzwerk.members.roles import OFFICE

pytestmark = pytest.mark.django_db


def test_the_title_of_the_list_says_what_was_searched(person, login) -> None:
    client = login(person(OFFICE))
    assert "<title>Veranstaltungsorte –" in client.get(reverse("venues:list")).content.decode()
    assert (
        "<title>Veranstaltungsorte: Suche: Linden –"
        in client.get(reverse("venues:list"), {"suche": "Linden"}).content.decode()
    )
