"""Page types of text: start, content, questions and answers, legal and language pages."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from netzwerk.lists.figures import Figure
from netzwerk.portal.access import SECTION_DEPTH
from netzwerk.portal.blocks import BodyBlock, FaqGroupBlock, LevelBlock, LinkBlock, NumberBlock, TaskBlock
from netzwerk.portal.models.base import PortalPage
from netzwerk.portal.plain_text import has_content
from netzwerk.surfaces import registry

CONTENT_TYPES = ["portal.ContentPage", "portal.FaqPage"]
NO_TEXT = "Hier fehlt noch der Text der Seite."


class StartPage(PortalPage):
    headline = models.CharField("Überschrift", max_length=160, help_text="Ein ruhiger Satz.")
    actions = StreamField([("action", LinkBlock())], verbose_name="Knöpfe", blank=True, max_num=2)
    tasks_title = models.CharField("Überschrift der Aufgaben", max_length=80, default="Wobei können wir helfen?")
    tasks = StreamField([("task", TaskBlock())], verbose_name="Drei Aufgaben", blank=True, max_num=3)
    levels_title = models.CharField("Überschrift der Ebenen", max_length=120, blank=True)
    levels_text = models.TextField("Text zu den Ebenen", blank=True)
    levels = StreamField([("level", LevelBlock())], verbose_name="Ebenen", blank=True, max_num=3)
    numbers = StreamField([("number", NumberBlock())], verbose_name="Zahlen", blank=True, max_num=4)
    body = StreamField(BodyBlock(), verbose_name="Weitere Abschnitte", blank=True)

    body_fields = ("body", "actions", "tasks", "levels")
    template = "portal/start_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    schema_type = "WebSite"

    content_panels = [
        FieldPanel("title"),
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel("actions"),
        MultiFieldPanel([FieldPanel("tasks_title"), FieldPanel("tasks")], heading="Aufgaben"),
        MultiFieldPanel(
            [FieldPanel("levels_title"), FieldPanel("levels_text"), FieldPanel("levels")], heading="Ebenen"
        ),
        FieldPanel("numbers"),
        FieldPanel("body"),
    ]

    @property
    def figures(self) -> list[Figure]:
        return [Figure(one["value"]["value"], one["value"]["label"]) for one in self.numbers.raw_data]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        parts = [(part.template, part.context(request)) for part in registry.start_parts]
        return super().get_context(request, *args, **kwargs) | {"parts": [part for part in parts if part[1]]}

    # Without the slug: it is part of every page's url_path (links.START_PATH), but not of its URL.
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], "Für Suchmaschinen"),
    ]

    class Meta:
        verbose_name = "Startseite"


class ContentPage(PortalPage):
    """A page of text. It lists its child pages as cards."""

    needed_for_review = {"body": NO_TEXT}

    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)

    template = "portal/content_page.html"
    parent_page_types = ["portal.StartPage", "portal.ContentPage"]
    subpage_types = CONTENT_TYPES
    schema_type = "Article"
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "Inhaltsseite"
        verbose_name_plural = "Inhaltsseiten"

    def missing_for_review(self, values: Mapping[str, Any] | None = None) -> dict[str, str]:
        """A page with child pages needs no text if it has an introduction."""
        missing = super().missing_for_review(values)
        if self.numchild and has_content((values or {}).get("lead", self.lead)):
            missing.pop("body", None)
        return missing

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        if self.numchild:
            context["children"] = PortalPage.objects.child_of(self).visible_to(request.user).for_cards()
        elif self.depth and self.depth > SECTION_DEPTH:
            context["neighbours"] = (
                PortalPage.objects.sibling_of(self).visible_to(request.user).only("title", "url_path")
            )
        return context


class FaqPage(PortalPage):
    needed_for_review = {"groups": "Hier fehlen noch Fragen und Antworten."}
    groups = StreamField(FaqGroupBlock(), verbose_name="Fragen und Antworten")

    body_fields = ("groups",)
    template = "portal/faq_page.html"
    parent_page_types = ["portal.StartPage", "portal.ContentPage"]
    subpage_types: list[str] = []
    schema_type = "FAQPage"
    content_panels = [*PortalPage.content_panels, FieldPanel("groups")]

    class Meta:
        verbose_name = "Fragen und Antworten"
        verbose_name_plural = "Fragen und Antworten"


class LegalKind(models.TextChoices):
    IMPRINT = "imprint", "Impressum"
    PRIVACY = "privacy", "Datenschutz"
    ACCESSIBILITY = "accessibility", "Erklärung zur Barrierefreiheit"
    EASY = "easy", "Leichte Sprache"
    SIGN = "sign", "Gebärdensprache"
    HELP = "help", "Hilfe"


class LegalPage(PortalPage):
    """Pages that the law requires, and pages in other languages."""

    needed_for_review = {"body": NO_TEXT}

    kind = models.CharField("Art der Seite", max_length=15, choices=LegalKind)
    checked_on = models.DateField("Zuletzt geprüft am", null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)

    template = "portal/legal_page.html"
    parent_page_types = ["portal.StartPage"]
    subpage_types: list[str] = []
    content_panels = [*PortalPage.content_panels, FieldPanel("kind"), FieldPanel("checked_on"), FieldPanel("body")]

    class Meta:
        verbose_name = "Rechtliches und Sprachen"
        verbose_name_plural = "Rechtliches und Sprachen"
