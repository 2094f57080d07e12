"""Keeping the vocabularies: a term that is renamed or merged takes its reports and its links along."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify
from wagtail.log_actions import log

from knowledge.access import can_keep_library
from knowledge.errors import LibraryError
from knowledge.models import FormerTerm, PracticeReport, Term, Tree
from knowledge.models.reports import TERM_FIELDS
from knowledge.search_kinds import PracticeReports
from netzwerk.members.folding import SPELLED_OUT
from netzwerk.search.services.marking import mark


def slug_of(name: str) -> str:
    return slugify(name.lower().translate(SPELLED_OUT))[:80]


@transaction.atomic
def save_term(term: Term, *, actor) -> Term:
    """A new term or a changed one. Where its address changes, the old one leads to it; its reports are searched anew."""
    if not can_keep_library(actor):
        raise PermissionDenied
    before = Term.objects.select_for_update().filter(pk=term.pk).first() if term.pk else None
    term.slug = term.slug or slug_of(term.name)
    term.full_clean()
    term.save()
    FormerTerm.objects.filter(vocabulary=term.vocabulary, slug=term.slug).delete()
    if before is not None and before.slug != term.slug:
        FormerTerm.objects.update_or_create(vocabulary=term.vocabulary, slug=before.slug, defaults={"term": term})
    if before is not None and (before.name, before.slug, before.parent_id) != (term.name, term.slug, term.parent_id):
        mark_reports_about([term])
    return term


@transaction.atomic
def merge_term(term: Term, *, into: Term, actor) -> int:
    """Two terms become one: reports, narrower terms and addresses go over to the other. Returns how many reports changed."""
    if not can_keep_library(actor):
        raise PermissionDenied
    if term.pk == into.pk or term.vocabulary != into.vocabulary:
        raise LibraryError("Bitte wählen Sie einen anderen Begriff aus derselben Wortliste.")
    locked = {one.pk: one for one in Term.objects.select_for_update().filter(pk__in=[term.pk, into.pk]).order_by("pk")}
    if len(locked) < 2:
        raise LibraryError("Einen der beiden Begriffe gibt es nicht mehr.")
    tree = Tree.load()
    if term.pk in {above.pk for above in tree.path(tree.by_pk[into.pk])}:
        raise LibraryError(f"„{into}“ steht unter „{term}“. Bitte hängen Sie ihn zuerst an eine andere Stelle.")
    through = getattr(PracticeReport, TERM_FIELDS[term.vocabulary]).through
    rows = through.objects.filter(term=term)
    has_both = through.objects.filter(term=into).values("practicereport")
    count = rows.count()
    rows.filter(practicereport__in=has_both).delete()
    rows.update(term=into)
    Term.objects.filter(parent=term).update(parent=into)
    FormerTerm.objects.filter(term=term).update(term=into)
    log(term, "wagtail.delete", user=actor, data={"merged_into": str(into)})
    slug, former_pk = term.slug, term.pk
    term.delete()
    FormerTerm.objects.update_or_create(
        vocabulary=into.vocabulary, slug=slug, defaults={"term": into, "former_pk": former_pk}
    )
    mark_reports_about([into])
    return count


def mark_reports_about(terms: Iterable[Term]) -> None:
    """The search learns reports under these terms and all that are narrower anew."""
    tree = Tree.load()
    for term in terms:
        vocabulary = term.vocabulary
        pks = {one.pk for one in tree.by_pk.values() if term.pk in {above.pk for above in tree.path(one)}} | {term.pk}
        found = PracticeReport.objects.live().filter(**{f"{TERM_FIELDS[vocabulary]}__in": pks})
        mark(PracticeReports(), found.order_by().values_list("pk", flat=True).distinct(), changes_doors=False)


def is_used(term: Term) -> bool:
    """Whether reports, drafts that have been saved among them, or narrower terms stand under it."""
    through = getattr(PracticeReport, TERM_FIELDS[term.vocabulary]).through
    return through.objects.filter(term=term).exists() or term.narrower.exists()
