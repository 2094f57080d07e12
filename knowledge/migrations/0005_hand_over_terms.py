"""Renames the tables of terms, which become models of the vocabulary (vocabulary.0001). Their rows keep their ids."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0004_drop_unread_index")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("term", "vocabulary_term"),
                migrations.AlterModelTable("formerterm", "vocabulary_formerterm"),
            ]
        )
    ]
