from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString

from knowledge.models import PracticeReport, ReportVersion
from knowledge.report_view import ReportView
from knowledge.structured import structured
from knowledge.vocabularies import ReportVocabulary
from netzwerk.portal.templatetags.portal_tags import json_ld

register = template.Library()


class GlossaryNode(template.Node):
    def __init__(self, report_view: template.base.FilterExpression, inner: NodeList) -> None:
        self.report_view, self.nodelist = report_view, inner

    def render(self, context: template.Context) -> SafeString:
        report_view: ReportView | None = self.report_view.resolve(context)
        html = self.nodelist.render(context)
        return report_view.glossary.link(html) if isinstance(report_view, ReportView) else html


@register.tag
def with_glossary(parser: Parser, token: Token) -> GlossaryNode:
    """Links the glossary's terms in its content, each once on a page."""
    _name, report_view = token.split_contents()
    inner = parser.parse(("endwith_glossary",))
    parser.delete_first_token()
    return GlossaryNode(parser.compile_filter(report_view), inner)


@register.simple_tag(takes_context=True)
def report_view_of(context: template.Context, report: PracticeReport) -> ReportView:
    """The ReportView of the page, which a preview does not have in its context."""
    known: ReportView | None = context.get("report_view")
    return known if known and known.report is report else ReportView(report, context["request"].user)


@register.simple_tag(takes_context=True)
def report_data(context: template.Context, report: PracticeReport, version: ReportVersion | None = None) -> SafeString:
    """schema.org description of a report."""
    topics = report_view_of(context, report).chosen[ReportVocabulary.TOPIC]
    return json_ld(context, structured(report, context["base_url"], version or None, topics))
