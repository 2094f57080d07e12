from django.db import migrations, models
from django.db.models import F, Q

SLUG = models.UniqueConstraint(fields=["vocabulary", "slug"], name="vocabulary_term_slug_once")
NAME = models.UniqueConstraint(fields=["vocabulary", "name"], name="vocabulary_term_name_once")
PARENT = models.CheckConstraint(condition=~Q(parent=F("pk")), name="vocabulary_term_not_its_own_parent")
FORMER = models.UniqueConstraint(
    fields=["vocabulary", "slug"], condition=~Q(slug=""), name="vocabulary_former_slug_once"
)


def give_slugs(apps, schema_editor):
    """The way back: every former term had a slug."""
    for former in apps.get_model("vocabulary", "FormerTerm").objects.filter(slug=""):
        former.slug = f"frueher-{former.pk}"
        former.save()


class Migration(migrations.Migration):
    dependencies = [("vocabulary", "0001_initial"), ("knowledge", "0006_terms_of_the_network")]

    operations = [
        migrations.AlterModelOptions(
            name="term",
            options={
                "verbose_name": "Begriff",
                "verbose_name_plural": "Begriffe",
                "ordering": ["vocabulary", "position", "name", "pk"],
                "permissions": [("merge_term", "Kann Begriffe zusammenführen")],
            },
        ),
        migrations.AddField(
            model_name="term",
            name="is_proposed",
            field=models.BooleanField(
                default=False,
                help_text="Nur die Redaktion kann ihn wählen, bis die Geschäftsstelle ihn annimmt.",
                verbose_name="Vorschlag",
            ),
        ),
        migrations.AlterField("formerterm", "slug", models.SlugField(blank=True, max_length=80)),
        migrations.RunPython(migrations.RunPython.noop, give_slugs),
        migrations.RemoveConstraint(model_name="term", name="knowledge_term_slug_once"),
        migrations.RemoveConstraint(model_name="term", name="knowledge_term_name_once"),
        migrations.RemoveConstraint(model_name="term", name="knowledge_term_is_not_its_own_parent"),
        migrations.RemoveConstraint(model_name="formerterm", name="knowledge_former_slug_once"),
        migrations.AddConstraint(model_name="term", constraint=SLUG),
        migrations.AddConstraint(model_name="term", constraint=NAME),
        migrations.AddConstraint(model_name="term", constraint=PARENT),
        migrations.AddConstraint(model_name="formerterm", constraint=FORMER),
    ]
