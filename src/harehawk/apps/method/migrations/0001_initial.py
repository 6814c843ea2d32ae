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
            name="Company",
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
                ("name", models.TextField()),
                ("currency", models.TextField(blank=True)),
                ("rate_purchase", models.FloatField(blank=True, null=True)),
                ("rate_bid", models.FloatField(blank=True, null=True)),
                ("rate_win", models.FloatField(blank=True, null=True)),
                ("hour_price", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("cost_of_capital", models.FloatField(blank=True, null=True)),
                ("loss_given_default", models.FloatField(blank=True, null=True)),
                ("rivals_modelled", models.BooleanField(blank=True, null=True)),
                ("only", models.BooleanField(default=True, editable=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="company_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate_purchase__gte", 0.01), ("rate_purchase__lte", 0.99)),
                        name="company_rate_purchase_in_bounds",
                        violation_error_message="“of ten signals, how many become a purchase” must be from 1%% to 99%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate_bid__gte", 0.01), ("rate_bid__lte", 0.99)),
                        name="company_rate_bid_in_bounds",
                        violation_error_message="“of those, could we bid” must be from 1%% to 99%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate_win__gte", 0.01), ("rate_win__lte", 0.99)),
                        name="company_rate_win_in_bounds",
                        violation_error_message="“of those, do we win” must be from 1%% to 99%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hour_price__gte", 0)),
                        name="company_hour_price_in_bounds",
                        violation_error_message="“hour price” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost_of_capital__gte", 0), ("cost_of_capital__lte", 1)),
                        name="company_cost_of_capital_in_bounds",
                        violation_error_message="“cost of capital a year” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("loss_given_default__gte", 0), ("loss_given_default__lte", 1)),
                        name="company_loss_given_default_in_bounds",
                        violation_error_message="“loss given default” must be from 0%% to 100%%.",
                    ),
                    models.UniqueConstraint(
                        fields=("name",),
                        name="company_once",
                        violation_error_message="There is already such a row on “Company”. Change that one.",
                    ),
                    models.CheckConstraint(condition=models.Q(("only", True)), name="company_is_ours"),
                    models.UniqueConstraint(
                        fields=("only",),
                        name="company_one_row",
                        violation_error_message="There is one company here: your own. Change that row.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CustomerClass",
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
                ("code", models.CharField(max_length=500, unique=True)),
                ("shift", models.FloatField(blank=True, null=True)),
                ("importance", models.FloatField(blank=True, null=True)),
                ("fit", models.FloatField(blank=True, null=True)),
                ("reference", models.FloatField(blank=True, null=True)),
                ("learning", models.FloatField(blank=True, null=True)),
                ("capital_limit", models.FloatField(blank=True, null=True)),
                ("credit_limit", models.FloatField(blank=True, null=True)),
                ("margin_floor", models.FloatField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("margin", models.FloatField(blank=True, null=True)),
                ("milestones", models.JSONField(blank=True, default=list)),
                ("hours_sales", models.FloatField(blank=True, null=True)),
                ("hours_presales", models.FloatField(blank=True, null=True)),
                ("hours_delivery", models.FloatField(blank=True, null=True)),
                ("nurtures", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        name="classes_code_there",
                        violation_error_message="Fill “class”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("shift__gte", -3), ("shift__lte", 3)),
                        name="classes_shift_in_bounds",
                        violation_error_message="“shift of rates” must be from -3 to 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("importance__gte", 0), ("importance__lte", 1)),
                        name="classes_importance_in_bounds",
                        violation_error_message="“importance, % of gross margin a point” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fit__gte", 0), ("fit__lte", 1)),
                        name="classes_fit_in_bounds",
                        violation_error_message="“fit, % of gross margin a point” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reference__gte", 0), ("reference__lte", 1)),
                        name="classes_reference_in_bounds",
                        violation_error_message="“reference, % of gross margin a point” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("learning__gte", 0), ("learning__lte", 1)),
                        name="classes_learning_in_bounds",
                        violation_error_message="“learning, % of gross margin a point” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capital_limit__gte", 0), ("capital_limit__lte", 5)),
                        name="classes_capital_limit_in_bounds",
                        violation_error_message="“capital limit, % of contract” must be from 0%% to 500%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("credit_limit__gte", 0), ("credit_limit__lte", 1)),
                        name="classes_credit_limit_in_bounds",
                        violation_error_message="“credit loss limit, % of contract” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("margin_floor__gte", -1), ("margin_floor__lte", 1)),
                        name="classes_margin_floor_in_bounds",
                        violation_error_message="“margin floor” must be from -100%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="classes_amount_in_bounds",
                        violation_error_message="“amount if not entered” must be at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("margin__gte", -1), ("margin__lte", 1)),
                        name="classes_margin_in_bounds",
                        violation_error_message="“margin if not entered” must be from -100%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_sales__gte", 0)),
                        name="classes_hours_sales_in_bounds",
                        violation_error_message="“full effort, sales hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_presales__gte", 0)),
                        name="classes_hours_presales_in_bounds",
                        violation_error_message="“full effort, presales hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_delivery__gte", 0)),
                        name="classes_hours_delivery_in_bounds",
                        violation_error_message="“full effort, delivery hours” must be at least 0.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
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
                ("code", models.CharField(max_length=500)),
                ("customer_class", models.CharField(blank=True, max_length=500)),
                ("name", models.TextField(blank=True)),
                ("gate", models.IntegerField(blank=True, null=True)),
                ("swing", models.FloatField(blank=True, null=True)),
                ("prior", models.FloatField(blank=True, null=True)),
                ("must", models.BooleanField(blank=True, null=True)),
                ("help", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        name="criteria_code_there",
                        violation_error_message="Fill “code”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gate__gte", 1), ("gate__lte", 3)),
                        name="criteria_gate_in_bounds",
                        violation_error_message="“gate” must be from 1 to 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("swing__gte", 0), ("swing__lte", 3)),
                        name="criteria_swing_in_bounds",
                        violation_error_message="“moves” must be from 0 to 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prior__gte", 0.01), ("prior__lte", 0.99)),
                        name="criteria_prior_in_bounds",
                        violation_error_message="“prior” must be from 1%% to 99%%.",
                    ),
                    models.UniqueConstraint(
                        fields=("code", "customer_class"),
                        name="criteria_once",
                        violation_error_message="There is already such a row on “Criteria”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("settings", models.JSONField()),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
    ]
