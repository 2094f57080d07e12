"""What a section of a practice report is made of: what also prints, reads aloud and fits into a PDF."""

from wagtail import blocks

from netzwerk.portal.blocks import ImageBlock, PortalTableBlock, QuotationBlock

SECTION_TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class SectionBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label="Text", features=SECTION_TEXT, template="blocks/text.html", icon="pilcrow")
    image = ImageBlock()
    quotation = QuotationBlock()
    table = PortalTableBlock(
        [
            ("text", blocks.CharBlock(label="Text", required=False)),
            ("number", blocks.DecimalBlock(label="Zahl", required=False)),
        ]
    )
