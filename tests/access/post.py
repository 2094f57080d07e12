"""Mail of the demo, and notifications."""

from netzwerk.post.attachments import Attachment
from netzwerk.post.services import queue_mail
from netzwerk.post.unsubscribing import token_for
from tests.access.route import MOVED, NOBODY, NOT_ALLOWED, NOT_FOUND, OK, ROLES, SIGNED_IN, Route, Things
from tests.access.world import World

OWN = {
    # Mail of the demo
    "post:outbox": Route(OK),
    "post:message": Route(NOT_FOUND, parameters={"pk": "999999"}),
    "post:html": Route(NOT_FOUND, parameters={"pk": "999999"}),
    "post:attachment": Route(NOT_FOUND, parameters={"pk": "999999", "number": "0"}),
    # What a person is told: their own only. Switching a mail off needs the signed token and nothing else.
    "notifications:list": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
    "notifications:follow": Route(NOT_FOUND, NOT_ALLOWED, {"anonymous": MOVED}, parameters={"pk": "999999"}),
    "notifications:read_all": Route(NOT_ALLOWED, MOVED),
    "notifications:settings": Route(OK, MOVED, {"anonymous": MOVED}),
    "notifications:unsubscribe": Route(NOT_FOUND, NOT_FOUND, parameters={"token": "x"}),
}


def mail(world: World, relation: str) -> dict:
    made = queue_mail(to="ada@test.example", subject="Betreff", text="Text", attachments=[Attachment("a.txt", b"a")])
    return {"pk": made.pk}


THINGS = {
    "post:message": Things(mail, {"any": ROLES}, OK),
    "post:html": Things(mail, {"any": ROLES}, OK),
    "post:attachment": Things(lambda world, relation: mail(world, relation) | {"number": 0}, {"any": ROLES}, OK),
    "notifications:follow": Things(
        lambda world, relation: {"pk": world.notification(relation).pk},
        {"own": SIGNED_IN, "colleague": NOBODY, "foreign": NOBODY},
        MOVED,
    ),
    # The link in a mail works for whoever has it, on any device.
    "notifications:unsubscribe": Things(
        lambda world, relation: {"token": token_for(world.person(relation).pk, "roles")},
        {"own": ROLES, "foreign": ROLES},
        OK,
        OK,
    ),
}
