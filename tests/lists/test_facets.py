"""The check boxes of a facet."""

import re

from django.template import Context, Template

from netzwerk.lists.filters import Facet, Option

HOSTILE = '"><script>alert(1)</script>'


def shown(*options: Option, name: str = "thema", form_id: str = "suche") -> list[str]:
    facet = Facet(name, "Thema", list(options))
    template = Template('{% include "components/facet.html" %}')
    html = template.render(Context({"facet": facet, "form_id": form_id}))
    assert "<script" not in html
    return re.findall(r"<label.*?</label>", html)


def test_options_are_enabled_checked_or_disabled() -> None:
    rows = shown(
        Option("a", "Wohnen", 1234, checked=False),
        Option("b", "Miete", 0, checked=True, level=1),
        Option("c", "Räumung", 0, checked=False, level=2),
    )
    assert rows == [
        '<label><input type="checkbox" name="thema" value="a" form="suche"><span>Wohnen</span>'
        '<span class="muted">1234<span class="kern-sr-only"> Treffer</span></span></label>',
        '<label class="below-1"><input type="checkbox" name="thema" value="b" form="suche" checked><span>Miete</span>'
        '<span class="muted">0<span class="kern-sr-only"> Treffer</span></span></label>',
        '<label class="off below-2"><input type="checkbox" name="thema" value="c" form="suche" disabled><span>Räumung</span>'
        '<span class="muted">0<span class="kern-sr-only"> Treffer</span></span></label>',
    ]


def test_hostile_text_is_escaped() -> None:
    (row,) = shown(Option(HOSTILE, HOSTILE, 1, checked=False), name=HOSTILE, form_id=HOSTILE)
    assert row.count("&quot;&gt;&lt;script&gt;") == 4
