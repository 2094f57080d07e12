"""Changes to vocabularies. Whatever uses a term follows when it is renamed, moved or merged (registry.term_uses)."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Model
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from netzwerk.surfaces import registry
from netzwerk.texts.cleaning import address_part
from netzwerk.vocabulary.access import can_maintain_terms, can_merge_terms, can_propose_terms
from netzwerk.vocabulary.errors import VocabularyError
from netzwerk.vocabulary.models import DEEPEST, TOO_DEEP, FormerTerm, Term, Tree
from netzwerk.vocabulary.rows import with_terms

MERGE_ACTION = "vocabulary.merge_terms"
TAKEN = "Unter dieser Adresse führen Links zu „{}“. Bitte wählen Sie diesen Begriff oder eine andere Adresse."
BEING_SAVED = "Mit diesem Begriff wird gerade etwas gespeichert. Bitte versuchen Sie es gleich noch einmal."


class Use:
    """A registered field whose values are terms: its model, its rows, and the names of their two columns."""

    def __init__(self, entry: registry.TermUse) -> None:
        self.entry = entry
        self.model, self.field = model_and_field(entry)
        self.through: type[Model] = self.field.remote_field.through
        self.owner = self.field.m2m_field_name()  # the foreign key to the object; the one to the term is "term"

    def rows(self, terms: Iterable[Term]):
        return self.through.objects.filter(term__in=[term.pk for term in terms])

    def mark_changed(self, terms: Iterable[Term]) -> None:
        if self.entry.changed:
            self.entry.changed(with_terms(self.model._default_manager.all(), self.field.name, terms))


def model_and_field(entry: registry.TermUse):
    label, _dot, name = entry.key.rpartition(".")
    model = apps.get_model(label)
    return model, model._meta.get_field(name)


def uses_of(vocabulary: str) -> Iterator[Use]:
    for entry in registry.term_uses:
        if entry.vocabulary == vocabulary:
            yield Use(entry)


@transaction.atomic
def save_term(term: Term, *, actor) -> Term:
    """Adds, proposes or changes a term. An old slug redirects to a new one, and what uses the term is told.

    A new term of somebody who may not maintain the vocabularies is a proposal. Raises PermissionDenied, VocabularyError if the
    term was deleted meanwhile, and ValidationError (even for a validated form, if other terms were changed meanwhile).
    """
    if not (can_maintain_terms(actor) if term.pk else can_propose_terms(actor)):
        raise PermissionDenied
    before = lock_vocabularies().get(term.pk)
    if term.pk and before is None:
        raise VocabularyError("Diesen Begriff gibt es nicht mehr, jemand hat ihn gelöscht oder zusammengeführt.")
    term.slug = term.slug or address_part(term.name)[:80]
    former = FormerTerm.objects.filter(vocabulary=term.vocabulary, slug=term.slug)
    if not can_maintain_terms(actor):
        term.is_proposed = True
        if row := former.select_related("term").first():
            raise VocabularyError(TAKEN.format(row.term))
    term.full_clean()
    term.save()
    former.filter(former_pk=None).delete()
    former.update(slug="")
    if before is not None and before.slug != term.slug:
        FormerTerm.objects.update_or_create(vocabulary=term.vocabulary, slug=before.slug, defaults={"term": term})
    if before is not None and (before.name, before.slug, before.parent_id) != (term.name, term.slug, term.parent_id):
        mark_changed([term])
    return term


def merge_term(term: Term, *, into: Term, actor) -> int:
    """Moves what uses the term, narrower terms and former slugs to the other term and deletes this one.

    Returns how many objects changed. Raises PermissionDenied, and VocabularyError if the terms cannot be merged.
    """
    try:
        return _merge_term(term, into, actor)
    except (IntegrityError, OperationalError) as error:  # the latter: a deadlock with somebody who saves a profile
        raise VocabularyError(BEING_SAVED) from error


def merge_impact(term: Term) -> list[tuple[str, int]]:
    """What a merge would move: in words, and how many. Includes drafts."""
    counts = [(use.entry.one, use.entry.many, use.rows([term]).count()) for use in uses_of(term.vocabulary)]
    counts.append(("engerer Begriff", "engere Begriffe", term.narrower.count()))
    return [(one if count == 1 else many, count) for one, many, count in counts if count]


@transaction.atomic
def _merge_term(term: Term, into: Term, actor) -> int:
    if not can_merge_terms(actor):
        raise PermissionDenied
    if term.pk == into.pk or term.vocabulary != into.vocabulary:
        raise VocabularyError("Bitte wählen Sie einen anderen Begriff aus derselben Wortliste.")
    if not {term.pk, into.pk} <= lock_vocabularies().keys():
        raise VocabularyError("Einen der beiden Begriffe gibt es nicht mehr.")
    tree = Tree.load()
    above = tree.path(tree.by_pk[into.pk])
    if term.pk in {one.pk for one in above}:
        raise VocabularyError(f"„{into}“ steht unter „{term}“. Bitte hängen Sie ihn zuerst an eine andere Stelle.")
    narrower = tree.below(term)
    if any(len(above) + tree.levels(one) > DEEPEST for one in narrower):
        raise VocabularyError(f"Unter „{into}“ ist für die engeren Begriffe von „{term}“ kein Platz. {TOO_DEEP}")
    uses = list(uses_of(term.vocabulary))
    count = sum(_move_rows(use, term, into) for use in uses)
    for one in narrower:
        one.parent = into
        one.save(update_fields=["parent"])  # one by one, so that Wagtail updates its reference index
    FormerTerm.objects.filter(term=term).update(term=into)
    log(into, MERGE_ACTION, user=actor, data={"merged": str(term)})
    slug, former_pk = term.slug, term.pk
    _total, gone = term.delete()
    if any(gone.get(use.through._meta.label) for use in uses):  # something got the term after the update above
        raise VocabularyError(BEING_SAVED)
    FormerTerm.objects.update_or_create(
        vocabulary=into.vocabulary, slug=slug, defaults={"term": into, "former_pk": former_pk}
    )
    mark_changed([into])
    return count


def _move_rows(use: Use, term: Term, into: Term) -> int:
    """Returns how many objects had the term."""
    rows = use.rows([term])
    has_both = use.rows([into]).values(use.owner)
    count = rows.count()
    rows.filter(**{f"{use.owner}__in": has_both}).delete()
    rows.update(term=into)
    _move_references(use, term, into)
    return count


def _move_references(use: Use, term: Term, into: Term) -> None:
    """Updates Wagtail's reference index, which bulk updates do not."""
    found = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(use.model),
        to_content_type=ContentType.objects.get_for_model(Term),
        model_path=f"{use.field.name}.",
    )
    has_both = list(found.filter(to_object_id=str(into.pk)).values_list("object_id", flat=True))
    of_term = found.filter(to_object_id=str(term.pk))
    of_term.filter(object_id__in=has_both).delete()
    of_term.update(to_object_id=str(into.pk))


def lock_vocabularies() -> dict[int, Term]:
    """Locks all terms and returns them by primary key: concurrent changes could make a loop or a tree that is too deep. There
    are few terms, and changes are rare."""
    return {one.pk: one for one in Term.objects.select_for_update(no_key=True).order_by("pk")}


def mark_changed(terms: Iterable[Term]) -> None:
    """Tells whatever uses these terms or narrower ones."""
    tree = Tree.load()
    for term in terms:
        affected = {one.pk: one for one in tree.subtree(term)} | {term.pk: term}
        for use in uses_of(term.vocabulary):
            use.mark_changed(affected.values())


def is_used(term: Term) -> bool:
    """Whether anything, including saved drafts, or a narrower term uses it."""
    return any(use.rows([term]).exists() for use in uses_of(term.vocabulary)) or term.narrower.exists()
