"""Builds the portal's demo from netzwerk.portal.demo.content: first all pages, then their bodies, which link to each other."""

from collections.abc import Callable
from datetime import date, datetime, time

from django.utils import timezone
from wagtail.models import Page

from netzwerk.files.models import PortalImage
from netzwerk.members.models import User
from netzwerk.portal.blocks import NewsTopic
from netzwerk.portal.demo import content
from netzwerk.portal.demo.files import store_clip, store_documents, store_pictures
from netzwerk.portal.demo.streams import Targets
from netzwerk.portal.models import (
    BarrierPage,
    ContactPage,
    ContentPage,
    FaqPage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    PortalPage,
    PortalSettings,
    StartPage,
)
from netzwerk.portal.models.base import FooterGroup
from netzwerk.portal.models.pages import LegalKind
from netzwerk.post.models import Message
from netzwerk.vocabulary.models import Term

LEGAL = {
    "impressum": (LegalKind.IMPRINT, FooterGroup.LEGAL),
    "datenschutz": (LegalKind.PRIVACY, FooterGroup.LEGAL),
    "barrierefreiheit": (LegalKind.ACCESSIBILITY, FooterGroup.LEGAL),
    "leichte-sprache": (LegalKind.EASY, FooterGroup.CONTACT),
    "gebaerdensprache": (LegalKind.SIGN, FooterGroup.CONTACT),
    "hilfe": (LegalKind.HELP, FooterGroup.CONTACT),
}
TYPES = {"content": ContentPage, "faq": FaqPage, "contact": ContactPage, "barrier": BarrierPage, "sign": LegalPage}
IN_SERVICE_LINE = {"leichte-sprache", "gebaerdensprache", "hilfe"}
FOOTER = {
    "wer-mitmacht": FooterGroup.NETWORK,
    "geschaeftsstelle": FooterGroup.NETWORK,
    "presse": FooterGroup.NETWORK,
    "haeufige-fragen": FooterGroup.NETWORK,
    "kontakt": FooterGroup.CONTACT,
    "barriere-melden": FooterGroup.CONTACT,
}
CHECKED = date(2026, 11, 23)
OPENING = datetime.combine(date(2026, 1, 12), time(9))


NEWS_COMES_AFTER = "das-netzwerk"  # in the tree, and in the section of the menu


def build(say: Callable[[str], None]) -> None:
    author, reviewer = (User.objects.get(email=f"{key}@demo.example") for key in ("redaktion", "redaktion2"))
    start, news_index = StartPage.objects.get(), NewsIndexPage.objects.get()
    pictures = store_pictures()
    say(f"{len(pictures)} Bilder gezeichnet")
    documents = store_documents(content.documents())
    made: list[tuple[PortalPage, dict]] = []
    for section in content.sections():
        made += _create(Page.objects.get(pk=start.pk), section, pictures)
    Page.objects.get(pk=news_index.pk).move(Page.objects.get(slug=NEWS_COMES_AFTER), pos="right")
    for item in content.news():
        made.append((_create_news(Page.objects.get(pk=news_index.pk), item, pictures), item))
    targets = Targets({page.slug: page.pk for page, _data in made}, pictures, documents)
    for page, data in made:
        _fill(page, data, targets)
        _add_revision(page, author)
    _fill_start(start, targets)
    _add_revision(start, author)
    _add_office()
    _add_drafts_in_review(Page.objects.get(pk=news_index.pk), targets, author, reviewer)
    Message.objects.all().delete()  # the demo begins with an empty outbox; reviewers see their notifications in the portal
    say(f"{len(made) + 2} Seiten und Nachrichten")


def _common(data: dict, pictures: dict[str, PortalImage]) -> dict:
    return {
        "title": data["title"],
        "slug": data["slug"],
        "lead": data["lead"],
        "search_description": data["teaser"],
        "picture": pictures.get(data.get("picture") or ""),
        "picture_alt": data.get("picture_alt", "") if data.get("picture") else "",
    }


def _create(parent: Page, data: dict, pictures: dict[str, PortalImage]) -> list[tuple[PortalPage, dict]]:
    """Create a page and its descendants, without bodies."""
    kind = LegalPage if data["slug"] in LEGAL else TYPES[data["type"]]
    fields = _common(data, pictures) | {
        "menu_section": data.get("menu_section", ""),
        "in_service_line": data["slug"] in IN_SERVICE_LINE,
        "footer_group": FOOTER.get(data["slug"], FooterGroup.NONE),
        "first_published_at": timezone.make_aware(OPENING),
    }
    if data["slug"] in LEGAL:
        fields["kind"], fields["footer_group"] = LEGAL[data["slug"]]
        fields["checked_on"] = CHECKED
    page = parent.add_child(instance=kind(**fields))
    made = [(page, data)]
    for child in data.get("children", []):
        made += _create(page, child, pictures)
    return made


