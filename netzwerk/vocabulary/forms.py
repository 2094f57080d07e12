"""Forms with terms."""

from collections import defaultdict
from typing import Any

from django import forms

from netzwerk.texts.fields import ChoicesField
from netzwerk.vocabulary.models import Term, TermQuerySet


class TermsField(ChoicesField):
    """Terms of one vocabulary to tick, narrower ones indented below their broader one."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=None, **{"required": False, "widget": TermCheckboxes} | options)


class TermCheckboxes(forms.CheckboxSelectMultiple):
    """Check boxes in the order of the tree; `level` of an option says how far it is indented."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        groups = super().optgroups(name, value, attrs)
        below: dict[Any, list] = defaultdict(list)
        offered = {option["value"].value for _group, options, _index in groups for option in options}
        for group in groups:
            parent = group[1][0]["value"].instance.parent_id
            below[parent if parent in offered else None].append(group)
        found: list = []

        def add(parent: Any, level: int) -> None:
            for group, options, _index in below[parent]:
                option = options[0] | {"level": level, "attrs": options[0]["attrs"] | {"data-level": str(level)}}
                found.append((group, [option], len(found)))
                add(option["value"].value, level + 1)

        add(None, 0)
        return found


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        None,
        label="Zusammenführen mit",
        help_text="Was diesen Begriff hat, engere Begriffe und Links gehen auf den anderen über. Das lässt sich nicht "
        "zurücknehmen.",
    )

    def __init__(self, data, *, term: Term, offered: TermQuerySet) -> None:
        super().__init__(data)
        self.fields["into"].queryset = offered.of(term.vocabulary).exclude(pk=term.pk)
