import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("customers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Opportunity",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunities",
                        to="customers.customer",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opportunities",
                        to="customers.colleague",
                    ),
                ),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("margin", models.FloatField(blank=True, null=True)),
                ("expected_signature", models.DateField(blank=True, null=True)),
                ("found_on", models.DateField(blank=True, null=True)),
                ("procurement_method", models.CharField(blank=True, max_length=30)),
                ("shortlist_closed", models.BooleanField(blank=True, null=True)),
                ("notice_on", models.DateField(blank=True, null=True)),
                ("opening_on", models.DateField(blank=True, null=True)),
                ("award_on", models.DateField(blank=True, null=True)),
                ("decision_rule", models.CharField(blank=True, max_length=30)),
                ("quota", models.FloatField(blank=True, null=True)),
                ("contract_route", models.CharField(blank=True, max_length=30)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name"], name="opportunity_by_name"),
                    models.Index(fields=["expected_signature"], name="opportunity_by_signature"),
                    models.Index(fields=["amount"], name="opportunity_by_amount"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="opportunities_name_there",
                        violation_error_message="Fill “name”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="opportunities_amount_in_bounds",
                        violation_error_message="“amount” must be at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("margin__gte", -1), ("margin__lte", 1)),
                        name="opportunities_margin_in_bounds",
                        violation_error_message="“margin” must be from -100%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "procurement_method__in",
                                [
                                    "",
                                    "open tender",
                                    "invited tender",
                                    "negotiation",
                                    "request for quotation",
                                    "sole source",
                                    "framework",
                                ],
                            )
                        ),
                        name="opportunities_procurement_method_is_a_choice",
                        violation_error_message="Take one of the choices of “procurement method”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision_rule__in", ["", "decider", "vote", "consensus", "chain"])),
                        name="opportunities_decision_rule_is_a_choice",
                        violation_error_message="Take one of the choices of “decision rule”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quota__gte", 0)),
                        name="opportunities_quota_in_bounds",
                        violation_error_message="“quota” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "contract_route__in",
                                ["", "direct", "agent", "integrator", "main contractor", "consortium"],
                            )
                        ),
                        name="opportunities_contract_route_is_a_choice",
                        violation_error_message="Take one of the choices of “contract route”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="team", to="opportunities.opportunity"
                    ),
                ),
                (
                    "colleague",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works_on",
                        to="customers.colleague",
                        verbose_name="colleague",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opportunity", "colleague"),
                        name="team_member_once",
                        violation_error_message="This colleague is on the opportunity already.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Share",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="opportunities.opportunity",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="with",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opportunity", "user"),
                        name="share_once",
                        violation_error_message="The opportunity is shared with this person already. Change the day.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Signal",
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
                ("text", models.TextField()),
                (
                    "customer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="customers.customer",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True)),
                ("source", models.TextField(blank=True)),
                ("need", models.CharField(blank=True, max_length=30)),
                ("money", models.CharField(blank=True, max_length=30)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="customers.colleague",
                    ),
                ),
                ("look_again_on", models.DateField(blank=True, null=True)),
                ("dropped_because", models.TextField(blank=True)),
                (
                    "opportunity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="opportunities.opportunity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="signals_id_there",
                        violation_error_message="Fill “id”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="signals_text_there",
                        violation_error_message="Fill “what was heard”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("need__in", ["", "idea", "explicit", "approved"])),
                        name="signals_need_is_a_choice",
                        violation_error_message="Take one of the choices of “need”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("money__in", ["", "none", "sought", "secured"])),
                        name="signals_money_is_a_choice",
                        violation_error_message="Take one of the choices of “money”.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Member",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="opportunities.opportunity",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="customers.person"
                    ),
                ),
                ("roles", models.JSONField(blank=True, default=list)),
                ("scopes", models.JSONField(blank=True, default=list)),
                ("weight", models.FloatField(blank=True, null=True)),
                ("veto", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 0)),
                        name="members_weight_in_bounds",
                        violation_error_message="“votes” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "person"),
                        name="members_once",
                        violation_error_message="There is already such a row on “Buying group”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Body",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="opportunities.opportunity",
                    ),
                ),
                ("order", models.IntegerField()),
                ("name", models.CharField(max_length=500)),
                ("rule", models.CharField(max_length=30)),
                ("unnamed", models.IntegerField(blank=True, null=True)),
                ("weights", models.JSONField(blank=True, default=list)),
                ("quota", models.FloatField(blank=True, null=True)),
                ("meets_on", models.DateField(blank=True, null=True)),
                ("members", models.ManyToManyField(blank=True, related_name="bodies", to="customers.person")),
                (
                    "veto",
                    models.ManyToManyField(
                        blank=True, db_table="opportunities_body_veto_of", related_name="vetoes", to="customers.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("order__gte", 1), ("order__lte", 50)),
                        name="bodies_order_in_bounds",
                        violation_error_message="“order” must be from 1 to 50.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="bodies_name_there",
                        violation_error_message="Fill “body”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rule__in", ["decider", "vote", "consensus"])),
                        name="bodies_rule_is_a_choice",
                        violation_error_message="Take one of the choices of “decision rule”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unnamed__gte", 0), ("unnamed__lte", 50)),
                        name="bodies_unnamed_in_bounds",
                        violation_error_message="“unnamed members” must be from 0 to 50.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quota__gte", 0)),
                        name="bodies_quota_in_bounds",
                        violation_error_message="“quota” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "name"),
                        name="bodies_once",
                        violation_error_message="There is already such a row on “Bodies”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Influence",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="influence",
                        to="opportunities.opportunity",
                    ),
                ),
                (
                    "listener",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="listens", to="customers.person"
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="heard", to="customers.person"
                    ),
                ),
                ("strength", models.IntegerField(blank=True, null=True)),
                ("conflict", models.BooleanField(blank=True, null=True)),
                ("source", models.TextField(blank=True)),
                ("learned_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("strength__gte", 1), ("strength__lte", 3)),
                        name="influence_strength_in_bounds",
                        violation_error_message="“strength” must be from 1 to 3.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Stance",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stances",
                        to="opportunities.opportunity",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stances", to="customers.person"
                    ),
                ),
                ("rival", models.CharField(blank=True, max_length=500)),
                ("attitude", models.CharField(max_length=30)),
                ("grade", models.CharField(max_length=30)),
                ("source", models.TextField(blank=True)),
                ("learned_on", models.DateField()),
                ("sealed", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("attitude__in", ["support", "neutral", "oppose"])),
                        name="stances_attitude_is_a_choice",
                        violation_error_message="Take one of the choices of “stance”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grade__in", ["record", "first-hand", "second-hand", "guess"])),
                        name="stances_grade_is_a_choice",
                        violation_error_message="Take one of the choices of “grade”.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Rival",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rivals",
                        to="opportunities.opportunity",
                    ),
                ),
                ("rival", models.CharField(max_length=500)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("incumbent", models.BooleanField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rival", ""), _negated=True),
                        name="rivals_rival_there",
                        violation_error_message="Fill “rival”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["", "competitor", "in-house", "doing nothing"])),
                        name="rivals_kind_is_a_choice",
                        violation_error_message="Take one of the choices of “kind”.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "rival"),
                        name="rivals_once",
                        violation_error_message="There is already such a row on “Rivals”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Factor",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to="opportunities.opportunity",
                    ),
                ),
                ("rival", models.CharField(max_length=500)),
                ("factor", models.CharField(max_length=30)),
                ("advantage", models.IntegerField()),
                ("grade", models.CharField(blank=True, max_length=30)),
                ("source", models.TextField(blank=True)),
                ("learned_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rival", ""), _negated=True),
                        name="factors_rival_there",
                        violation_error_message="Fill “rival”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("factor__in", ["position", "product", "solution", "technology", "service", "price"])
                        ),
                        name="factors_factor_is_a_choice",
                        violation_error_message="Take one of the choices of “factor”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("advantage__gte", -2), ("advantage__lte", 2)),
                        name="factors_advantage_in_bounds",
                        violation_error_message="“our advantage” must be from -2 to 2.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grade__in", ["", "record", "first-hand", "second-hand", "guess"])),
                        name="factors_grade_is_a_choice",
                        violation_error_message="Take one of the choices of “grade”.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TenderPoint",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tender_points",
                        to="opportunities.opportunity",
                    ),
                ),
                ("item", models.CharField(max_length=500)),
                ("party", models.CharField(blank=True, max_length=500)),
                ("maximum", models.FloatField(blank=True, null=True)),
                ("price_formula", models.CharField(blank=True, max_length=30)),
                ("cut", models.FloatField(blank=True, null=True)),
                ("subjective", models.BooleanField(blank=True, null=True)),
                ("low", models.FloatField(blank=True, null=True)),
                ("likely", models.FloatField(blank=True, null=True)),
                ("high", models.FloatField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("item", ""), _negated=True),
                        name="tender_points_item_there",
                        violation_error_message="Fill “item”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("maximum__gte", 0)),
                        name="tender_points_maximum_in_bounds",
                        violation_error_message="“points” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("price_formula__in", ["", "lowest ratio", "average", "lowest wins"])),
                        name="tender_points_price_formula_is_a_choice",
                        violation_error_message="Take one of the choices of “price formula”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cut__gte", 0), ("cut__lte", 1)),
                        name="tender_points_cut_in_bounds",
                        violation_error_message="“cut of the base” must be from 0%% to 100%%.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "item", "party"),
                        name="tender_points_once",
                        violation_error_message="There is already such a row on “Tender points”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Route",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="routes",
                        to="opportunities.opportunity",
                    ),
                ),
                ("contractor", models.CharField(max_length=500)),
                ("route", models.CharField(blank=True, max_length=30)),
                ("contractor_wins", models.FloatField(blank=True, null=True)),
                ("we_are_inside", models.FloatField(blank=True, null=True)),
                ("back_to_back_days", models.FloatField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("contractor", ""), _negated=True),
                        name="routes_contractor_there",
                        violation_error_message="Fill “contractor”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("route__in", ["", "direct", "agent", "integrator", "main contractor", "consortium"])
                        ),
                        name="routes_route_is_a_choice",
                        violation_error_message="Take one of the choices of “contract route”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contractor_wins__gte", 0), ("contractor_wins__lte", 1)),
                        name="routes_contractor_wins_in_bounds",
                        violation_error_message="“contractor wins” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("we_are_inside__gte", 0), ("we_are_inside__lte", 1)),
                        name="routes_we_are_inside_in_bounds",
                        violation_error_message="“we are inside” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("back_to_back_days__gte", 0)),
                        name="routes_back_to_back_days_in_bounds",
                        violation_error_message="“back-to-back days” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "contractor"),
                        name="routes_once",
                        violation_error_message="There is already such a row on “Contract routes”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="opportunities.opportunity",
                    ),
                ),
                ("criterion", models.CharField(max_length=500)),
                ("answer", models.CharField(max_length=30)),
                ("grade", models.CharField(max_length=30)),
                ("source", models.TextField(blank=True)),
                ("learned_on", models.DateField()),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="customers.colleague",
                    ),
                ),
                ("document", models.TextField(blank=True)),
                ("sealed", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["yes", "no", "asked, not known"])),
                        name="evidence_answer_is_a_choice",
                        violation_error_message="Take one of the choices of “answer”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grade__in", ["record", "first-hand", "second-hand", "guess"])),
                        name="evidence_grade_is_a_choice",
                        violation_error_message="Take one of the choices of “grade”.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Need",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="opportunities.opportunity",
                    ),
                ),
                ("need", models.CharField(max_length=500)),
                ("weight", models.CharField(blank=True, max_length=30)),
                ("scope", models.CharField(blank=True, max_length=30)),
                ("fit", models.CharField(blank=True, max_length=30)),
                (
                    "offering",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="customers.offering",
                    ),
                ),
                ("provider", models.TextField(blank=True)),
                ("needed_on", models.DateField(blank=True, null=True)),
                ("available_on", models.DateField(blank=True, null=True)),
                ("closing_cost", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("closing_month", models.IntegerField(blank=True, null=True)),
                ("source", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("need", ""), _negated=True),
                        name="needs_need_there",
                        violation_error_message="Fill “need”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__in", ["", "must", "want"])),
                        name="needs_weight_is_a_choice",
                        violation_error_message="Take one of the choices of “must or want”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scope__in", ["", "technology", "business", "finance", "procurement", "legal", "overall"])
                        ),
                        name="needs_scope_is_a_choice",
                        violation_error_message="Take one of the choices of “scope”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fit__in", ["", "own", "partner", "buy", "build", "none", "asked, not known"])
                        ),
                        name="needs_fit_is_a_choice",
                        violation_error_message="Take one of the choices of “fit”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closing_cost__gte", 0)),
                        name="needs_closing_cost_in_bounds",
                        violation_error_message="“cost of closing the gap” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closing_month__gte", 0), ("closing_month__lte", 240)),
                        name="needs_closing_month_in_bounds",
                        violation_error_message="“month of that cost” must be from 0 to 240.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "need"),
                        name="needs_once",
                        violation_error_message="There is already such a row on “Needs”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="File",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="opportunities.opportunity",
                    ),
                ),
                ("fact", models.CharField(max_length=60)),
                ("fact_number", models.BigIntegerField()),
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                ("kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="opportunities.file"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["fact", "fact_number"], name="attachment_of_fact")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="opportunities.opportunity",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("as_of", models.DateField()),
                ("method_version", models.PositiveIntegerField()),
                ("cause", models.BigIntegerField(null=True)),
                ("latest", models.BooleanField(default=True)),
                ("customer_class", models.CharField(max_length=500)),
                ("verdict", models.CharField(max_length=20)),
                ("why", models.CharField(max_length=30)),
                ("failing_gate", models.PositiveSmallIntegerField(null=True)),
                ("level", models.CharField(max_length=500)),
                ("chance", models.FloatField()),
                ("chance_low", models.FloatField()),
                ("chance_high", models.FloatField()),
                ("expected_value", models.FloatField()),
                ("expected_value_low", models.FloatField()),
                ("expected_value_high", models.FloatField()),
                ("confidence", models.FloatField()),
                ("worth", models.FloatField()),
                ("peak_capital", models.FloatField()),
                ("gates", models.JSONField()),
                ("question", models.JSONField(default=list)),
                ("record", models.JSONField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["opportunity", "-id"], name="judgement_history"),
                    models.Index(
                        condition=models.Q(("latest", True)),
                        fields=["verdict", "opportunity"],
                        name="judgement_by_verdict",
                    ),
                    models.Index(
                        condition=models.Q(("latest", True)), fields=["-expected_value"], name="judgement_by_value"
                    ),
                    models.Index(condition=models.Q(("latest", True)), fields=["-chance"], name="judgement_by_chance"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("latest", True)), fields=("opportunity",), name="judgement_one_latest"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rejudging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("night", "Night"),
                            ("customer", "Customer"),
                            ("method", "Method"),
                            ("import", "Import"),
                        ],
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opportunities", models.JSONField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("cancelled", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="opportunities.opportunity",
                    ),
                ),
                ("decided_on", models.DateField()),
                ("decision", models.CharField(max_length=30)),
                ("reason", models.TextField(blank=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="customers.colleague",
                    ),
                ),
                ("overrules_limit", models.BooleanField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["pursue", "probe", "nurture", "abandon"])),
                        name="decisions_decision_is_a_choice",
                        violation_error_message="Take one of the choices of “decision”.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="opportunities.opportunity",
                    ),
                ),
                ("outcome", models.CharField(max_length=30)),
                ("closed_on", models.DateField()),
                ("won_by", models.TextField(blank=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("reason", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["won", "lost", "could not bid", "no decision", "abandoned"])
                        ),
                        name="outcomes_outcome_is_a_choice",
                        violation_error_message="Take one of the choices of “outcome”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="outcomes_amount_in_bounds",
                        violation_error_message="“amount” must be at least 0.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Payment",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="opportunities.opportunity",
                    ),
                ),
                ("name", models.CharField(max_length=500)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("month", models.FloatField(blank=True, null=True)),
                ("share", models.FloatField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("days", models.FloatField(blank=True, null=True)),
                ("form", models.CharField(blank=True, max_length=30)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="payments_name_there",
                        violation_error_message="Fill “milestone”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["", "payment", "performance bond", "bid bond"])),
                        name="payments_kind_is_a_choice",
                        violation_error_message="Take one of the choices of “kind”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", -24), ("month__lte", 240)),
                        name="payments_month_in_bounds",
                        violation_error_message="“month” must be from -24 to 240.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("share__gte", 0), ("share__lte", 1)),
                        name="payments_share_in_bounds",
                        violation_error_message="“share of contract” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="payments_amount_in_bounds",
                        violation_error_message="“amount” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 0), ("days__lte", 1000)),
                        name="payments_days_in_bounds",
                        violation_error_message="“days to money” must be from 0 to 1000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["", "transfer", "bill held", "bill discounted"])),
                        name="payments_form_is_a_choice",
                        violation_error_message="Take one of the choices of “form”.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "name"),
                        name="payments_once",
                        violation_error_message="There is already such a row on “Payments”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Cost",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs",
                        to="opportunities.opportunity",
                    ),
                ),
                ("item", models.CharField(max_length=500)),
                ("month", models.FloatField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=18)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("item", ""), _negated=True),
                        name="costs_item_there",
                        violation_error_message="Fill “item”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", 0), ("month__lte", 240)),
                        name="costs_month_in_bounds",
                        violation_error_message="“month” must be from 0 to 240.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="costs_amount_in_bounds",
                        violation_error_message="“amount” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "item", "month"),
                        name="costs_once",
                        violation_error_message="There is already such a row on “Costs”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Worth",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="worth",
                        to="opportunities.opportunity",
                    ),
                ),
                ("aspect", models.CharField(blank=True, max_length=30)),
                ("score", models.FloatField(blank=True, null=True)),
                ("statement", models.CharField(blank=True, max_length=500)),
                ("probability", models.FloatField(blank=True, null=True)),
                ("difference", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("source", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("aspect__in", ["", "importance", "fit", "reference", "learning"])),
                        name="worth_aspect_is_a_choice",
                        violation_error_message="Take one of the choices of “aspect”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", -2), ("score__lte", 2)),
                        name="worth_score_in_bounds",
                        violation_error_message="“score” must be from -2 to 2.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("probability__gte", 0), ("probability__lte", 1)),
                        name="worth_probability_in_bounds",
                        violation_error_message="“probability” must be from 0%% to 100%%.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "aspect", "statement"),
                        name="worth_once",
                        violation_error_message="There is already such a row on “Worth”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Harm",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="harms",
                        to="opportunities.opportunity",
                    ),
                ),
                ("harmed", models.CharField(max_length=500)),
                ("description", models.TextField(blank=True)),
                ("probability", models.FloatField()),
                ("loss", models.DecimalField(decimal_places=2, max_digits=18)),
                ("source", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("harmed", ""), _negated=True),
                        name="harms_harmed_there",
                        violation_error_message="Fill “who is harmed”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("probability__gte", 0), ("probability__lte", 1)),
                        name="harms_probability_in_bounds",
                        violation_error_message="“probability” must be from 0%% to 100%%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("loss__gte", 0)),
                        name="harms_loss_in_bounds",
                        violation_error_message="“loss” must be at least 0.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "harmed"),
                        name="harms_once",
                        violation_error_message="There is already such a row on “Harms”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Effort",
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
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="effort",
                        to="opportunities.opportunity",
                    ),
                ),
                ("level", models.CharField(max_length=500)),
                ("hours_sales", models.FloatField(blank=True, null=True)),
                ("hours_presales", models.FloatField(blank=True, null=True)),
                ("hours_delivery", models.FloatField(blank=True, null=True)),
                ("money", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("hours_spent", models.FloatField(blank=True, null=True)),
                ("money_spent", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("remainder", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("shift", models.FloatField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level", ""), _negated=True),
                        name="effort_level_there",
                        violation_error_message="Fill “effort level”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_sales__gte", 0)),
                        name="effort_hours_sales_in_bounds",
                        violation_error_message="“sales hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_presales__gte", 0)),
                        name="effort_hours_presales_in_bounds",
                        violation_error_message="“presales hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_delivery__gte", 0)),
                        name="effort_hours_delivery_in_bounds",
                        violation_error_message="“delivery hours” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("money__gte", 0)),
                        name="effort_money_in_bounds",
                        violation_error_message="“money” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours_spent__gte", 0)),
                        name="effort_hours_spent_in_bounds",
                        violation_error_message="“hours spent” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("money_spent__gte", 0)),
                        name="effort_money_spent_in_bounds",
                        violation_error_message="“money spent” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("remainder__gte", 0)),
                        name="effort_remainder_in_bounds",
                        violation_error_message="“still to be spent” must be at least 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("shift__gte", -5), ("shift__lte", 5)),
                        name="effort_shift_in_bounds",
                        violation_error_message="“shift of winning” must be from -5 to 5.",
                    ),
                    models.UniqueConstraint(
                        fields=("opportunity", "level"),
                        name="effort_once",
                        violation_error_message="There is already such a row on “Effort”. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
    ]