def _create_news(parent: Page, data: dict, pictures: dict[str, PortalImage]) -> NewsPage:
    day = date.fromisoformat(data["date"])
    published = timezone.make_aware(datetime.combine(day, time(9)))
    fields = _common(data, pictures) | {
        "date": day,
        "topic": NewsTopic(data["topic"]),
        "first_published_at": published,
    }
    page = parent.add_child(instance=NewsPage(**fields))
    page.topics.set(Term.objects.topics().filter(slug__in=data.get("topics", [])))
    page.save()
    return page


def _fill(page: PortalPage, data: dict, targets: Targets) -> None:
    page.refresh_from_db()  # moving the list of news changed paths of other pages
    stream = targets.stream(page.slug, [*_clip_blocks(page), *data["body"]])
    setattr(page, page.body_fields[0], stream)
    page.full_clean()
    page.save()


def _clip_blocks(page: PortalPage) -> list[tuple[str, dict]]:
    """A placeholder video for the page in sign language."""
    if getattr(page, "kind", "") != LegalKind.SIGN:
        return []
    clip, captions, still = store_clip()
    return [
        (
            "video",
            {
                "title": "Platzhalter: Das Netzwerk in Deutscher Gebärdensprache",
                "video": clip.pk,
                "captions": captions.pk,
                "poster": still.pk,
                "transcript": "<p>Das Video zeigt eine gezeichnete Figur, die ihre Hände bewegt. Sie gebärdet nicht wirklich. "
                "Auf dem Bild steht: „Platzhalter – hier steht später ein Video in Deutscher Gebärdensprache“. "
                "Das Video hat keinen Ton.</p>",
            },
        )
    ]


def _fill_start(start: StartPage, targets: Targets) -> None:
    start.refresh_from_db()  # numchild has changed
    data = content.start()
    start.headline, start.lead = data["headline"], data["lead"]
    start.search_description = data["lead"][:150].rsplit(" ", 1)[0] + " …"
    start.actions = targets.stream("start-actions", [("action", action) for action in data["actions"]])
    start.tasks = targets.stream("start-tasks", [("task", task) for task in data["tasks"]])
    start.levels_title, start.levels_text = data["levels"]["title"], data["levels"]["text"]
    start.levels = targets.stream("start-levels", [("level", level) for level in data["levels"]["items"]])
    start.numbers = targets.stream("start-numbers", [("number", number) for number in data["numbers"]])
    start.body = targets.stream("start", data["body"])
    start.first_published_at = timezone.make_aware(OPENING)
    start.full_clean()
    start.save()


def _add_revision(page: PortalPage, author: User) -> None:
    """A revision of the live version, for the page's history."""
    revision = page.save_revision(user=author, log_action=False)
    page.live_revision = revision
    page.has_unpublished_changes = False
    page.last_published_at = page.first_published_at
    page.save(update_fields=["live_revision", "has_unpublished_changes", "last_published_at"])


def _add_office() -> None:
    settings = PortalSettings.load()
    settings.office_name = "Geschäftsstelle Netzwerk Sozialagenturen"
    settings.address = "Brückengasse 4\n00000 Lindenbrück"
    settings.phone = "030 23125 100"
    settings.email = "geschaeftsstelle@netzwerk-sozialagenturen.example"
    settings.hours = "Montags bis donnerstags, 9 bis 15 Uhr"
    settings.save()


def _add_drafts_in_review(news_index: Page, targets: Targets, author: User, reviewer: User) -> None:
    """Two drafts in review, so that the review can be tried at once."""
    for owner, title, slug, text in (
        (
            author,
            "Neue Sprechstunde für Fragen zur Hilfeplanung",
            "sprechstunde-hilfeplanung",
            "<p>Ab Januar 2027 beantwortet die Geschäftsstelle jeden ersten Mittwoch im Monat Fragen zur "
            "[[hilfeplanung|Hilfeplanung]]: von 14 bis 15 Uhr, online und ohne Anmeldung.</p>",
        ),
        (
            reviewer,
            "Arbeitskreis sucht Beispiele für verständliche Bescheide",
            "beispiele-verstaendliche-bescheide",
            "<p>Der Arbeitskreis Qualifizierung sammelt Schreiben, die Menschen auf Anhieb verstehen. "
            "Bitte schicken Sie Ihre Beispiele ohne Namen und Aktenzeichen an die "
            "[[geschaeftsstelle|Geschäftsstelle]].</p>",
        ),
    ):
        page = NewsPage(
            title=title,
            slug=slug,
            lead="Ein Entwurf, der auf die Freigabe durch eine zweite Person wartet.",
            date=CHECKED,
            topic=NewsTopic.CASEWORK if owner == author else NewsTopic.TRAINING,
            live=False,
            owner=owner,
            body=targets.stream(slug, [("text", text)]),
        )
        news_index.add_child(instance=page)
        page.save_revision(user=owner, log_action=True)
        page.get_workflow().start(page, owner)
