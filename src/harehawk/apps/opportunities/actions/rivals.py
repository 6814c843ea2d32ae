"""Rivals are named by what was said of them: a new name goes there, too, and whom something names stays."""

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import Fact
from harehawk.apps.customers.problems import NamedElsewhere
from harehawk.apps.opportunities.models import Factor, Stance, TenderPoint
from harehawk.apps.rows.tables import Table, said

NAMING: tuple[tuple[Table, str], ...] = ((Factor, "rival"), (Stance, "rival"), (TenderPoint, "party"))


def rename(actor: Actor, opportunity: int, old: str, new: str) -> None:
    """Say by the new name what was said by the old one, what was taken back included."""
    if old == new:
        return
    for table, field in NAMING:
        for row in table.objects.filter(opportunity=opportunity, **{field: old}).select_for_update():
            log.rewrite(actor, row, {field: new})


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
