"""The page and the document about roles agree with roles.py."""

import io
from html import unescape
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from netzwerk.members.roles import ROLES, May
from netzwerk.members.roles_text import markdown, sections

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "rollen.md"


def test_the_document_is_the_one_that_the_command_prints() -> None:
    out = io.StringIO()
    call_command("roles", stdout=out)
    assert DOCUMENT.read_text() == out.getvalue() == f"{markdown()}\n", "python manage.py roles > docs/rollen.md"


@pytest.mark.django_db
def test_the_page_shows_every_role_and_every_permission(client: Client) -> None:
    text = unescape(client.get("/rollen/").content.decode())
    assert [role.key for role in ROLES if f"<h3>{role.label}</h3>" not in text] == []
    assert [permission.name for permission in May if f"<li>{permission.label}</li>" not in text] == []
    assert [role.key for role in ROLES if role.purpose[1:] not in text] == []


def test_every_role_is_listed_once_and_has_a_giver() -> None:
    roles = [role for section in sections() for role in section.roles]
    assert sorted(role.label for role in roles) == sorted(role.label for role in ROLES)
    assert all(role.given_by for role in roles)
    assert {role.label for role in roles if role.second_factor == "ja"} == {
        one.label for one in ROLES if one.second_factor
    }
