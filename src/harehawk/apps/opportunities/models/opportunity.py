"""Opportunities, who works on them, and the signals that some of them were."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.models import Recorded
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities.visible import OfOpportunityQuerySet, OpportunityQuerySet, SignalQuerySet
from harehawk.apps.rows.spelled import Spelled
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("opportunities")
class Opportunity(SheetTable, Spelled, Recorded):
    """A need of one customer that may be bought. Its verdicts are judgements, kept in their own table."""

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

    objects = OpportunityQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("opportunities")
        indexes: ClassVar = [
            models.Index(fields=["name"], name="opportunity_by_name"),
            models.Index(fields=["expected_signature"], name="opportunity_by_signature"),
            models.Index(fields=["amount"], name="opportunity_by_amount"),
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
