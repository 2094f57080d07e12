"""The blocks of a section of a practice report: only kinds that also work in print, screen readers and PDF."""

from wagtail import blocks

from netzwerk.portal.blocks import ImageBlock, QuotationBlock, data_table

SECTION_TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class SectionBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label="Text", features=SECTION_TEXT, template="blocks/text.html", icon="pilcrow")
    image = ImageBlock()
    quotation = QuotationBlock()
    table = data_table()
