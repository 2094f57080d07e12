"""The field of the page editor in which references are picked: ReferencesPanel, with ReferencesPageForm as the form's base."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.urls import reverse_lazy
from wagtail.admin import compare
from wagtail.admin.panels import FieldPanel

from netzwerk.lists.picking import MOST_FOUND, Candidate, PickerField, PickerWidget
from netzwerk.portal.models.page_form import PortalPageForm
from netzwerk.portal.models.references import (
    Reference,
    Target,
    kind_of,
    kinds_to_refer_to,
    links_of,
    references_to,
    resolve,
)
from netzwerk.surfaces import registry

UNSEEN = "Verweis, den Sie nicht sehen dürfen"


def key_of(target: Target) -> str:
    return f"{target[0]}:{target[1]}"


def target_of(key: str) -> Target | None:
    """None for a key that nobody can have picked."""
    kind, _colon, pk = key.partition(":")
    return (kind, int(pk)) if pk.isdecimal() and len(pk) <= 18 else None


class References:
    """What a user may refer to, for a PickerField; `kept` are references that exist, which stay whatever the user may see."""

    def __init__(self, user: Any, kept: Sequence[Reference] = (), leave_out: Target | None = None) -> None:
        self.user, self.leave_out = user, leave_out
        self.kept = {key_of(one.target): one for one in kept}

    def find(self, words: str) -> list[Candidate]:
        if not words:
            return []
        kinds = [kind.key for kind in kinds_to_refer_to()]
        found = [target for offer in registry.reference_offers for target in offer.find(self.user, words, kinds)]
        return list(self._candidates([one for one in found if one != self.leave_out]).values())[:MOST_FOUND]

    def look_up(self, keys: Sequence[str]) -> dict[str, Candidate]:
        found = self._candidates([target for key in keys if (target := target_of(key))])
        for key in keys:
            if key in self.kept and key not in found:
                then = resolve([self.kept[key]], self.user)
                title, note = (then[0].title, "nicht mehr zu sehen") if then else (UNSEEN, "")
                found[key] = Candidate(key, title, note)
        return found

    def pick(self, keys: Sequence[str]) -> list[Reference]:
        """References as they were kept, or new ones; numbered in this order."""
        new = [target for key in keys if key not in self.kept and (target := target_of(key))]
        made = {key_of(one.target): one for one in references_to(new, self.user)}
        rows = [self.kept.get(key) or made[key] for key in keys if key in self.kept or key in made]
        for position, row in enumerate(rows):
            row.sort_order = position
        return rows

    def _candidates(self, targets: Sequence[Target]) -> dict[str, Candidate]:
        links = links_of(targets, self.user)
        return {
            key_of(one): Candidate(key_of(one), links[one].title, registry.search_kinds.get(one[0]).label)
            for one in dict.fromkeys(targets)
            if one in links and one != self.leave_out
        }


class ReferencesWidget(PickerWidget):
    """With a script that searches without sending the whole page of the editor."""

    search_label = "Bericht, Nachricht, Seite oder Organisation suchen"
    address = reverse_lazy("portal_reference_hits")

    class Media:
        js = ("portal/picker.js",)
        css = {"all": ("portal/picker-admin.css",)}


class ReferencesField(PickerField):
    widget = ReferencesWidget


class ReferencesPageForm(PortalPageForm):
    references = ReferencesField(
        label="Mehr dazu",
        required=False,
        can_be_moved=True,
        help_text="Berichte, Nachrichten, Seiten und Organisationen, auf die diese Seite am Ende verweist.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = sorted(self.instance.references.all(), key=lambda one: one.sort_order)
        own = kind_of(type(self.instance))
        leave_out = (own.key, self.instance.pk) if own and self.instance.pk else None
        self.fields["references"].source = References(self.for_user, kept, leave_out)
        self.initial["references"] = [key_of(one.target) for one in kept]

    def save(self, commit: bool = True) -> Any:
        name = self.add_prefix("references")
        if not self.fields["references"].widget.value_omitted_from_data(self.data, self.files, name):
            self.instance.references.set(self.cleaned_data["references"])
        return super().save(commit)


class ReferencesComparison(compare.ChildRelationComparison):
    def __init__(self, field: Any, before: Any, after: Any) -> None:
        titles = [partial(compare.TextFieldComparison, Reference._meta.get_field("title"))]
        super().__init__(field, titles, before, after, label="Mehr dazu")


class ReferencesPanel(FieldPanel):
    """The field "references", which is no field of the model but a relation; versions are compared by it."""

    def __init__(self, field_name: str = "references", required_on_save: bool = True, **kwargs: Any) -> None:
        # Otherwise the panel would ask the field of the model; the picker is never required.
        super().__init__(field_name, required_on_save=required_on_save, **kwargs)

    def get_comparison_class(self) -> type[ReferencesComparison]:
        return ReferencesComparison
