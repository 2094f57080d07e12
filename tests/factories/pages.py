"""Pages and pictures for tests."""

import io
import json
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.fields import StreamField
from wagtail.models import Page

from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.files.services import store_document, store_image
from netzwerk.members.models import User
from netzwerk.portal.models import ContentPage, FaqPage, NewsIndexPage, NewsPage, StartPage

_numbers = count(1)


def content_page(
    *, parent=None, title: str = "", live: bool = True, blocks: list[dict] | None = None, **fields
) -> ContentPage:
    """A content page below the start page, with a first revision."""
    number = next(_numbers)
    parent = parent or StartPage.objects.get()
    parent.refresh_from_db()
    page = ContentPage(
        title=title or f"Testseite {number}",
        slug=f"testseite-{number}",
        live=live,
        body=json.dumps(blocks or [{"type": "text", "value": "<p>Ein Absatz.</p>"}]),
        **fields,
    )
    parent.add_child(instance=page)
    return page


def faq_page(*, parent=None, author: User | None = None, title: str = "", groups: list[dict] | None = None) -> FaqPage:
    """Questions and answers, with a first revision. A group is {"title": …, "items": [{"title": …, "text": …}]}."""
    number = next(_numbers)
    parent = parent or StartPage.objects.get()
    parent.refresh_from_db()
    groups = groups or [{"title": "", "items": [{"title": "Wer hilft?", "text": "<p>Die Geschäftsstelle.</p>"}]}]
    page = FaqPage(title=title or f"Testfragen {number}", slug=f"testfragen-{number}")
    # Values without ids, which they get when they are saved, as in the editor.
    page.groups = [("accordion", group) for group in groups]
    parent.add_child(instance=page)
    page.save_revision(user=author)
    return page


def news_page(*, author: User | None = None, live: bool = True, **fields) -> NewsPage:
    number = next(_numbers)
    values = {
        "title": f"Testnachricht {number}",
        "slug": f"testnachricht-{number}",
        "topic": "netzwerk",
        "body": [("text", "<p>Ein Absatz.</p>")],
    } | fields
    page = NewsPage(live=live, owner=author, **values)
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=author)
    return page


def png(width: int = 40, height: int = 30, colour: str = "navy") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def picture(title: str = "Testbild") -> PortalImage:
    return store_image(ContentFile(png(), name="bild.png"), title=title)


def paper(title: str = "Testpapier", text: str = "a;b\r\n1;2\r\n") -> PortalDocument:
    return store_document(ContentFile(text.encode(), name="papier.csv"), title=title)


def fill_in(page: Page) -> Page:
    """Fill in, in memory, the fields that are required to submit the page."""
    for name in page.missing_for_review():
        field = page._meta.get_field(name)
        if field.many_to_many:
            getattr(page, name).set(field.related_model.objects.filter(**field.get_limit_choices_to())[:1])
        else:
            setattr(page, name, [("text", "<p>Ein Absatz.</p>")] if isinstance(field, StreamField) else "Eine Angabe")
    return page


def release(page: Page, *, author: User, second: User) -> None:
    """Publish the page as it is in memory: one person submits it, another approves."""
    fill_in(page)
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    page.current_workflow_task_state.specific.approve(user=second)
