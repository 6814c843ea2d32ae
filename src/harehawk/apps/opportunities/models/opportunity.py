"""Opportunities, who works on them, and the signals that some of them were."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.models import Recorded
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities.visible import OfOpportunityQuerySet, OpportunityQuerySet, SignalQuerySet
from harehawk.apps.rows.spelled import Spelled
from harehawk.apps.rows.tables import SheetTable, keeps, rules

JUDGED = {  # what is copied of a judgement
    "verdict": "verdict", "failing_gate": "failing_gate", "expected_value": "expected_value", "chance": "chance",
    "confidence": "confidence", "total_worth": "worth",
}  # fmt: skip
OPEN, CLOSED = models.Q(closed_on__isnull=True), models.Q(closed_on__isnull=False)
ORDERS = {
    "value": "-expected_value", "chance": "-chance", "confidence": "-confidence", "worth": "-total_worth",
    "name": "name", "signature": "expected_signature", "amount": "-amount",
}  # fmt: skip


@keeps("opportunities")
class Opportunity(SheetTable, Spelled, Recorded):
    """A need of one customer that may be bought. Its verdicts are judgements, kept in their own table.

    What lists are filtered and sorted by is copied here: `harehawk.apps.opportunities.listed`.
    """

    private = Spelled.private | {"closed_on", *JUDGED}

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=500)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="opportunities")
    owner = models.ForeignKey(Colleague, models.PROTECT, related_name="opportunities")
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)  # null: of the class
    margin = models.FloatField(null=True, blank=True)
    expected_signature = models.DateField(null=True, blank=True)
    found_on = models.DateField(null=True, blank=True)
    procurement_method = models.CharField(max_length=30, blank=True)
    shortlist_closed = models.BooleanField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    opening_on = models.DateField(null=True, blank=True)
    award_on = models.DateField(null=True, blank=True)
    decision_rule = models.CharField(max_length=30, blank=True)
    quota = models.FloatField(null=True, blank=True)
    contract_route = models.CharField(max_length=30, blank=True)
    note = models.TextField(blank=True)

    closed_on = models.DateField(null=True, editable=False)  # when it ended, by the last outcome that stands
    verdict = models.CharField(max_length=20, default="", editable=False)
    failing_gate = models.PositiveSmallIntegerField(null=True, editable=False)
    expected_value = models.FloatField(null=True, editable=False)
    chance = models.FloatField(null=True, editable=False)
    confidence = models.FloatField(null=True, editable=False)
    total_worth = models.FloatField(null=True, editable=False)

    objects = OpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("opportunities")
        indexes: ClassVar = [
            *(  # of open ones, in each order of a list, and in each index all that it is filtered by: a row is large
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
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def opportunity_number(self) -> int | None:
        """An opportunity's entries are about itself."""
        return self.pk


class TeamMember(Recorded):
    """A colleague who works on an opportunity beside its owner."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="team")
    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="works_on", verbose_name=_("colleague"))

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opportunity", "colleague"], name="team_member_once",
                violation_error_message=_("This colleague is on the opportunity already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.colleague)


class Share(Recorded):
    """An opportunity opened to a user who does not work on it, until a day or until ended."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="shares")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="shares", verbose_name=_("with"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = OfOpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opportunity", "user"], name="share_once",
                violation_error_message=_("The opportunity is shared with this person already. Change the day."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.user)


@keeps("signals")
class Signal(SheetTable, Recorded):
    """A raw piece of sales information, not yet an opportunity."""

    key = models.CharField(max_length=500, unique=True)
    text = models.TextField()
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="signals")
    received_on = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True)
    need = models.CharField(max_length=30, blank=True)
    money = models.CharField(max_length=30, blank=True)
    owner = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="signals")
    look_again_on = models.DateField(null=True, blank=True)
    dropped_because = models.TextField(blank=True)
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="signals")

    objects = SignalQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("signals")

    def __str__(self) -> str:
        return self.text
