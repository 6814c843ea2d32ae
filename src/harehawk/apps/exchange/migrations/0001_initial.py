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
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("language", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("problems", "has problems"),
                            ("staged", "waits for your word"),
                            ("storing", "being stored"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                            ("failed", "did not work"),
                            ("undone", "taken back"),
                        ],
                        default="reading",
                        max_length=10,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("now", models.CharField(blank=True, max_length=100)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("cancel", models.BooleanField(default=False)),
                ("summary", models.JSONField(default=list)),
                ("problems", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                ("failure", models.TextField(blank=True)),
                (
                    "batch",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="book", to="access.batch"
                    ),
                ),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Staged",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="staged", to="exchange.import"
                    ),
                ),
                ("sheet", models.CharField(max_length=30)),
                ("columns", models.JSONField()),
                ("rows", models.JSONField()),
            ],
            options={
                "indexes": [models.Index(fields=["book", "id"], name="staged_of_book")],
                "constraints": [],
            },
        ),
    ]
