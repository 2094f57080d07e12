"""Applications and invitations for tests."""

import re

from netzwerk.members.models import Application
from netzwerk.members.services import applications
from netzwerk.post.models import Message

FORM = {
    "name": "Hilfe vor Ort e. V.",
    "kind": "provider",
    "street": "Am Bach 3",
    "postcode": "99410",
    "place": "Lindenbrück",
    "district_name": "",
    "ags": "",
    "inhabitants": "",
    "website": "",
    "reason": "Wir möchten von anderen lernen.",
    "first_name": "Vera",
    "last_name": "Ruland",
    "function": "Geschäftsführung",
    "email": "vera@test.example",
    "phone": "",
    "contact_url": "",
}


def application(**changes: str) -> Application:
    values = {name: value for name, value in FORM.items() if name not in ("contact_url", "website", "inhabitants")}
    return applications.submit_application(**values | changes)


def link_in(mail: Message) -> str:
    """The path of the first link of ours in a mail."""
    found = re.search(r"https?://[^/\s]+(/(?:mitglied-werden/stand|einladung)/\S+)", mail.text)
    assert found, mail.text
    return found[1]


def secret_of(email: str) -> str:
    """The secret of the newest invitation to this address."""
    return link_in(Message.objects.filter(to=[email], text__contains="/einladung/").latest("pk")).split("/")[2]
