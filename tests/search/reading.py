"""Reads pages of the portal search as a person does."""

import re
from html import unescape

from django.test import Client
from django.utils.http import urlencode

URL = "/suche/"
WORD = "Zimtschneckenmolch"  # occurs nowhere in the demo


def html_of(client: Client | None = None, **query: object) -> str:
    answer = (client or Client()).get(f"{URL}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def heading(html: str) -> str:
    return unescape(re.search(r"<h1>(.*?)</h1>", html)[1])


def found(html: str) -> list[str]:
    """Titles in the list of results, in their order."""
    return [text_of(one) for one in re.findall(r'<h2 class="found-title">(.*?)</h2>', html)]


def tabs(html: str) -> dict[str, int]:
    pairs = re.findall(r'class="tab[^>]*>([^<]+?) <span class="tab-count">(\d+)', html)
    return {label: int(count) for label, count in pairs}


def options(html: str, name: str) -> dict[str, tuple[int, str]]:
    """Of a facet: number of results and state (checked or disabled) by value."""
    pattern = rf'name="{name}" value="([^"]+)"[^>]*?(checked|disabled)?><span>.*?<span class="muted">(\d+)'
    return {value: (int(count), state) for value, state, count in re.findall(pattern, html)}


def links(html: str, words: str) -> list[str]:
    return [unescape(url) for url in re.findall(rf'<a [^>]*href="([^"]+)"[^>]*>(?:<span>)?{words}', html)]
