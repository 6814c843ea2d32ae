from django.db import migrations, models

ORDERS = {
    "value": "-expected_value", "chance": "-chance", "confidence": "-confidence", "worth": "-total_worth",
    "name": "name", "signature": "expected_signature", "amount": "-amount",
}  # fmt: skip
OPEN, CLOSED = models.Q(closed_on__isnull=True), models.Q(closed_on__isnull=False)
INDEXES = (
    *(
        models.Index(
            fields=[by, "id", "owner", "customer", "verdict", "failing_gate", "closed_on"],
            condition=OPEN,
            name=f"opportunity_by_{name}",
        )
        for name, by in ORDERS.items()
    ),
    models.Index(
        fields=["verdict", "owner", "id", "expected_value", "customer", "failing_gate", "closed_on"],
        condition=OPEN,
        name="opportunity_sums",
    ),
    models.Index(
        fields=["customer", "owner", "id", "verdict", "failing_gate", "closed_on"],
        condition=OPEN,
        name="opportunity_of_customer",
    ),
    models.Index(fields=["-closed_on", "id", "owner", "customer"], condition=CLOSED, name="opportunity_closed"),
)


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0006_lists_from_one_table")]

    operations = [migrations.AddIndex("opportunity", index) for index in INDEXES]
