"""Tags of the library's templates."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString

from knowledge.models import PracticeReport, ReportVersion, Vocabulary
from knowledge.reading import Reading
from knowledge.structured import structured
from netzwerk.portal.templatetags.portal_tags import json_ld

register = template.Library()


class GlossaryNode(template.Node):
    def __init__(self, reading: template.base.FilterExpression, inner: NodeList) -> None:
        self.reading, self.nodelist = reading, inner

    def render(self, context: template.Context) -> SafeString:
        reading: Reading | None = self.reading.resolve(context)
        html = self.nodelist.render(context)
        return reading.glossary.link(html) if isinstance(reading, Reading) else html


@register.tag
def with_glossary(parser: Parser, token: Token) -> GlossaryNode:
    """Links the glossary's terms in what stands between the tags, each once on a page."""
    _name, reading = token.split_contents()
    inner = parser.parse(("endwith_glossary",))
    parser.delete_first_token()
    return GlossaryNode(parser.compile_filter(reading), inner)


@register.simple_tag(takes_context=True)
def reading_of(context: template.Context, report: PracticeReport) -> Reading:
    """What stands beside a report's text, for the person who reads or the editor who looks at a draft."""
    known: Reading | None = context.get("reading")
    return known if known and known.report is report else Reading(report, context["request"].user)


@register.simple_tag(takes_context=True)
def report_data(context: template.Context, report: PracticeReport, version: ReportVersion | None = None) -> SafeString:
    """schema.org description of a report."""
    topics = reading_of(context, report).chosen[Vocabulary.TOPIC]
    return json_ld(context, structured(report, context["base_url"], version or None, topics))
