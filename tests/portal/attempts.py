"""Every way for one person to change public content, through the URLs of the admin and the desk."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from netzwerk.portal.models import NewsIndexPage, PortalPage, PortalSettings, StartPage
from tests.portal.file_attempts import (
    at_many,
    change_document,
    change_image,
    delete_file,
    files_in_bulk,
    move_folder,
    open_folder,
    other_table,
    red,
    to_open_folder,
)
from tests.portal.world import World


@dataclass(frozen=True)
class Attempt:
    """`alone` says why one person is allowed to do it (docs/decisions/0001); it is empty if two are needed."""

    name: str
    go: Callable[[Client, World], HttpResponseBase]
    alone: str = ""
    later: bool = False  # compare after the scheduled time
    closed: bool = False  # 404 for everybody


def page_url(name: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def news_data(world: World, **extra) -> dict:
    page = world.news
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": "Ein ganz neuer Satz",
            "date": page.date.isoformat(),
            "topic": page.topic,
            "picture": "",
            "picture_alt": "",
            "footer_group": "network",
            "menu_section": "network",
            "in_service_line": "on",
            "body": streamfield([("text", rich_text("<p>Anders</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            **extra,
        }
    )


def content_data(page: Page, **extra) -> dict:
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": "Ein ganz neuer Satz",
            "picture": "",
            "picture_alt": "",
            "footer_group": "",
            "body": streamfield([("text", rich_text("<p>Anders</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            **extra,
        }
    )


def edit_news(client: Client, world: World, **extra) -> HttpResponseBase:
    return client.post(page_url("edit", world.news.pk), news_data(world, **extra))


def create(client: Client, world: World) -> HttpResponseBase:
    url = page_url("add", "portal", "newspage", NewsIndexPage.objects.get().pk)
    return client.post(url, news_data(world, slug="heimlich-neu", **{"action-publish": "1"}))


def submit_and_release_alone(client: Client, world: World) -> HttpResponseBase:
    edit_news(client, world, **{"action-submit": "1"})
    state = world.news.current_workflow_task_state
    return client.post(page_url("workflow_action", world.news.pk, "approve", state.pk if state else 0))


def release_own_in_review(client: Client, world: World) -> HttpResponseBase:
    edit_news(client, world, **{"action-submit": "1"})
    state = world.news.current_workflow_task_state
    return client.post(reverse("portal_review", args=[state.pk if state else 0]), {"decision": "approve"})


def schedule_alone(client: Client, world: World) -> HttpResponseBase:
    soon = (timezone.localtime() + timedelta(minutes=30)).strftime("%Y-%m-%d %H:%M")
    return edit_news(client, world, go_live_at=soon, **{"action-publish": "1", "action-submit": "1"})


def expire_alone(client: Client, world: World) -> HttpResponseBase:
    soon = (timezone.localtime() + timedelta(minutes=30)).strftime("%Y-%m-%d %H:%M")
    return edit_news(client, world, expire_at=soon)


def revert(client: Client, world: World) -> HttpResponseBase:
    old = Revision.page_revisions.filter(object_id=str(world.news.pk)).order_by("pk").first()
    client.get(page_url("revisions_revert", world.news.pk, old.pk))
    return edit_news(client, world, revision=str(old.pk), **{"action-publish": "1"})


def bulk(action: str, *pages: str) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        ids = "&".join(f"id={getattr(world, name).pk}" for name in pages)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        return client.post(f"{url}?{ids}", {"chooser": StartPage.objects.get().pk, "include_descendants": "on"})

    return go


def autosave_over_the_released(client: Client, world: World) -> HttpResponseBase:
    page = world.soon
    data = content_data(page, overwrite_revision_id=str(page.latest_revision_id))
    return client.post(page_url("edit", page.pk), data, headers={"accept": "application/json"})


def rename_above(client: Client, world: World) -> HttpResponseBase:
    return client.post(page_url("edit", world.offline.pk), content_data(world.offline, slug="ganz-anders"))


def move(name: str, where: Callable[[World], int]) -> Callable[[Client, World], HttpResponseBase]:
    return lambda client, world: client.post(page_url("move_confirm", getattr(world, name).pk, where(world)))


def to_start(world: World) -> int:
    return StartPage.objects.get().pk


def reorder(client: Client, world: World) -> HttpResponseBase:
    last = (
        PortalPage.objects.child_of(StartPage.objects.get())
        .live()
        .filter(menu_section="basics")
        .order_by("path")
        .last()
    )
    return client.post(page_url("set_page_position", last.pk) + "?position=0")


def privacy(name: str, kind: str) -> Callable[[Client, World], HttpResponseBase]:
    return lambda client, world: client.post(
        page_url("set_privacy", getattr(world, name).pk), {"restriction_type": kind}
    )


def copy(name: str, **wish: str) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        data = {"new_title": "Kopie", "new_slug": "heimlich-neu", "new_parent_page": StartPage.objects.get().pk}
        return client.post(page_url("copy", getattr(world, name).pk), data | wish)

    return go


def api(action: str) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        url = reverse("wagtailadmin_api:pages:action", args=[world.draft.pk, action])
        return client.post(url, json.dumps({"recursive": True, "keep_live": True}), content_type="application/json")

    return go


def on_page(name: str, screen: str) -> Callable[[Client, World], HttpResponseBase]:
    return lambda client, world: client.post(page_url(screen, getattr(world, name).pk))


def unschedule(client: Client, world: World) -> HttpResponseBase:
    return client.post(page_url("revisions_unschedule", world.soon.pk, world.soon.latest_revision_id))


# Files ---------------------------------------------------------------------------------------------------------------


def post_to(address: str, **data: str) -> Callable[[Client, World], HttpResponseBase]:
    return lambda client, world: client.post(address, data)


def resend(client: Client, url: str, **changes) -> HttpResponseBase:
    """Open a form, change some values, and submit it."""
    first = client.get(url)
    form = (first.context or {}).get("form") if first.status_code == 200 else None
    data = {}
    for field in form or ():
        value = field.value()
        if isinstance(field.field.widget, DraftailRichTextArea):
            value = rich_text(value or "")
        data[field.html_name] = [getattr(one, "pk", one) for one in value] if isinstance(value, list) else value
    return client.post(url, {name: value for name, value in (data | changes).items() if value is not None})


def change_entry(client: Client, world: World) -> HttpResponseBase:
    url = reverse("wagtailsnippets_knowledge_glossaryentry:edit", args=[world.entry.pk])
    return resend(client, url, short="Ganz anders erklärt.")


def change_term(**changes: str) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        return resend(client, reverse("wagtailsnippets_vocabulary_term:edit", args=[world.term.pk]), **changes)

    return go


def add_term(client: Client, world: World) -> HttpResponseBase:
    """Below a term that the public sees; for editors a proposal."""
    data = {"vocabulary": world.term.vocabulary, "name": "Ganz neu", "parent": world.term.pk}
    return client.post(
        reverse("wagtailsnippets_vocabulary_term:add"), data | {"explanation": "Ganz anders", "position": 1}
    )


def accept_proposal(client: Client, world: World) -> HttpResponseBase:
    url = reverse("wagtailsnippets_vocabulary_term:edit", args=[world.proposal.pk])
    return resend(client, url, is_proposed=None)


def merge_terms(client: Client, world: World) -> HttpResponseBase:
    url = reverse("vocabulary_merge_term", args=[world.term.pk])
    return client.post(url, {"into": world.other_term.pk, "sure": "1"})


def change_venue(client: Client, world: World) -> HttpResponseBase:
    return resend(client, reverse("venues:edit", args=[world.venue.pk]), way="Ganz anders zu finden.")


def change_settings(client: Client, world: World) -> HttpResponseBase:
    url = reverse("wagtailsettings:edit", args=["portal", "portalsettings", PortalSettings.load().pk])
    return resend(client, url, office_name="Eine andere Stelle")


def add_redirect(client: Client, world: World) -> HttpResponseBase:
    data = {"old_path": "/alte-adresse", "is_permanent": "on", "redirect_link": "https://anderswo.example/"}
    return client.post(reverse("wagtailredirects:add"), data)


def redirect_a_live_page(client: Client, world: World) -> HttpResponseBase:
    data = {"old_path": world.news.get_url(), "is_permanent": "on", "redirect_link": "https://anderswo.example/"}
    return client.post(reverse("wagtailredirects:add"), data)


def add_search_word(client: Client, world: World) -> HttpResponseBase:
    return client.post(reverse("wagtailsnippets_search_synonymgroup:add"), {"words": "Rathaus, Amtshaus"})


def change_house(client: Client, world: World) -> HttpResponseBase:
    url = reverse("organisations:edit", args=[world.provider.slug])
    return resend(client, url, description="Ganz anders beschrieben.")


def withdraw_version(client: Client, world: World) -> HttpResponseBase:
    url = reverse("knowledge_withdraw_version", args=[world.report.pk, 1])
    return client.post(url, {"reason": "Ein Name stand darin.", "confirm": "on"})


TAKES_AWAY = (
    "Es verschwindet nur etwas, und wer einen Fehler sieht, muss es sofort können; das Protokoll nennt die Person."
)
ORDER = "Kein Wort ändert sich und nichts wird offener; das Protokoll der Seite nennt die Person."
LABEL = "Ein Begriff und ein Satz, der ihn erklärt; Regeln verhindern, was nicht umkehrbar ist; das Protokoll nennt die Person."
PLACE = "Wie ein Haus zu finden und zugänglich ist; Falsches führt an die falsche Tür; das Protokoll nennt die Person."
GLOSSARY = "Erklärt ein Wort, spricht für keine Stelle; Falsches soll sofort weichen; das Protokoll nennt die Person."
CONTACT = "Angaben dazu, wie die Geschäftsstelle erreichbar ist, keine Inhalte; das Protokoll nennt die Person."
DEAD_ADDRESS = "Wirkt nur, wo keine Seite steht; nur die Geschäftsstelle; das Protokoll nennt die Person."
FOUND = "Ändert, was gefunden wird, nicht, was dort steht; das Protokoll nennt die Person."
OWN_VOICE = "Die Organisation spricht für sich selbst; das Protokoll der Geschäftsstelle nennt die Person."

ATTEMPTS = (
    Attempt("Seite bearbeiten und „veröffentlichen“ senden", lambda c, w: edit_news(c, w, **{"action-publish": "1"})),
    Attempt("Menüfelder als Entwurf ändern", edit_news),
    Attempt("Neue Seite mit „veröffentlichen“ senden", create),
    Attempt("Selbst einreichen und selbst freigeben", submit_and_release_alone),
    Attempt("Selbst einreichen und auf der Prüfseite freigeben", release_own_in_review, closed=True),
    Attempt("Ältere Fassung zurückholen und veröffentlichen", revert),
    Attempt("Sammelaktion: veröffentlichen", bulk("publish", "draft")),
    Attempt("Zeitplan eintragen", schedule_alone, later=True),
    Attempt("Ende eintragen", expire_alone, later=True),
    Attempt("Freigegebene Fassung durch Autospeichern überschreiben", autosave_over_the_released, later=True),
    Attempt("Adresse einer Seite ändern, unter der etwas online ist", rename_above),
    Attempt("Seite online verschieben", move("news", to_start)),
    Attempt("Seite online aus dem geschlossenen Bereich verschieben", move("inside", to_start)),
    Attempt("Offline-Seite samt Seiten darunter verschieben", move("offline", lambda w: w.section.pk)),
    Attempt("Sammelaktion: verschieben", bulk("move", "inside", "below")),
    Attempt("Freigegebene Seite vor ihrer Zeit ins Offene verschieben", move("scheduled", to_start), later=True),
    Attempt("Reihenfolge im Menü ändern", reorder, ORDER),
    Attempt("Geschlossenen Bereich öffnen", privacy("section", "none")),
    Attempt("Geschlossene Seite darin öffnen", privacy("inside", "none")),
    Attempt("Offene Seite schließen", privacy("below", "login")),
    Attempt("Alias anlegen", copy("inside", alias="on")),
    Attempt("Kopieren und Kopie veröffentlichen", copy("inside", publish_copies="on")),
    Attempt("Kopieren", copy("inside")),
    Attempt("Schnittstelle: veröffentlichen", api("publish"), closed=True),
    Attempt("Schnittstelle: Alias", api("create_alias"), closed=True),
    Attempt("Schnittstelle: kopieren", api("copy"), closed=True),
    Attempt("Schnittstelle: zurückholen", api("revert_to_page_revision"), closed=True),
    Attempt("Seite sperren", on_page("news", "lock")),
    Attempt("Seite offline nehmen", on_page("news", "unpublish"), TAKES_AWAY),
    Attempt("Sammelaktion: offline nehmen", bulk("unpublish", "news"), TAKES_AWAY),
    Attempt("Seite löschen", on_page("below", "delete"), TAKES_AWAY),
    Attempt("Zeitplan streichen", unschedule, TAKES_AWAY, later=True),
    Attempt("Bild: Datei", change_image("image", file=red)),
    Attempt("Bild: Bildnachweis", change_image("image", credit="Foto: Andere")),
    Attempt("Bild: Beschreibung", change_image("image", description="Etwas anderes")),
    Attempt(
        "Bild: Ausschnitt",
        change_image("image", **{f"focal_point_{part}": "9" for part in ("x", "y", "width", "height")}),
    ),
    Attempt("Bild: Titel und Ordner", change_image("image", title="Anders", collection=to_open_folder)),
    Attempt("Bild: Formular nach dem Hochladen", at_many("images", "image")),
    Attempt("Bild löschen", delete_file("images", "image")),
    Attempt("Dokument: Datei", change_document("document", file=other_table)),
    Attempt("Dokument: Titel", change_document("document", title="Anders")),
    Attempt("Dokument aus dem geschlossenen Ordner", change_document("closed_document", collection=to_open_folder)),
    Attempt("Dokument: Formular nach dem Hochladen", at_many("docs", "closed_document")),
    Attempt(
        "Dokument: Sammelaktion in einen offenen Ordner",
        files_in_bulk("files", "portaldocument", "closed_document", "add_to_collection"),
    ),
    Attempt("Dokument: Sammelaktion löschen", files_in_bulk("files", "portaldocument", "document", "delete")),
    Attempt("Dokument löschen", delete_file("docs", "document")),
    Attempt(
        "Dokument einer freigegebenen Seite tauschen",
        change_document("scheduled_document", file=other_table),
        later=True,
    ),
    Attempt("Ordner verschieben", move_folder),
    Attempt("Ordner öffnen", open_folder),
    Attempt("Logo einer Organisation im Bildformular tauschen", change_image("logo", file=red)),
    Attempt("Logo: Sammelaktion löschen", files_in_bulk("files", "portalimage", "logo", "delete")),
    Attempt("Profil einer Organisation", change_house, OWN_VOICE),
    Attempt("Eintrag im Glossar", change_entry, GLOSSARY),
    Attempt("Begriff umbenennen", change_term(name="Anders genannt"), LABEL),
    Attempt("Begriff: Erklärung auf der Themenseite", change_term(explanation="Ganz anders erklärt."), LABEL),
    Attempt("Begriff anlegen (Redaktion: vorschlagen)", add_term, LABEL),
    Attempt("Vorgeschlagenen Begriff annehmen", accept_proposal, LABEL),
    Attempt("Begriffe zusammenführen", merge_terms, LABEL),
    Attempt("Angaben zu einem Veranstaltungsort", change_venue, PLACE),
    Attempt("Fassung eines Berichts zurückziehen", withdraw_version, TAKES_AWAY),
    Attempt("Angaben zum Portal", change_settings, CONTACT),
    Attempt("Weiterleitung einer toten Adresse", add_redirect, DEAD_ADDRESS),
    Attempt("Weiterleitung auf der Adresse einer Seite", redirect_a_live_page),
    Attempt("Wörter der Suche", add_search_word, FOUND),
    Attempt("Personen des Wagtail-Admins", post_to("/redaktion/users/add/"), closed=True),
    Attempt("Gruppenrechte des Wagtail-Admins", post_to("/redaktion/groups/new/", name="x"), closed=True),
    Attempt("Arbeitsabläufe des Wagtail-Admins", post_to("/redaktion/workflows/add/", name="x"), closed=True),
    Attempt("Sites des Wagtail-Admins", post_to("/redaktion/sites/new/", hostname="x"), closed=True),
)
