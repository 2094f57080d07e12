"""The start page of the office desk: tiles, lists and actions from the registry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.figures import Figure
from netzwerk.members.access import can_use_desk
from netzwerk.surfaces import registry
from netzwerk.texts.amounts import counted, sentence, since_in_words


@dataclass(frozen=True)
class Tile(Figure):
    since: date | None = None
    age: str = ""  # "seit 9 Tagen"


@dataclass(frozen=True)
class ListLine:
    title: str
    url: str
    words: str
    number: int | None


@require_safe
@never_cache
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    if not can_use_desk(request.user):
        raise Http404
    tiles = _tiles(request)
    context = {
        "title": "Geschäftsstelle",
        "lead": _lead(tiles),
        "tiles": tiles,
        "groups": _groups(request),
        "actions": [
            {"title": action.title, "url": reverse(action.url_name)}
            for action in registry.desk_actions
            if action.visible(request)
        ],
    }
    return render(request, "portal/desk.html", context)


def _tiles(request: HttpRequest) -> list[Tile]:
    """Those with something open first."""
    tiles, today = [], timezone.localdate()
    for entry in registry.desk_tiles:
        if entry.visible(request):
            waiting = entry.waiting(request)
            since = waiting.since if waiting.number else None
            age = since_in_words(since, today) if since else ""
            url = reverse(entry.url_name) + entry.suffix
            title = entry.title_of_one if waiting.number == 1 and entry.title_of_one else entry.title
            notes = [note for note in (age and f"am längsten {age}", waiting.words) if note]
            tiles.append(Tile(waiting.number, title, url, notes, is_calm=not waiting.number, since=since, age=age))
    return sorted(tiles, key=lambda tile: tile.is_calm)


def _lead(tiles: Iterable[Tile]) -> str:
    waiting = [tile for tile in tiles if not tile.is_calm]
    if not waiting:
        return "Zurzeit wartet nichts."
    words = sentence(counted(len(waiting), "eine Aufgabe wartet.", "Aufgaben warten."))
    oldest = min((tile for tile in waiting if tile.since), key=lambda tile: tile.since, default=None)
    return f"{words} Am längsten: {oldest.label}, {oldest.age}." if oldest else words


def _groups(request: HttpRequest) -> list[tuple[str, list[ListLine]]]:
    """The lists by their headings, in the order of DeskGroup."""
    found: dict[str, list[ListLine]] = {group: [] for group in registry.DeskGroup}
    for entry in registry.desk_lists:
        if entry.visible(request):
            state = entry.state(request)
            url = reverse(entry.url_name) + entry.suffix
            found[entry.group].append(ListLine(entry.title, url, state.words, state.number))
    return [(str(group), lines) for group, lines in found.items() if lines]
