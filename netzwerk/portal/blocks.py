"""StreamField blocks of pages. Each has one template in templates/blocks/."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from netzwerk.lists.headings import Heading
from netzwerk.surfaces.registry import menu_section_choices

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
SMALL_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]
VIDEO_EXTENSIONS = ("mp4", "webm")


class NewsTopic(models.TextChoices):
    """The section of a news page; lists of news filter by it. Topics of the network are terms (netzwerk.vocabulary)."""

    CASEWORK = "fallmanagement", "Fallmanagement"
    STEERING = "steuerung", "Steuerung vor Ort"
    TRAINING = "qualifizierung", "Qualifizierung"
    NETWORK = "netzwerk", "Netzwerk"
    LAW = "recht", "Recht"


def check_alternative(text: str, decorative: bool) -> dict[str, ValidationError]:
    """A picture needs an alternative text unless it is decorative. Returns errors by field name."""
    if decorative and text:
        return {"alt": ValidationError("Ein dekoratives Bild hat keinen Alternativtext. Bitte nur eines von beiden.")}
    if not decorative and not text.strip():
        return {
            "alt": ValidationError(
                "Bitte beschreiben Sie, was das Bild zeigt, oder kreuzen Sie „dekorativ“ an, wenn es nichts aussagt."
            )
        }
    return {}


class ChosenId:
    """Mixin for choosers: an id that is no number counts as nothing chosen, like the id of a deleted object."""

    def value_from_form(self, value: Any) -> Any:
        if isinstance(value, str) and not value.isdecimal():
            value = None
        return super().value_from_form(value)

    def deconstruct(self) -> tuple:
        """Migrations name Wagtail's own block, because this class changes nothing in the database."""
        _path, args, kwargs = super().deconstruct()
        parent = type(self).__mro__[2]
        return f"{parent.__module__}.{parent.__name__}", args, kwargs


class ChosenImage(ChosenId, ImageChooserBlock):
    pass


class ChosenDocument(ChosenId, DocumentChooserBlock):
    pass


class ChosenPage(ChosenId, blocks.PageChooserBlock):
    pass


class ImageBlock(blocks.StructBlock):
    image = ChosenImage(label="Bild")
    alt = blocks.CharBlock(label="Alternativtext", required=False, max_length=250, help_text="Was zeigt das Bild?")
    decorative = blocks.BooleanBlock(label="dekorativ", required=False, help_text="Das Bild sagt nichts aus.")
    caption = blocks.CharBlock(label="Bildunterschrift", required=False, max_length=300)

    class Meta:
        label = "Bild"
        icon = "image"
        template = "blocks/image.html"

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if self.is_deferred_validation and not value["alt"]:
            return value  # a draft may be unfinished
        if errors := check_alternative(value["alt"], value["decorative"]):
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="Zitat")
    person = blocks.CharBlock(label="Wer sagt es", max_length=120)
    role = blocks.CharBlock(label="Funktion", required=False, max_length=160)

    class Meta:
        label = "Zitat"
        icon = "openquote"
        template = "blocks/quotation.html"


class FactBlock(blocks.StructBlock):
    term = blocks.CharBlock(label="Begriff", max_length=80)
    value = blocks.CharBlock(label="Angabe", max_length=300)

    class Meta:
        label = "Angabe"


class FactsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120)
    items = blocks.ListBlock(FactBlock(), label="Angaben", min_num=1)

    class Meta:
        label = "Auf einen Blick"
        icon = "list-ul"
        template = "blocks/facts.html"


class TitledTextBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Titel", max_length=200)
    text = blocks.RichTextBlock(label="Text", features=SMALL_TEXT)

    class Meta:
        label = "Abschnitt"


class AccordionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120)
    items = blocks.ListBlock(TitledTextBlock(), label="Abschnitte zum Aufklappen", min_num=1)

    class Meta:
        label = "Zum Aufklappen"
        icon = "list-ul"
        template = "blocks/accordion.html"


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120)
    items = blocks.ListBlock(TitledTextBlock(), label="Schritte", min_num=2)

    class Meta:
        label = "Schritte"
        icon = "list-ol"
        template = "blocks/steps.html"


class PortalTableBlock(TypedTableBlock):
    """A table for data; screen readers need its caption, so it is required."""

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if not value.caption.strip():
            raise ValidationError("Bitte geben Sie der Tabelle einen Titel.")
        if any(not column["heading"].strip() for column in value.columns):
            raise ValidationError("Bitte geben Sie jeder Spalte eine Überschrift.")
        return value

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        columns = [Heading(one["heading"], is_numeric=one["block"].name == "number") for one in value.columns]
        return super().get_context(value, parent_context) | {"headings": columns}

    class Meta:
        label = "Tabelle"
        icon = "table"
        template = "blocks/table.html"


