"""A button that changes something without a form: it stands folded behind a sentence that says what will happen, on a page that
asks first, or what it does can be undone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
FIELD = re.compile(r"\{\{ ?[\w.]*(?:form|field|official|pilot)\b|\{% (?:formattedfield|include)")
URL = re.compile(r"url '([\w:]+)'")

ASKS_FIRST = {
    "account/logout.html",
    "components/bulk_confirm.html",
    "events/booking/hand_over.html",
    "events/booking/release.html",
    "events/desk/allotment_review.html",
    "events/desk/bulk.html",
    "events/desk/closing_review.html",
    "events/desk/message_review.html",
    "events/desk/release.html",
    "hours/desk/review.html",
    "members/desk/decision_review.html",
    "members/joining/refuse.html",
    "members/joining/review.html",
    "members/own/email_confirm.html",
    "mfa/totp/deactivate_form.html",
    "mfa/webauthn/authenticator_confirm_delete.html",
    "portal/admin/both_versions.html",
    "vocabulary/admin/merge_review.html",
}
# URL name, or template for a form to its own URL: why one click is enough
ONE_CLICK = {
    "account_logout": "one logs in again",
    "demo_login": "logs in",
    "mfa_authenticate": "logs in",
    "own:data_json": "a download",
    "knowledge:bookmark": "undone on the list of bookmarks",
    "bookmarks:drop": "without a note; undone by one click on the report",
    "desk:lock": "a sentence stands above it; the same button unlocks",
    "hours:statement": "a document of what is there; no entry changes",
    "hours:credit_submit": "stands below all answers and says what follows; can be withdrawn until it is decided",
    "my_dates:renew": "the first address: nothing ends by it",
    "bookings:offer": "a seat that is held for somebody of the house; it can be cancelled",
    "events/booking/box.html": "takes a seat that is held for oneself; it can be cancelled",
    "events/booking/own.html": "takes a seat that is held for oneself; it can be cancelled",
    "events/desk/code.html": "a check-in, which the list takes back by one tap",
    "events/desk/door.html": "a check-in, which a second tap takes back",
    "my_workshops:question_move": "the order of questions; moved back by the same button",
    "notifications:read_all": "every notification stays in the list",
    "post/unsubscribe.html": "the same button turns it on again",
}


@dataclass(frozen=True)
class Button:
    template: str
    name: str
    folded: bool


def is_button_only(form: Tag) -> bool:
    controls = form.find_all(["input", "select", "textarea"])
    visible = [one for one in controls if one.get("type") != "hidden" and not one.has_attr("hidden")]
    return not visible and not FIELD.search(str(form))


def buttons_in(template: str, source: str) -> Iterator[Button]:
    for form in BeautifulSoup(source, "html.parser").select('form[method="post"]'):
        if is_button_only(form):
            name = URL.search(str(form.get("action")))
            around = form.find_parent("details")
            yield Button(template, name[1] if name else template, bool(around and around.find("p")))


def buttons() -> Iterator[Button]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield from buttons_in(path.relative_to(TEMPLATES).as_posix(), path.read_text())


def test_no_button_does_at_once_what_cannot_be_undone() -> None:
    found = list(buttons())
    assert len(found) > 25
    at_once = [one for one in found if not one.folded and one.template not in ASKS_FIRST]
    assert [one for one in at_once if one.name not in ONE_CLICK] == []
    assert set(ONE_CLICK) - {one.name for one in at_once} == set()
    assert ASKS_FIRST - {one.template for one in found} == set()


def test_a_button_without_a_sentence_would_be_found() -> None:
    form = '<form method="post" action="{% url \'own:leave\' 1 %}"><button>Verlassen</button></form>'
    for around, folded in (
        ("{}", False),
        ("<details>{}</details>", False),
        ("<details><p>Sofort.</p>{}</details>", True),
    ):
        assert list(buttons_in("x.html", around.format(form))) == [Button("x.html", "own:leave", folded)]
