from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0004_spelled_names")]

    operations = [
        migrations.RemoveIndex(model_name="judgement", name="judgement_by_value"),
        migrations.RemoveIndex(model_name="judgement", name="judgement_by_chance"),
        *(
            migrations.AddIndex(
                model_name="judgement",
                index=models.Index(
                    condition=models.Q(("latest", True)),
                    fields=[f"-{value}", "opportunity", "verdict", "failing_gate", "latest"],
                    name=f"judgement_by_{name}",
                ),
            )
            for name, value in (
                ("value", "expected_value"), ("chance", "chance"), ("confidence", "confidence"), ("worth", "worth")
            )
        ),
    ]  # fmt: skip
