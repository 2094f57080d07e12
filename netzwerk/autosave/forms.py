"""The mixin of forms whose texts are saved while a person writes: versions, who opened the form, kept texts, choices."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from netzwerk.autosave.models import KeptText
from netzwerk.autosave.opened import Opened, sign_opened
from netzwerk.autosave.services import kept
from netzwerk.autosave.services.kept import KEPT, OPENED, SAVED
from netzwerk.autosave.two_versions import Choice, Part, compare, compose
from netzwerk.surfaces import registry
from netzwerk.surfaces.autosaved import Autosaved, Stored, TextField, version_of
from netzwerk.texts.cleaning import one_line, plain_text
from netzwerk.texts.dates import clock_time, long_date

SEEN, DECIDE = "autosave-seen-", "autosave-decide"
MINE, OTHER, VERSION, CHOICE, ALL = (
    *("autosave-mine-", "autosave-other-", "autosave-version-"),
    *("autosave-choice-", "autosave-all"),
)


def cleaned(field: TextField, text: str) -> str:
    """As it is stored and compared."""
    return (one_line if field.one_line else plain_text)(text)


def moment(at: Any) -> str:
    """10:42 Uhr; on another day with the day."""
    if timezone.localdate(at) == timezone.localdate():
        return clock_time(at)
    return f"{long_date(at)}, {clock_time(at)}"


def hidden(value: str = "", **attributes: str) -> forms.CharField:
    return forms.CharField(required=False, initial=value, widget=forms.HiddenInput(attrs=attributes))


class AutosavedForm:
    """Mixin before Form or ModelForm: a form about `of`, an object of the registered kind `autosaved`, which `key` names
    ("" for something new).

    An unbound form shows what is stored, or (with `gives_back`) a text of this person that was kept. A form that answers a page
    with two versions is bound to the text that the choices make, and does not ask to be saved.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *args: Any,
        autosaved: str,
        of: Any,
        key: str,
        user: Any,
        gives_back: bool = True,
        **kwargs: Any,
    ):
        entry = registry.autosaved.get(autosaved)
        if entry is None:
            raise LookupError(f"{autosaved!r} is not registered in surfaces.registry.autosaved")
        self.autosaved: Autosaved = entry
        self.user = user
        self.stored: Mapping[str, Stored] = entry.read(of)
        self.is_decided = bool(data) and DECIDE in data
        if self.is_decided:
            data = with_choices(data, entry.fields)
        texts = {name: one.text for name, one in self.stored.items()}
        super().__init__(data, *args, initial=kwargs.pop("initial", {}) | texts, **kwargs)
        self.kept: KeptText | None = None
        self.adapt_fields()
        self.opened = Opened(user.pk, entry.key, key)
        self._add_hidden(sign_opened(self.opened))
        if gives_back and not self.is_bound:
            self._restore(kept.oldest_kept(user, entry.key, key))

    def adapt_fields(self) -> None:
        """Where a form takes fields away or gives them their choices."""

    def _add_hidden(self, token: str) -> None:
        self.fields[OPENED] = hidden(token)
        self.fields[KEPT] = hidden()
        for field in self.autosaved_fields:
            stored = self.stored[field.name]
            shown = self.autosaved.saved.format(time=moment(stored.at)) if stored.at else ""
            extra = {"data-autosave-field": field.name, "data-saved": shown}
            self.fields[SEEN + field.name] = hidden(stored.version, **extra)

    def _restore(self, found: tuple[KeptText, QueryDict] | None) -> None:
        """Show a kept text, with the versions that it was based on. One that says what is stored already is forgotten."""
        if found is None:
            return
        row, data = found
        if DECIDE in data:
            data = with_choices(data, self.autosaved.fields)
        known = {OPENED, KEPT, *(start + name for name in data.getlist(SAVED) for start in ("", SEEN))}
        values = {
            name: field.widget.value_from_datadict(data, {}, self.add_prefix(name))
            for name, field in self.fields.items()
            if not isinstance(field, forms.FileField)
            and name not in known
            and not field.widget.value_omitted_from_data(data, {}, self.add_prefix(name))
        }
        typed = {name: value for name, value in values.items() if not name.startswith(SEEN)}
        if not any(self.fields[name].has_changed(self[name].initial, value) for name, value in typed.items()):
            kept.forget_kept(self.opened, str(row.pk))
            return
        self._bound_fields_cache.clear()
        self.initial |= values | {KEPT: row.pk}
        self.kept = row

    @property
    def autosaved_fields(self) -> list[TextField]:
        """Those that this form has."""
        return [field for field in self.autosaved.fields if field.name in self.fields]

    @property
    def wants_saving(self) -> bool:
        """Whether a person sent it to be saved: not while they are choosing between two versions."""
        return self.is_bound and not self.is_decided

    @cached_property
    def typed(self) -> dict[str, str]:
        """The texts as they were sent, cleaned as they are stored, but not converted: a half-written address stays one."""
        sent = {field: self.data.get(self.add_prefix(field.name)) or "" for field in self.autosaved_fields}
        return {field.name: cleaned(field, text) for field, text in sent.items()}

    @property
    def seen(self) -> dict[str, str]:
        """The versions on which the person wrote, by field. Without any, they have seen an empty field."""
        fields = self.autosaved_fields
        return {field.name: self.data.get(SEEN + field.name) or version_of("") for field in fields}

    @property
    def unsaved(self) -> list[str]:
        """Names of the fields that show something else than what is stored."""
        shown = (
            self.typed
            if self.is_bound
            else {field.name: cleaned(field, str(self[field.name].value() or "")) for field in self.autosaved_fields}
        )
        return [name for name, text in shown.items() if text != self.stored[name].text]

    def visible_fields(self) -> list[BoundField]:
        """Says in the hidden inputs which texts are not saved, for the script."""
        for name in self.unsaved:
            self.fields[SEEN + name].widget.attrs["data-unsaved"] = "1"
        return super().visible_fields()

    def forget_kept(self) -> None:
        """To be called when the form has been saved, or what it shows thrown away."""
        kept.forget_kept(self.opened, self.data.get(KEPT))


def with_choices(data: QueryDict, fields: tuple[TextField, ...]) -> QueryDict:
    """What a page with two versions sent, as the form itself would send the text that the choices make. Texts that are longer
    than the field are not compared: the form then shows the person's own, which it does not save."""
    made = data.copy()
    for field in fields:
        version = data.get(VERSION + field.name)
        if not version:
            continue
        mine, other = (cleaned(field, data.get(side + field.name) or "") for side in (MINE, OTHER))
        if max(len(mine), len(other)) > field.max_length:  # not from our page
            made[field.name] = mine
            continue
        parts = compare(mine, other)
        made[field.name] = compose(parts, choices_in(data, field, parts))
        made[SEEN + field.name] = version
    return made


def choices_in(data: QueryDict, field: TextField, parts: Iterable[Part]) -> dict[int, Choice]:
    """The choice at each difference; one that was not made, or that nobody was offered, is left out."""
    everywhere = data.get(ALL)
    sent = {
        part.number: everywhere or data.get(f"{CHOICE}{field.name}-{part.number}") for part in parts if part.number
    }
    known = {number: Choice(value) for number, value in sent.items() if value in list(Choice)}
    if field.one_line:
        return {
            number: known[number] if known.get(number) in (Choice.MINE, Choice.OTHER) else Choice.MINE
            for number in sent
        }
    return known
