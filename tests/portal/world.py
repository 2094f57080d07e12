"""Content for attempts to bypass the four-eyes rule, and what visitors see of it."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import time_machine
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from knowledge.models import GlossaryEntry, PracticeReport
from netzwerk.calendar.models import Venue
from netzwerk.files.services import store_document
from netzwerk.members.models import Organisation
from netzwerk.portal.models import ContentPage, NewsPage
from netzwerk.portal.services.publishing import publish_scheduled
from netzwerk.surfaces.ttl_cache import TtlCache
from netzwerk.vocabulary.models import Term
from tests.factories.dates import venue
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, news_page, paper, picture, release
from tests.factories.terms import term

CHANGING = re.compile(rb'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|nonce-[\w+/=-]+')
LATER = timedelta(hours=2)


@dataclass
class World:
    news: NewsPage  # live, with the picture and both documents
    image: object
    document: object
    closed_document: object  # on the news page, in the restricted collection
    folder: Collection
    open_folder: Collection
    section: ContentPage  # restricted
    inside: ContentPage  # live in the restricted section
    scheduled: ContentPage  # scheduled, in the restricted section
    soon: ContentPage  # scheduled, public, with a document
    scheduled_document: object
    offline: ContentPage
    below: ContentPage  # online below the page that is offline
    draft: NewsPage  # of somebody else than those who try
    provider: Organisation
    logo: object
    entry: GlossaryEntry
    term: Term
    other_term: Term
    proposal: Term  # of an editor, below `term`; not public
    venue: Venue
    report: PracticeReport
    due: datetime = field(default_factory=lambda: timezone.now() + LATER)  # fixed, because pages show their date
    addresses: list[str] = field(default_factory=list)


def downloads(*papers) -> dict:
    files = [{"document": one.pk, "description": ""} for one in papers]
    return {"type": "downloads", "value": {"title": "", "files": files}}


def close(page: ContentPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def build(author, second) -> World:
    root = Collection.get_first_root_node()
    folder = root.add_child(name="Nur für Mitglieder")
    open_folder = Collection.objects.get(pk=root.pk).add_child(name="Offen")
    CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    image, document = picture("Das Bild"), paper("Das Papier")
    closed_document = store_document(ContentFile(b"geheim;1\r\n", name="a.csv"), title="Die Akte")
    closed_document.collection = folder
    closed_document.save()
    text = {"type": "text", "value": "<p>Ein Absatz.</p>"}
    news = news_page(author=author, live=False, picture=image, picture_alt="Etwas Blaues")
    news.body = json.dumps([text, downloads(document, closed_document)])
    release(news, author=author, second=second)
    section = content_page(title="Geschlossener Bereich")
    close(section)
    inside = content_page(parent=section, title="Drinnen")
    scheduled_document = paper("Das spätere Papier")
    scheduled = content_page(parent=section, title="Später", live=False)
    soon = content_page(title="Bald", live=False, blocks=[text, downloads(scheduled_document)])
    for page in (scheduled, soon):
        page.go_live_at = timezone.now() + timedelta(hours=1)
        release(page, author=author, second=second)
    offline = content_page(title="Offline", live=False)
    below = content_page(parent=offline, title="Darunter")
    logo = picture("Logo")
    provider = organisation(logo=logo)
    provider.topics.add(Term.objects.topics().first())
    entry, report = GlossaryEntry.objects.first(), PracticeReport.objects.live().filter(versions__number=2).first()
    topic = report.topics.filter(parent=None).first() or report.topics.first()
    other = Term.objects.topics().filter(parent=None).exclude(pk=topic.pk).first()
    proposal = term("Ein Vorschlag", parent=topic)
    Term.objects.filter(pk=proposal.pk).update(is_proposed=True, explanation="Noch nicht angenommen.")
    world = World(
        *(
            news,
            image,
            document,
            closed_document,
            folder,
            open_folder,
            section,
            inside,
            scheduled,
            soon,
            scheduled_document,
        ),
        *(offline, below, news_page(author=author, live=False), provider, logo),
        *(entry, topic, other, proposal, venue("Haus der Probe"), report),
    )
    pages = [type(page).objects.get(pk=page.pk).get_url() for page in (news, inside, scheduled, soon, below, report)]
    world.addresses = [
        *("/", "/kontakt/", "/alte-adresse/", *pages, *(f"/{page.slug}/" for page in (news, inside, scheduled))),
        *(one.url for one in (document, closed_document, scheduled_document)),
        *(one.url_for("width-40") for one in (image, logo)),
        reverse("organisations:profile", args=[provider.slug]),
        reverse("glossary:entry", args=[entry.slug]),
        reverse("knowledge:version", args=[report.pk, 1]),
        *("/praxiswissen/", reverse("portal:topics"), world.venue.get_absolute_url()),
        *(reverse("portal:topic", args=[one.slug]) for one in (topic, other, proposal)),
    ]
    return world


def shown(client: Client, address: str) -> str:
    """A hash of what an anonymous visitor sees; empty if nothing is shown."""
    answer = client.get(address)
    if answer.status_code in (404, 410):
        return ""
    if answer.status_code in (301, 302):
        there = answer["Location"]
        if there.startswith("/konto/anmelden/"):
            return ""
        return shown(client, there) if there.startswith("/") else there
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return hashlib.sha256(CHANGING.sub(b"", body)).hexdigest()


def visible_to_everybody(world: World, *, extra: tuple[str, ...] = (), later: bool = False) -> dict[str, str]:
    """What visitors see, by address, now or after the scheduled time."""
    cache.clear()
    TtlCache.clear_all()
    client = Client()
    addresses = [*world.addresses, *extra]
    if not later:
        return {address: shown(client, address) for address in addresses}
    with time_machine.travel(world.due, tick=False):
        publish_scheduled()
        return {address: shown(client, address) for address in addresses}
