"""News: the paginated list, filtered by topic, and its items."""

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from netzwerk.lists.chips import Chip
from netzwerk.portal.blocks import BodyBlock, NewsTopic
from netzwerk.portal.models.base import CARD_FIELDS, PortalPage, PortalPageManager, PortalPageQuerySet
from netzwerk.portal.models.reference_field import ReferencesPageForm, ReferencesPanel
from netzwerk.portal.models.references import kind_of, resolve
from netzwerk.portal.widgets import SearchableChoices
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.fields import TermsOfDrafts, terms_field

PER_PAGE = 10
TOPICS_PANEL = FieldPanel("topics", widget=SearchableChoices)


class NewsPageQuerySet(PortalPageQuerySet):
    def newest_first(self) -> "NewsPageQuerySet":
        """Newest first, with only the columns that lists show."""
        return self.only(*CARD_FIELDS, "date", "topic").order_by("-date", "-pk")

    def about(self, topic: str) -> "NewsPageQuerySet":
        """News of one topic; an empty or unknown topic means all."""
        return self.filter(topic=topic) if topic in NewsTopic.values else self


NewsPageManager = PortalPageManager.from_queryset(NewsPageQuerySet)


class NewsIndexPage(PortalPage):
    template = "portal/news_index_page.html"
    parent_page_types = ["portal.StartPage"]
    subpage_types = ["portal.NewsPage"]
    max_count = 1
    body_fields = ()
    content_panels = PortalPage.content_panels

    class Meta:
        verbose_name = "Liste der Nachrichten"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        topic = request.GET.get("thema", "")
        news = NewsPage.objects.child_of(self).visible_to(request.user).about(topic).newest_first()
        context["page_obj"] = Paginator(news, PER_PAGE).get_page(request.GET.get("seite"))
        chosen = NewsTopic(topic) if topic in NewsTopic.values else None
        context["chips"] = [
            Chip("Alle", self.url, is_current=chosen is None),
            *(Chip(one.label, f"?thema={one}", is_current=one == chosen) for one in NewsTopic),
        ]
        context["topic_label"] = chosen.label if chosen else ""
        return context


class NewsPage(TermsOfDrafts, PortalPage):
    date = models.DateField("Datum", default=timezone.localdate)
    topic = models.CharField("Rubrik", max_length=20, choices=NewsTopic)
    topics = terms_field("Themen", TOPICS, help_text="Die Nachricht steht dann auch auf den Seiten dieser Themen.")
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)

    objects = NewsPageManager()
    template = "portal/news_page.html"
    parent_page_types = ["portal.NewsIndexPage"]
    subpage_types: list[str] = []
    schema_type = "NewsArticle"
    term_fields = ("topics",)
    has_own_search_kind = True
    needed_for_review = {"body": "Hier fehlt noch der Text der Nachricht."}
    base_form_class = ReferencesPageForm
    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("date"),
        FieldPanel("topic"),
        TOPICS_PANEL,
        FieldPanel("body"),
        ReferencesPanel(),
    ]

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Nachrichten"
        indexes = [models.Index(fields=["-date", "-portalpage_ptr"], name="portal_news_newest")]  # the order of lists

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["topic_chips"] = [
            Chip(one.name, reverse("portal:topic", args=[one.slug]))
            for one in self.topics.all()
            if not one.is_proposed
        ]
        references = list(self.references.all())
        chosen = [one.target_id for one in references if one.target_kind == kind_of(NewsPage).key]
        context["references"] = resolve(references, request.user)
        context["more_news"] = list(
            NewsPage.objects.sibling_of(self, inclusive=False)
            .visible_to(request.user)
            .about(self.topic)
            .exclude(pk__in=chosen)
            .newest_first()[:3]
        )
        context["beside"] = [*context["references"], *context["more_news"]]  # not listed again among similar pages
        return context
