from typing import Any

from django.db import migrations, models

JUDGED = ("verdict", "failing_gate", "expected_value", "chance", "confidence", "worth")


def copy(apps: Any, _: Any) -> None:  # noqa: ANN401  as migrations call it
    """What latest judgements and outcomes say, onto their opportunities."""
    rows = apps.get_model("opportunities", "Opportunity").objects
    latest = apps.get_model("opportunities", "Judgement").objects.filter(latest=True)
    ended = apps.get_model("opportunities", "Outcome").objects.filter(withdrawn=False).order_by("closed_on")
    for values in latest.values("opportunity", *JUDGED).iterator():
        rows.filter(pk=values.pop("opportunity")).update(total_worth=values.pop("worth"), **values)
    for number, day in ended.values_list("opportunity", "closed_on"):
        rows.filter(pk=number).update(closed_on=day)


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0005_orders_of_a_list")]

    operations = [
        *(migrations.RemoveIndex("opportunity", f"opportunity_by_{name}") for name in ("name", "signature", "amount")),
        *(
            migrations.RemoveIndex("judgement", f"judgement_by_{name}")
            for name in ("verdict", "value", "chance", "confidence", "worth")
        ),
        migrations.AddField("opportunity", "closed_on", models.DateField(null=True, editable=False)),
        migrations.AddField("opportunity", "verdict", models.CharField(max_length=20, default="", editable=False)),
        migrations.AddField("opportunity", "failing_gate", models.PositiveSmallIntegerField(null=True, editable=False)),
        *(
            migrations.AddField("opportunity", name, models.FloatField(null=True, editable=False))
            for name in ("expected_value", "chance", "confidence", "total_worth")
        ),
        migrations.RunPython(copy, migrations.RunPython.noop),
    ]
