import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Capacity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.batch",
                    ),
                ),
                ("function", models.CharField(max_length=30)),
                ("month", models.DateField()),
                ("hours", models.FloatField(blank=True, null=True)),
                ("money", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("function__in", ["sales", "presales", "delivery", "finance", "legal", "management"])
                        ),
                        name="capacity_function_is_a_choice",
                        violation_error_message="Take one of the choices of “function”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)),
                        name="capacity_hours_in_bounds",
                        violation_error_message="“hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("money__gte", 0)),
                        name="capacity_money_in_bounds",
                        violation_error_message="“money” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("function", "month"),
                        name="capacity_once",
                        violation_error_message="There is already such a row on “Capacity”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
    ]