def data_table() -> PortalTableBlock:
    """A table with columns of texts and numbers."""
    return PortalTableBlock(
        [
            ("text", blocks.CharBlock(label="Text", required=False)),
            ("number", blocks.DecimalBlock(label="Zahl", required=False)),
        ]
    )


class DownloadBlock(blocks.StructBlock):
    document = ChosenDocument(label="Dokument")
    description = blocks.CharBlock(label="Wozu", required=False, max_length=250)

    class Meta:
        label = "Datei"


class DownloadsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120)
    files = blocks.ListBlock(DownloadBlock(), label="Dateien", min_num=1)

    class Meta:
        label = "Dateien zum Herunterladen"
        icon = "download"
        template = "blocks/downloads.html"


class VideoBlock(blocks.StructBlock):
    """An uploaded video. Captions and a transcript are required: not everyone hears or sees it."""

    title = blocks.CharBlock(label="Titel", max_length=160)
    video = ChosenDocument(label="Video (MP4 oder WebM)")
    captions = ChosenDocument(label="Untertitel (WebVTT)")
    poster = ChosenImage(label="Standbild", required=False)
    transcript = blocks.RichTextBlock(label="Was im Video gesagt und gezeigt wird", features=SMALL_TEXT)

    class Meta:
        label = "Video"
        icon = "media"
        template = "blocks/video.html"

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        errors = {}
        video, captions = value["video"], value["captions"]  # None in a draft, or if the file was deleted
        if video and video.file_extension not in VIDEO_EXTENSIONS:
            errors["video"] = ValidationError("Bitte wählen Sie eine Videodatei (MP4 oder WebM).")
        if captions and captions.file_extension != "vtt":
            errors["captions"] = ValidationError("Bitte wählen Sie eine Untertitel-Datei im Format WebVTT (.vtt).")
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", max_length=120)
    text = blocks.TextBlock(label="Text", required=False)
    page = ChosenPage(label="Seite")
    label = blocks.CharBlock(label="Beschriftung des Knopfs", max_length=60)

    class Meta:
        label = "Aufforderung"
        icon = "arrow-right"
        template = "blocks/call_to_action.html"


class NewsListBlock(blocks.StructBlock):
    """The newest news, optionally of one topic."""

    title = blocks.CharBlock(label="Überschrift", max_length=120, default="Aktuelles")
    topic = blocks.ChoiceBlock(label="Rubrik", choices=NewsTopic.choices, required=False)
    count = blocks.IntegerBlock(label="Anzahl", min_value=1, max_value=12, default=3)

    class Meta:
        label = "Liste von Nachrichten"
        icon = "doc-full-inverse"
        template = "blocks/news_list.html"


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label="Text", features=RICH_TEXT, template="blocks/text.html", icon="pilcrow")
    image = ImageBlock()
    quotation = QuotationBlock()
    facts = FactsBlock()
    accordion = AccordionBlock()
    steps = StepsBlock()
    table = data_table()
    downloads = DownloadsBlock()
    video = VideoBlock()
    call_to_action = CallToActionBlock()
    news_list = NewsListBlock()


class FaqGroupBlock(blocks.StreamBlock):
    accordion = AccordionBlock()


ICONS = [
    ("town", "Rathaus"),
    ("calendar", "Kalender"),
    ("learn", "Lernen"),
    ("map", "Karte"),
    ("people", "Menschen"),
    ("plan", "Plan"),
]


class TaskBlock(blocks.StructBlock):
    """One of the three main tasks of the start page. It leads to a page or to a section of the main menu."""

    icon = blocks.ChoiceBlock(label="Zeichen", choices=ICONS)
    title = blocks.CharBlock(label="Titel", max_length=60)
    text = blocks.TextBlock(label="Text")
    section = blocks.ChoiceBlock(label="Bereich des Hauptmenüs", choices=menu_section_choices, required=False)
    page = ChosenPage(label="oder Seite", required=False)
    note = blocks.CharBlock(label="Anmerkung", required=False, max_length=100)

    class Meta:
        label = "Aufgabe"

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if self.is_deferred_validation and not (value["section"] and value["page"]):
            return value  # a draft may be unfinished
        if bool(value["section"]) == bool(value["page"]):
            error = ValidationError("Bitte wählen Sie einen Bereich oder eine Seite, eines von beiden.")
            raise blocks.StructBlockValidationError(block_errors={"section": error})
        return value


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label="Beschriftung", max_length=60)
    page = ChosenPage(label="Seite")

    class Meta:
        label = "Knopf"


class LevelBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Titel", max_length=80)
    text = blocks.TextBlock(label="Text")
    page = ChosenPage(label="Seite")

    class Meta:
        label = "Ebene"


class NumberBlock(blocks.StructBlock):
    value = blocks.CharBlock(label="Zahl", max_length=20)
    label = blocks.CharBlock(label="Was sie zählt", max_length=80)

    class Meta:
        label = "Zahl"
