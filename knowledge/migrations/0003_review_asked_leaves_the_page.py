from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0002_review_requests")]

    operations = [migrations.RemoveField(model_name="practicereport", name="review_asked")]
