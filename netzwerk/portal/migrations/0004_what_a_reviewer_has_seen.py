from django.db import migrations, models


class Migration(migrations.Migration):
    """An approval names what it was given for. Those given before name nothing: what they scheduled is submitted anew."""

    dependencies = [("portal", "0003_menu_by_an_index_of_its_own")]

    operations = [
        migrations.AddField(
            model_name="foureyestaskstate",
            name="seen",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
