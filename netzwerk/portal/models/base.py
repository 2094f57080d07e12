"""The base of all page types. It has a table of its own, so that menus and lists need one query for all types."""

from collections.abc import Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.locks import WorkflowLock
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from netzwerk.files.restrictions import pages_open_to
from netzwerk.portal import access
from netzwerk.portal.blocks import check_alternative
from netzwerk.portal.links import START_PATH, LinkTargets, address_of
from netzwerk.portal.models.page_form import PortalPageForm
from netzwerk.portal.models.review import ReviewLock, is_approved_by_second_person
from netzwerk.portal.plain_text import has_content
from netzwerk.portal.slugs import PortalCopyForm
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import menu_section_choices
from netzwerk.texts.cleaning import address_part
from netzwerk.texts.readable import ReadableTexts


class PortalPageQuerySet(PageQuerySet):
    def visible_to(self, user) -> "PortalPageQuerySet":
        """Live pages of which this user meets all restrictions."""
        return pages_open_to(self, user)

    def visible_to_someone(self) -> "PortalPageQuerySet":
        """Live pages that some user may see after a login."""
        return self.live()

    def at_address(self, path: str) -> "PortalPageQuerySet":
        """The page at a URL path without leading slash; "" is the start page. Filters by slug too, which has an index."""
        url_path = f"{START_PATH}{path}"
        return self.filter(slug=url_path.rstrip("/").rpartition("/")[2], url_path=url_path)

    def child_of(self, other: Page) -> "PortalPageQuerySet":
        """As Wagtail's, but by a range of paths: SQLite uses no index for its LIKE."""
        return self.filter(depth=other.depth + 1, path__range=other._get_children_path_interval(other.path))

    def edited_by(self, user) -> "PortalPageQuerySet":
        """Pages and drafts whose latest revision is by this user, newest first."""
        return self.filter(latest_revision__user=user).order_by("-latest_revision_created_at")

    def for_cards(self) -> "PortalPageQuerySet":
        """Load only the columns that a card shows: a page has forty of them."""
        return self.select_related("picture").only(*CARD_FIELDS, *(f"picture__{name}" for name in PICTURE_FIELDS))


CARD_FIELDS = ("title", "url_path", "lead", "search_description")
PICTURE_FIELDS = ("title", "file", "width", "height")
PortalPageManager = PageManager.from_queryset(PortalPageQuerySet)


class FooterGroup(models.TextChoices):
    NONE = "", "nicht im Fuß der Seite"
    NETWORK = "network", "Netzwerk"
    CONTACT = "contact", "Kontakt und Hilfe"
    LEGAL = "legal", "Rechtliches"


