"""Rivals are named by what was said of them: a new name goes there, too, and whom something names stays."""

from django.db.models import Q, QuerySet

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Fact
from harehawk.apps.customers.models import Relationship
from harehawk.apps.customers.problems import NamedElsewhere
from harehawk.apps.opportunities.models import Factor, Member, Opportunity, Rival, Stance, TenderPoint
from harehawk.apps.rows.tables import Table, said

NAMING: tuple[tuple[Table, str], ...] = ((Factor, "rival"), (Stance, "rival"), (TenderPoint, "party"))


def rename(actor: Actor, opportunity: int, old: str, new: str) -> None:
    """Say by the new name what was said by the old one, what was taken back included."""
    if old == new:
        return
    for table, field in NAMING:
        for row in table.objects.filter(opportunity=opportunity, **{field: old}).select_for_update():
            log.rewrite(actor, row, {field: new})
    for tie in _ties(opportunity, old).select_for_update(of=("self",)):
        log.rewrite(actor, tie, {"rival": new})


def _ties(opportunity: int, rival: str) -> QuerySet[Relationship]:
    """Who knows a rival, of the people of an opportunity, unless another one of theirs names the rival likewise."""
    elsewhere = Rival.objects.filter(rival=rival).exclude(opportunity=opportunity).values("opportunity")
    return (
        Relationship.objects.filter(rival=rival)
        .filter(
            Q(person__customer__in=Opportunity.objects.filter(pk=opportunity).values("customer"))
            | Q(person__in=Member.objects.filter(opportunity=opportunity).values("person"))
        )
        .exclude(person__customer__in=Opportunity.objects.filter(pk__in=elsewhere).values("customer"))
        .exclude(person__in=Member.objects.filter(opportunity__in=elsewhere).values("person"))
    )


def must_be_unnamed(opportunity: int, rival: str) -> None:
    """See that nothing names a rival. Raises NamedElsewhere."""
    naming = [
        table
        for table, field in NAMING
        for rows in [table.objects.filter(opportunity=opportunity, **{field: rival})]
        if (rows.filter(withdrawn=False) if issubclass(table, Fact) else rows).exists()
    ]
    if naming:
        raise NamedElsewhere(rival, [said(table.sheet.words) for table in naming], learnt=False, person=False)
