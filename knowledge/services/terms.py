"""Changes to vocabularies. Reports and links follow a term that is renamed or merged."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from knowledge.access import can_maintain_library
from knowledge.errors import LibraryError
from knowledge.models import FormerTerm, PracticeReport, Term, Tree
from knowledge.models.reports import TERM_FIELDS
from knowledge.models.terms import DEEPEST, TOO_DEEP
from knowledge.search_kinds import PracticeReports
from netzwerk.search.services.marking import mark
from netzwerk.texts.cleaning import address_part

MERGE_ACTION = "knowledge.merge_terms"
BEING_SAVED = "Unter diesem Begriff wird gerade ein Bericht gespeichert. Bitte versuchen Sie es gleich noch einmal."


def slug_of(name: str) -> str:
    return address_part(name)[:80]


@transaction.atomic
def save_term(term: Term, *, actor) -> Term:
    """Adds or changes a term. An old slug redirects to a new one, and its reports are marked for indexing.

    Raises PermissionDenied, LibraryError if the term was deleted meanwhile, and ValidationError (even for a validated form, if
    other terms were changed meanwhile).
    """
    if not can_maintain_library(actor):
        raise PermissionDenied
    before = lock_vocabularies().get(term.pk)
    if term.pk and before is None:
        raise LibraryError("Diesen Begriff gibt es nicht mehr, jemand hat ihn gelöscht oder zusammengeführt.")
    term.slug = term.slug or slug_of(term.name)
    term.full_clean()
    term.save()
    FormerTerm.objects.filter(vocabulary=term.vocabulary, slug=term.slug).delete()
    if before is not None and before.slug != term.slug:
        FormerTerm.objects.update_or_create(vocabulary=term.vocabulary, slug=before.slug, defaults={"term": term})
    if before is not None and (before.name, before.slug, before.parent_id) != (term.name, term.slug, term.parent_id):
        mark_reports_about([term])
    return term


def merge_term(term: Term, *, into: Term, actor) -> int:
    """Moves reports, narrower terms and former slugs to the other term and deletes this one.

    Returns how many reports changed. Raises PermissionDenied, and LibraryError if the terms cannot be merged.
    """
    try:
        return _merge_term(term, into, actor)
    except IntegrityError as error:
        raise LibraryError(BEING_SAVED) from error


def merge_impact(term: Term) -> tuple[int, int]:
    """How many reports, including drafts, and how many narrower terms a merge would move."""
    through = getattr(PracticeReport, TERM_FIELDS[term.vocabulary]).through
    return through.objects.filter(term=term).count(), term.narrower.count()


@transaction.atomic
def _merge_term(term: Term, into: Term, actor) -> int:
    if not can_maintain_library(actor):
        raise PermissionDenied
    if term.pk == into.pk or term.vocabulary != into.vocabulary:
        raise LibraryError("Bitte wählen Sie einen anderen Begriff aus derselben Wortliste.")
    if not {term.pk, into.pk} <= lock_vocabularies().keys():
        raise LibraryError("Einen der beiden Begriffe gibt es nicht mehr.")
    tree = Tree.load()
    above = tree.path(tree.by_pk[into.pk])
    if term.pk in {one.pk for one in above}:
        raise LibraryError(f"„{into}“ steht unter „{term}“. Bitte hängen Sie ihn zuerst an eine andere Stelle.")
    narrower = tree.below(term)
    if any(len(above) + tree.levels(one) > DEEPEST for one in narrower):
        raise LibraryError(f"Unter „{into}“ ist für die engeren Begriffe von „{term}“ kein Platz. {TOO_DEEP}")
    through = getattr(PracticeReport, TERM_FIELDS[term.vocabulary]).through
    rows = through.objects.filter(term=term)
    has_both = through.objects.filter(term=into).values("practicereport")
    count = rows.count()
    rows.filter(practicereport__in=has_both).delete()
    rows.update(term=into)
    _move_references(term, into)
    for one in narrower:
        one.parent = into
        one.save(update_fields=["parent"])  # one by one, so that Wagtail updates its reference index
    FormerTerm.objects.filter(term=term).update(term=into)
    log(into, MERGE_ACTION, user=actor, data={"merged": str(term)})
    slug, former_pk = term.slug, term.pk
    _total, gone = term.delete()
    if gone.get(through._meta.label):  # a report got the term after the update above
        raise LibraryError(BEING_SAVED)
    FormerTerm.objects.update_or_create(
        vocabulary=into.vocabulary, slug=slug, defaults={"term": into, "former_pk": former_pk}
    )
    mark_reports_about([into])
    return count


def _move_references(term: Term, into: Term) -> None:
    """Updates Wagtail's reference index, which bulk updates do not."""
    found = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Term), model_path=f"{TERM_FIELDS[term.vocabulary]}."
    )
    has_both = list(found.filter(to_object_id=str(into.pk)).values_list("object_id", flat=True))
    of_term = found.filter(to_object_id=str(term.pk))
    of_term.filter(object_id__in=has_both).delete()
    of_term.update(to_object_id=str(into.pk))


def lock_vocabularies() -> dict[int, Term]:
    """Locks all terms and returns them by primary key: concurrent changes could make a loop or a tree that is too deep. There
    are few terms, and changes are rare."""
    return {one.pk: one for one in Term.objects.select_for_update(no_key=True).order_by("pk")}


def mark_reports_about(terms: Iterable[Term]) -> None:
    """Marks reports with these terms or narrower ones for indexing."""
    tree = Tree.load()
    for term in terms:
        vocabulary = term.vocabulary
        pks = {one.pk for one in tree.by_pk.values() if term.pk in {above.pk for above in tree.path(one)}} | {term.pk}
        found = PracticeReport.objects.live().filter(**{f"{TERM_FIELDS[vocabulary]}__in": pks})
        mark(PracticeReports(), found.order_by().values_list("pk", flat=True).distinct(), changes_audience=False)


def is_used(term: Term) -> bool:
    """Whether reports, including saved drafts, or narrower terms use it."""
    through = getattr(PracticeReport, TERM_FIELDS[term.vocabulary]).through
    return through.objects.filter(term=term).exists() or term.narrower.exists()
