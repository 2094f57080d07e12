from django.db import migrations, models

TOPICS = {"vocabulary": "themenfeld"}


class Migration(migrations.Migration):
    dependencies = [("members", "0010_topics_to_terms")]

    operations = [
        migrations.RemoveField("organisation", "topics"),
        migrations.RemoveField("user", "topics"),
        migrations.RenameField("organisation", "terms", "topics"),
        migrations.RenameField("user", "terms", "topics"),
        migrations.AlterField(
            "organisation",
            "topics",
            models.ManyToManyField(
                blank=True,
                limit_choices_to=TOPICS,
                related_name="organisations",
                to="vocabulary.term",
                verbose_name="Themen",
            ),
        ),
        migrations.AlterField(
            "user",
            "topics",
            models.ManyToManyField(
                blank=True,
                limit_choices_to=TOPICS,
                related_name="people",
                to="vocabulary.term",
                verbose_name="Fragen Sie mich zu",
            ),
        ),
    ]
