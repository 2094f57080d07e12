"""Widgets of the admin that Wagtail lacks."""

from collections import defaultdict
from typing import Any

from django import forms


class SearchableChoices(forms.CheckboxSelectMultiple):
    """Check boxes in a list with a search box. Options with a `parent_id` are indented below their parent.

    A script adds the search box; without JavaScript there is only the list.
    """

    template_name = "portal/admin/searchable_choices.html"

    class Media:
        js = ("portal/searchable-choices.js",)
        css = {"all": ("portal/searchable-choices.css",)}

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        options = [option for _group, rows, _index in context["widget"]["optgroups"] for option in rows]
        context["widget"]["rows"] = in_tree_order(options)
        context["widget"]["chosen"] = sum(bool(option["selected"]) for option in options)
        return context


def in_tree_order(options: list[dict]) -> list[tuple[int, dict]]:
    """Each option with its level, parents before children. Options whose parent is not offered are on the first level."""
    offered = {str(option["value"]) for option in options}
    below: dict[str, list[dict]] = defaultdict(list)
    for option in options:
        parent = str(getattr(getattr(option["value"], "instance", None), "parent_id", None))
        below[parent if parent in offered else ""].append(option)
    found: list[tuple[int, dict]] = []

    def add(parent: str, level: int) -> None:
        for option in below[parent]:
            found.append((level, option))
            add(str(option["value"]), level + 1)

    add("", 0)
    return found
