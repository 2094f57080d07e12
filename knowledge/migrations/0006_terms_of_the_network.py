"""The fields of reports point to terms of the vocabulary. Their tables stay as they are: only the state changes."""

import modelcluster.fields
from django.db import migrations

FIELDS = {
    "topics": ("themenfeld", "Themenfeld"),
    "phases": ("phase", "Phase des Case Management"),
    "groups": ("zielgruppe", "Zielgruppe"),
    "provider_kinds": ("traegerart", "Art des Trägers"),
    "sizes": ("groessenklasse", "Größe der Kommune"),
    "regions": ("region", "Region"),
    "laws": ("rechtskreis", "Rechtskreis"),
}


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0005_hand_over_terms"), ("vocabulary", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *(
                    migrations.AlterField(
                        model_name="practicereport",
                        name=name,
                        field=modelcluster.fields.ParentalManyToManyField(
                            blank=True,
                            limit_choices_to={"vocabulary": vocabulary},
                            related_name="+",
                            to="vocabulary.term",
                            verbose_name=label,
                        ),
                    )
                    for name, (vocabulary, label) in FIELDS.items()
                ),
                migrations.DeleteModel(name="FormerTerm"),
                migrations.DeleteModel(name="Term"),
            ]
        )
    ]
