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
            name="Colleague",
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
                ("key", models.CharField(max_length=500, unique=True)),
                ("name", models.CharField(max_length=500)),
                ("function", models.CharField(blank=True, max_length=30)),
                ("rank", models.IntegerField(blank=True, null=True)),
                (
                    "reports_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="customers.colleague",
                    ),
                ),
                ("team", models.TextField(blank=True)),
                ("skills", models.TextField(blank=True)),
                ("free_hours", models.FloatField(blank=True, null=True)),
                ("email", models.TextField(blank=True)),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="colleague",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="colleagues_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("function__in", ["", "sales", "presales", "delivery", "finance", "legal", "management"])
                        ),
                        name="colleagues_function_is_a_choice",
                        violation_error_message="Take one of the choices of “function”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__gte", 1), ("rank__lte", 20)),
                        name="colleagues_rank_in_bounds",
                        violation_error_message="“rank” must be from 1 to 20.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("free_hours__gte", 0)),
                        name="colleagues_free_hours_in_bounds",
                        violation_error_message="“free hours a month” must be at least 0.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Customer",
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
                ("key", models.CharField(max_length=500, unique=True)),
                ("name", models.CharField(max_length=500)),
                ("customer_class", models.CharField(blank=True, max_length=500)),
                ("customer_type", models.CharField(blank=True, max_length=30)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="customers.customer",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="customers",
                        to="customers.colleague",
                    ),
                ),
                ("industry", models.TextField(blank=True)),
                ("region", models.TextField(blank=True)),
                ("payment_class", models.CharField(blank=True, max_length=30)),
                ("importance", models.FloatField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["name"], name="customer_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="customers_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("customer_type__in", ["", "state-owned", "private", "foreign", "public body"])
                        ),
                        name="customers_customer_type_is_a_choice",
                        violation_error_message="Take one of the choices of “type”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("payment_class__in", ["", "A", "B", "C"])),
                        name="customers_payment_class_is_a_choice",
                        violation_error_message="Take one of the choices of “payment class”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("importance__gte", -2), ("importance__lte", 2)),
                        name="customers_importance_in_bounds",
                        violation_error_message="“importance” must be from -2 to 2.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                ("key", models.CharField(max_length=500, unique=True)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="customers.customer"
                    ),
                ),
                ("title", models.TextField()),
                ("department", models.TextField(blank=True)),
                ("rank", models.IntegerField(blank=True, null=True)),
                (
                    "reports_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="customers.post",
                    ),
                ),
                ("site", models.TextField(blank=True)),
                ("in_charge_of", models.ManyToManyField(blank=True, related_name="under", to="customers.post")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="posts_id_there",
                        violation_error_message="Fill “id”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="posts_title_there",
                        violation_error_message="Fill “title”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__gte", 1), ("rank__lte", 20)),
                        name="posts_rank_in_bounds",
                        violation_error_message="“rank” must be from 1 to 20.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                ("key", models.CharField(max_length=500, unique=True)),
                ("name", models.CharField(max_length=500)),
                (
                    "customer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="customers.customer",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holders",
                        to="customers.post",
                    ),
                ),
                ("post_since", models.DateField(blank=True, null=True)),
                ("title", models.TextField(blank=True)),
                ("department", models.TextField(blank=True)),
                ("rank", models.IntegerField(blank=True, null=True)),
                (
                    "reports_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="customers.person",
                    ),
                ),
                ("outside", models.CharField(blank=True, max_length=30)),
                ("organisation", models.TextField(blank=True)),
                ("no_contact", models.BooleanField(blank=True, null=True)),
                ("wants_for_organisation", models.TextField(blank=True)),
                ("wants_for_self", models.TextField(blank=True)),
                ("fears", models.TextField(blank=True)),
                ("how_to_meet", models.TextField(blank=True)),
                ("contact", models.TextField(blank=True)),
                ("left_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["name"], name="person_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="people_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__gte", 1), ("rank__lte", 20)),
                        name="people_rank_in_bounds",
                        violation_error_message="“rank” must be from 1 to 20.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outside__in",
                                ["", "design institute", "tender agent", "contractor", "superior body", "partner"],
                            )
                        ),
                        name="people_outside_is_a_choice",
                        violation_error_message="Take one of the choices of “outside”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="customers.person"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="customers.post"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "post", "since"),
                        name="tenures_once",
                        violation_error_message="There is already such a row on “Tenures”. Change that one.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("since__isnull", True)),
                        fields=("person", "post"),
                        name="tenures_once_without_since",
                        violation_error_message="There is already such a row on “Tenures”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Relationship",
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
                ("withdrawn", models.BooleanField(default=False, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relationships", to="customers.person"
                    ),
                ),
                (
                    "colleague",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relationships",
                        to="customers.colleague",
                    ),
                ),
                ("rival", models.CharField(blank=True, max_length=500)),
                ("closeness", models.IntegerField()),
                ("wanted", models.IntegerField(blank=True, null=True)),
                ("last_contact", models.DateField(blank=True, null=True)),
                ("grade", models.CharField(blank=True, max_length=30)),
                ("source", models.TextField(blank=True)),
                ("learned_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closeness__gte", 0), ("closeness__lte", 3)),
                        name="relationships_closeness_in_bounds",
                        violation_error_message="“closeness” must be from 0 to 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wanted__gte", 0), ("wanted__lte", 3)),
                        name="relationships_wanted_in_bounds",
                        violation_error_message="“closeness wanted” must be from 0 to 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grade__in", ["", "record", "first-hand", "second-hand", "guess"])),
                        name="relationships_grade_is_a_choice",
                        violation_error_message="Take one of the choices of “grade”.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
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
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invoices", to="customers.customer"
                    ),
                ),
                ("number", models.CharField(max_length=500)),
                ("issued_on", models.DateField()),
                ("due_on", models.DateField()),
                ("paid_on", models.DateField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("disputed", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        name="invoices_number_there",
                        violation_error_message="Fill “invoice”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="invoices_amount_in_bounds",
                        violation_error_message="“amount” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("customer", "number"),
                        name="invoices_once",
                        violation_error_message="There is already such a row on “Invoices”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Offering",
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
                ("key", models.CharField(max_length=500, unique=True)),
                ("name", models.CharField(max_length=500)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("direction", models.CharField(blank=True, max_length=30)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="offerings_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["", "product", "solution", "technology", "service", "resource"])
                        ),
                        name="offerings_kind_is_a_choice",
                        violation_error_message="Take one of the choices of “kind”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["", "push", "may", "not"])),
                        name="offerings_direction_is_a_choice",
                        violation_error_message="Take one of the choices of “direction”.",
                    ),
                ],
                "indexes": [],
            },
        ),
    ]
