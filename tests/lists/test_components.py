"""The components of lists: table, breadcrumb, chips, key figures, dates, empty state."""

from datetime import date

import pytest
import time_machine
from django.template import engines
from django.template.loader import render_to_string

from netzwerk.lists.chips import Chip
from netzwerk.lists.dates import DateEntry, Tag
from netzwerk.lists.figures import Figure
from netzwerk.lists.headings import Heading


def rendered(source: str, **context) -> str:
    return engines["django"].from_string(source).render(context)


def test_a_table_has_a_caption_and_a_heading_for_each_column() -> None:
    html = rendered(
        '{% table title "Name" headings=more hidden="Aktion" %}<tr><td>{{ cell }}</td></tr>{% endtable %}',
        title="Größe & <Art>",
        more=[Heading("Zahl", is_numeric=True), "<Wo>"],
        cell="<x>",
    )
    assert 'role="region" aria-label="Größe &amp; &lt;Art&gt;" tabindex="0"' in html
    assert '<caption class="kern-sr-only">Größe &amp; &lt;Art&gt;</caption>' in html
    assert html.count('<th scope="col"') == 4
    assert 'kern-table__header--numeric">Zahl</th>' in html
    assert '<span class="kern-sr-only">Aktion</span></th>' in html
    assert "&lt;Wo&gt;" in html
    assert "<tr><td>&lt;x&gt;</td></tr>" in html


def test_a_table_that_adapts_by_itself_has_no_frame_and_a_caption_can_show() -> None:
    html = rendered('{% table "Leute" "A" look="people-table" with_caption=True %}{% endtable %}')
    assert "table-frame" not in html
    assert 'class="kern-table people-table"' in html
    assert '<span class="caption">Leute</span>' in html


def test_a_breadcrumb_without_navigation_begins_at_the_start_page() -> None:
    html = rendered('{% breadcrumb here "Oben" "/oben/" %}', here="<Hier>")
    assert '<li><a href="/">Start</a></li><li><a href="/oben/">Oben</a></li>' in html
    assert '<li aria-current="page">&lt;Hier&gt;</li>' in html


def test_steps_of_a_trail_are_links_to_views() -> None:
    html = rendered(
        '{% trail %}{% crumb title "desk:person" 7 %}<li aria-current="page">X</li>{% endtrail %}', title="<A>"
    )
    assert '<li><a href="/geschaeftsstelle/personen/7/">&lt;A&gt;</a></li>' in html
    assert html.count('aria-current="page"') == 1


def test_a_chip_says_which_is_the_current_one() -> None:
    chips = [Chip("Alle", "/a/", is_current=True), Chip("Wohnen", "/b/")]
    html = render_to_string("components/chips.html", {"chips": chips, "label": "Nach Thema"})
    assert '<nav class="chips" aria-label="Nach Thema">' in html
    assert '<a class="chip on" href="/a/" aria-current="true">Alle</a>' in html
    assert '<a class="chip" href="/b/">Wohnen</a>' in html
    assert "<nav" not in render_to_string("components/chips.html", {"chips": chips})


def test_chips_of_filters_take_one_away_and_with_several_all() -> None:
    one = {"chips": [Chip("Wohnen", "?a")], "removable": True, "all_url": "?", "label": "Gewählte Filter"}
    html = render_to_string("components/chips.html", one)
    assert '<span class="kern-sr-only"> entfernen</span>' in html
    assert "Alle Filter löschen" not in html
    several = one | {"chips": [Chip("Wohnen", "?a"), Chip("Arbeit", "?b")]}
    assert '<a class="chip" href="?">Alle Filter löschen</a>' in render_to_string("components/chips.html", several)


def test_a_key_figure_names_what_it_counts_before_its_value() -> None:
    figures = [Figure(4, "Anträge", "/antraege/", ["seit gestern"]), Figure("87 %", "rechtzeitig", is_calm=True)]
    html = render_to_string("components/figures.html", {"figures": figures, "framed": True})
    assert '<dl class="figures is-framed">' in html
    assert (
        '<dt><a class="whole" href="/antraege/">Anträge</a></dt><dd class="figure-value">4</dd>'
        '<dd class="muted">seit gestern</dd>' in html
    )
    assert '<div class="figure is-calm"><dt>rechtzeitig</dt><dd class="figure-value">87 %</dd></div>' in html


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 12, 3), "Do 3. Dez."), (date(2027, 3, 1), "Mo 1. März 2027")])
@time_machine.travel("2026-11-30 12:00", tick=False)
def test_the_badge_of_a_date_names_the_year_where_it_is_another(day: date, shown: str) -> None:
    html = render_to_string("components/date_list.html", {"dates": [DateEntry(day, "Titel", "/t/")]})
    badge = html.partition(f'<time datetime="{day.isoformat()}">')[2].partition("</time>")[0]
    for tag in ("<span>", "</span>", "<b>", "</b>"):
        badge = badge.replace(tag, "")
    assert badge == shown


def test_a_cancelled_date_says_so_in_words_too() -> None:
    entry = DateEntry(
        date(2026, 12, 3), "Titel", "/t/", "online", [Tag("fällt aus", "late"), Tag("ÜE")], is_cancelled=True
    )
    html = render_to_string("components/date_list.html", {"dates": [entry], "level": 2})
    assert '<p class="day is-off">' in html
    assert '<h2 class="date-title"><a class="is-off" href="/t/">Titel</a></h2>' in html
    assert '<span class="tag tag-late">fällt aus</span><span class="tag">ÜE</span>' in html


def test_an_empty_list_in_a_card_is_one_line() -> None:
    small = render_to_string(
        "components/empty.html", {"title": "Keine.", "small": True, "url": "/a/", "label": "Mehr"}
    )
    assert '<p class="muted">Keine.</p><p><a href="/a/">Mehr</a></p>' in small
    assert "svg" not in small
    assert 'class="empty"' in render_to_string("components/empty.html", {"title": "Keine."})
