"""Makes room for the topics as terms; 0010 moves the rows."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0008_participants_need_no_role"), ("vocabulary", "0002_proposals")]

    operations = [
        migrations.RenameModel("Topic", "FormerTopic"),
        migrations.AlterModelOptions(
            name="formertopic",
            options={
                "ordering": ["name"],
                "verbose_name": "früheres Thema",
                "verbose_name_plural": "frühere Themen",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="formertopic",
            name="term",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="vocabulary.term"
            ),
        ),
        migrations.AddField(model_name="formertopic", name="made_term", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="formertopic", name="made_former", field=models.BooleanField(default=False)),
        migrations.AddField("organisation", "terms", models.ManyToManyField(to="vocabulary.term", related_name="+")),
        migrations.AddField("user", "terms", models.ManyToManyField(to="vocabulary.term", related_name="+")),
    ]