class PortalPage(ReadableTexts, Page):
    """Base class of all page types."""

    lead = models.TextField("Einleitung", blank=True, help_text="Ein bis zwei Sätze unter der Überschrift.")
    picture = models.ForeignKey(
        "files.PortalImage", verbose_name="Bild", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    picture_alt = models.CharField("Alternativtext", max_length=250, blank=True, help_text="Was zeigt das Bild?")
    picture_decorative = models.BooleanField("dekorativ", default=False)
    footer_group = models.CharField(
        "Im Fuß der Seite", max_length=10, choices=FooterGroup, default=FooterGroup.NONE, blank=True
    )
    menu_section = models.CharField(
        "Im Hauptmenü",
        max_length=20,
        choices=menu_section_choices,
        default="",
        blank=True,
        help_text="Die Seite steht dann in der zweiten Ebene dieses Bereichs. Ihre Adresse bleibt, wie sie ist.",
    )
    in_service_line = models.BooleanField(
        "In der Zeile ganz oben", default=False, help_text="Für Leichte Sprache, Gebärdensprache und Hilfe."
    )

    objects = PortalPageManager()

    copy_form_class = PortalCopyForm
    is_creatable = False
    schema_type = "WebPage"  # schema.org
    has_own_search_kind = False  # True leaves the type out of the search kind of general pages
    body_fields: tuple[str, ...] = ("body",)
    # Fields that must be filled in before the page is submitted for review, each with its error message. Drafts need none.
    needed_for_review: Mapping[str, str] = {}
    base_form_class = PortalPageForm
    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]

    lead_panels = [
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_decorative")], heading="Bild"
        ),
    ]
    content_panels = Page.content_panels + lead_panels
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], "Für Suchmaschinen"
        ),
        MultiFieldPanel(
            [FieldPanel("menu_section"), FieldPanel("in_service_line"), FieldPanel("footer_group")],
            "Wo die Seite erscheint",
        ),
    ]

    class Meta:
        indexes = [  # for the queries of header and footer
            models.Index(fields=["menu_section"], condition=~Q(menu_section=""), name="portal_page_menu_section"),
            models.Index(fields=["in_service_line"], condition=Q(in_service_line=True), name="portal_page_service"),
            models.Index(fields=["footer_group"], name="portal_page_footer"),
        ]

    @classmethod
    def get_edit_handler(cls):
        tabs = [*cls.own_tabs(), (cls.promote_panels, "Einordnung"), (cls.settings_panels, "Zeitplan")]
        return TabbedInterface(
            [ObjectList(panels, heading=heading) for panels, heading in tabs], base_form_class=cls.base_form_class
        ).bind_to_model(cls)

    @classmethod
    def own_tabs(cls) -> list[tuple[list, str]]:
        """Panels and headings of the tabs before those that all page types have."""
        return [(cls.content_panels, "Inhalt")]

    def clean(self) -> None:
        super().clean()
        if self.picture_id and (errors := check_alternative(self.picture_alt, self.picture_decorative)):
            raise ValidationError({"picture_alt": errors["alt"]})

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Page | None, page: Page | None = None) -> bool:
        """As Wagtail's; below the start page not one whose address belongs to a view, which would hide the page."""
        taken = parent_page is not None and parent_page.depth == access.START_DEPTH and access.is_address_of_view(slug)
        return not taken and Page._slug_is_available(slug, parent_page, page)

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return super()._get_autogenerated_slug(address_part(base_slug) or base_slug)

    def missing_for_review(self, values: Mapping[str, Any] | None = None) -> dict[str, str]:
        """Error messages by field for `needed_for_review`. `values` of a form override those of the page."""
        values = values or {}
        return {
            name: message
            for name, message in self.needed_for_review.items()
            if not has_content(values[name] if name in values else getattr(self, name))
        }

    # Four eyes -----------------------------------------------------------------------------------------------------

    def permissions_for_user(self, user) -> access.FourEyesPermissionTester:
        return access.FourEyesPermissionTester(user, self)

    def publish(self, revision, **kwargs):
        """Raises PermissionDenied for a revision that no second person has approved; also for superusers and schedules."""
        if not is_approved_by_second_person(revision):
            raise PermissionDenied("Diese Fassung hat noch keine zweite Person freigegeben.")
        kwargs["skip_permission_checks"] = True
        after_publish = registry.after_publish.get(self._meta.label)
        if after_publish is None:
            return super().publish(revision, **kwargs)
        with transaction.atomic():
            result = super().publish(revision, **kwargs)
            online = type(self).objects.get(pk=self.pk)
            if online.live and online.live_revision_id == revision.pk:
                after_publish.run(online)
        return result

    def with_content_json(self, content: dict[str, Any]) -> "PortalPage":
        """A version from before there were sections of the menu does not take the page out of its section."""
        version = super().with_content_json(content)
        if "menu_section" not in content:
            version.menu_section = self.menu_section
        return version

    def get_lock(self):
        lock = super().get_lock()
        return ReviewLock(self, lock.task) if isinstance(lock, WorkflowLock) else lock

    # Reading -------------------------------------------------------------------------------------------------------

    @property
    def teaser(self) -> str:
        """The summary for cards and search engines."""
        return self.search_description or self.lead

    @classmethod
    def of_type(cls, pk: int, content_type_id: int) -> "PortalPage":
        """The page as an instance of its own type, with its picture, in one query."""
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        return model.objects.select_related("picture").get(pk=pk)

    @staticmethod
    def id_of_type(label: str) -> int:
        """The id of the content type of a type of pages ("app.Model"). No query once Django has read it."""
        return ContentType.objects.get_by_natural_key(*label.lower().split(".")).pk

    def get_url(self, request: HttpRequest | None = None, current_site=None) -> str | None:
        """The URL without a query: there is one site, so the path in the tree is enough."""
        url_path = self.url_path or ""
        return address_of(url_path) if url_path.startswith(START_PATH) else None

    url = property(get_url)

    def raw_bodies(self) -> list:
        """The raw data of all blocks of this page."""
        return [dict(block) for name in self.body_fields for block in getattr(self, name).raw_data]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        request.portal_page = self  # for the breadcrumb
        context["links"] = LinkTargets.of(self.raw_bodies(), request)
        return context
