"""The topics of organisations and people become terms of the network's topics.

A topic with the name or the slug of a term becomes this term (the first one: each term replaces one topic only), any other a new
term behind them. FormerTopic says for each topic which term it is and whether the term is new, so that the way back is exact:
topics get their ids, names and slugs back, and so do profiles. A term that profiles got since then becomes a topic.
"""

from django.db import migrations

TOPICS = "themenfeld"


def make_terms(apps, schema_editor):
    Term, FormerTerm = apps.get_model("vocabulary", "Term"), apps.get_model("vocabulary", "FormerTerm")
    FormerTopic = apps.get_model("members", "FormerTopic")
    taken, position = set(), 1000
    for topic in FormerTopic.objects.order_by("pk"):
        term = twin_of(topic, Term, taken)
        if term is None:
            position += 1
            term = Term.objects.create(
                vocabulary=TOPICS,
                name=free([Term], "name", topic.name, " (Netzwerk)"),
                slug=free([Term, FormerTerm], "slug", topic.slug, "-netzwerk"),
                position=position,
            )
            topic.made_term = True
        has_slug = Term.objects.filter(vocabulary=TOPICS, slug=topic.slug).exists()
        if not has_slug and not FormerTerm.objects.filter(vocabulary=TOPICS, slug=topic.slug).exists():
            FormerTerm.objects.create(vocabulary=TOPICS, slug=topic.slug, term=term)
            topic.made_former = True
        topic.term = term
        topic.save()
        taken.add(term.pk)
    terms = dict(FormerTopic.objects.values_list("pk", "term_id"))
    for model, owner in owners(apps):
        rows = model.topics.through.objects.values_list(owner, "formertopic_id")
        through = model.terms.through
        through.objects.bulk_create(
            (through(**{owner: pk, "term_id": terms[topic]}) for pk, topic in rows.iterator()), batch_size=1000
        )


def owners(apps):
    yield apps.get_model("members", "Organisation"), "organisation_id"
    yield apps.get_model("members", "User"), "user_id"


def twin_of(topic, Term, taken):
    terms = Term.objects.filter(vocabulary=TOPICS).exclude(pk__in=taken).order_by("pk")
    same_name = next((one for one in terms if one.name.casefold() == topic.name.casefold()), None)
    return same_name or terms.filter(slug=topic.slug).first()


def free(models, field, value, suffix):
    """The value, or with a suffix and a number if it is taken in one of these models."""
    found, number = value, 1
    while any(model.objects.filter(vocabulary=TOPICS, **{field: found}).exists() for model in models):
        number += 1
        ending = f"{suffix}{number}" if number > 2 else suffix
        found = value[: 80 - len(ending)] + ending
    return found


def make_topics(apps, schema_editor):
    Term, FormerTerm = apps.get_model("vocabulary", "Term"), apps.get_model("vocabulary", "FormerTerm")
    FormerTopic = apps.get_model("members", "FormerTopic")
    topics = dict(FormerTopic.objects.exclude(term=None).values_list("term_id", "pk"))
    for model, owner in owners(apps):
        for term in Term.objects.filter(pk__in=model.terms.through.objects.values("term_id")).exclude(pk__in=topics):
            names = FormerTopic.objects
            name = term.name if not names.filter(name=term.name).exists() else f"{term.name[:68]} ({term.pk})"
            slug = term.slug if not names.filter(slug=term.slug).exists() else f"{term.slug[:68]}-{term.pk}"
            topics[term.pk] = FormerTopic.objects.create(name=name, slug=slug, term=term).pk
        through = model.topics.through
        through.objects.all().delete()
        rows = model.terms.through.objects.values_list(owner, "term_id")
        through.objects.bulk_create(
            (through(**{owner: pk, "formertopic_id": topics[term]}) for pk, term in rows.iterator()), batch_size=1000
        )
    for topic in FormerTopic.objects.filter(made_former=True):
        FormerTerm.objects.filter(vocabulary=TOPICS, slug=topic.slug, term=topic.term_id).delete()
    made = list(FormerTopic.objects.filter(made_term=True).values_list("term_id", flat=True))
    for model, _owner in owners(apps):
        model.terms.through.objects.all().delete()
    FormerTopic.objects.update(term=None, made_term=False, made_former=False)
    for term in Term.objects.filter(pk__in=made, narrower=None):
        if not is_used(term):
            term.delete()


def is_used(term):
    """Whether a page has the term."""
    return any(
        field.through.objects.filter(term_id=term.pk).exists()
        for field in term._meta.get_fields(include_hidden=True)
        if field.auto_created and field.many_to_many and field.related_model._meta.app_label != "members"
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0009_former_topics")]

    operations = [migrations.RunPython(make_terms, make_topics)]
