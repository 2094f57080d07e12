from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_asker_counts'),
    ]

    operations = [
        migrations.AddField(
            model_name='indexchange',
            name='changes_doors',
            field=models.BooleanField(default=True),
        ),
        migrations.AddIndex(
            model_name='indexchange',
            index=models.Index(condition=models.Q(('changes_doors', True), ('drained_at__isnull', True)), fields=['kind', 'object_pk'], name='search_change_hiding'),
        ),
    ]
