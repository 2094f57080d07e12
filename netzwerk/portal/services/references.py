"""References of things that are no pages. Those of a page are part of its content, and are published with it."""

from collections.abc import Sequence

from django.db import transaction

from netzwerk.portal.models.references import Reference, kinds_to_refer_to


@transaction.atomic
def set_references(kind: str, pk: int, rows: Sequence[Reference]) -> None:
    """Make these rows (the value of a References field) the references of a thing, in their order.

    Checks no permission: the service of the feature that owns the thing has done so, has locked it, and logs the change. Raises
    ValueError for a kind that nothing can refer to, which could never show its references.
    """
    if kind not in {one.key for one in kinds_to_refer_to()}:
        raise ValueError(f"{kind!r} is no kind of thing with references")
    Reference.objects.by(kind, pk).exclude(pk__in=[row.pk for row in rows if row.pk]).delete()
    for position, row in enumerate(rows):
        row.source_kind, row.source_id, row.sort_order = kind, pk, position
        row.full_clean()
        row.save()
