from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0002_preview")]

    operations = [
        migrations.RemoveIndex(model_name="judgement", name="judgement_by_verdict"),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(
                condition=models.Q(("latest", True)),
                fields=["verdict", "opportunity", "expected_value", "latest"],
                name="judgement_by_verdict",
            ),
        ),
    ]
