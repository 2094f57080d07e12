"""The only signal receivers of the project: apps do not call the search to be indexed, it listens to their models.

Page's `post_save` runs inside Wagtail's transaction, `page_published` and the like outside; hence the model signals. A move
saves only the moved page, as a Page, and changes the URLs of its descendants by a bulk update: they are marked here.
"""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import ModelSignal, m2m_changed, post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction

from netzwerk.search.services.marking import mark
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

MOVED = "_search_moved"
connected_kinds: set[str] = set()  # keys of the kinds whose receivers are connected; checks.py reads them


def kinds_of(model: type[Model]) -> list[SearchKind]:
    """The kinds that rows of this model may belong to. A Page may be of any type: marking it for too many kinds is harmless."""
    return [
        kind
        for kind in registry.search_kinds
        if issubclass(model, kind.model_class) or issubclass(kind.model_class, model)
    ]


def note_url_change(sender: type[Model], instance: Page, **_kwargs: Any) -> None:
    """Before a page with descendants is saved: note whether its URL changes, and with it all of theirs."""
    if instance.pk and instance.numchild:
        before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
        setattr(instance, MOVED, before is not None and before != instance.url_path)


def note_change(
    sender: type[Model], instance: Any, update_fields: frozenset[str] | None = None, **_kwargs: Any
) -> None:
    for kind in kinds_of(sender):
        if not update_fields or not update_fields <= kind.unindexed_fields:
            mark(kind, [instance.pk])
    if getattr(instance, MOVED, False):
        mark_descendants(instance)


def note_dependency(sender: type[Model], instance: Any, **_kwargs: Any) -> None:
    """A row of a model that entries depend on, such as the document of a page."""
    for kind in registry.search_kinds:
        if pks_of := kind.depends_on.get(sender._meta.label):
            mark(kind, pks_of(instance))


def note_links(sender: type[Model], instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """Many-to-many relations such as the topics of an organisation, changed from either side."""
    if action == "pre_clear" and reverse:
        field = next(one for one in kwargs["model"]._meta.many_to_many if one.remote_field.through is sender)
        pks = kwargs["model"]._default_manager.filter(**{field.name: instance.pk}).values_list("pk", flat=True)
    elif action.startswith("post_"):
        pks = (pk_set or ()) if reverse else [instance.pk]
    else:
        return
    for kind in kinds_of(kwargs["model"] if reverse else type(instance)):
        mark(kind, list(pks))


def note_privacy(sender: type[Model], instance: PageViewRestriction, **_kwargs: Any) -> None:
    """A restriction applies to the page and all its descendants."""
    if page := Page.objects.filter(pk=instance.page_id).first():
        mark_descendants(page, inclusive=True)


def note_groups(sender: type[Model], instance: Any, action: str, reverse: bool, **_kwargs: Any) -> None:
    if action.startswith("post_") and not reverse:
        note_privacy(sender, instance)


def mark_descendants(page: Page, *, inclusive: bool = False) -> None:
    """Descendants of any type."""
    pks = list(Page.objects.descendant_of(page, inclusive=inclusive).values_list("pk", flat=True))
    for kind in kinds_of(Page):
        mark(kind, pks)


def connect() -> None:
    """Connect all receivers; called once, after all apps have registered their kinds."""
    connected_kinds.update(kind.key for kind in registry.search_kinds)
    for model in apps.get_models():
        if kinds_of(model):
            for signal in (post_save, post_delete):
                _connect(signal, note_change, model)
            if issubclass(model, Page):
                _connect(pre_save, note_url_change, model)
    for kind in registry.search_kinds:
        for field in kind.model_class._meta.many_to_many:
            _connect(m2m_changed, note_links, field.remote_field.through)
    for label in {label for kind in registry.search_kinds for label in kind.depends_on}:
        for signal in (post_save, pre_delete):  # before deletion: afterwards its relations are gone
            _connect(signal, note_dependency, apps.get_model(label))
    for signal in (post_save, post_delete):
        _connect(signal, note_privacy, PageViewRestriction)
    _connect(m2m_changed, note_groups, PageViewRestriction.groups.through)


def _connect(signal: ModelSignal, receiver: Any, sender: type[Model]) -> None:
    signal.connect(receiver, sender=sender, dispatch_uid=f"search-{receiver.__name__}-{sender._meta.label}")
