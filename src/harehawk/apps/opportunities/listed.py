"""What lists are filtered and sorted by, copied onto each opportunity, so that one index holds all that a list asks.

Only filters and orders read the copies; what is shown comes from the judgements and outcomes themselves.
"""

from django.db.models import Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from harehawk.apps.opportunities.models import Judgement, Opportunity, Outcome
from harehawk.apps.opportunities.models.opportunity import JUDGED


def list_again(rows: "QuerySet[Opportunity]") -> None:
    """Copy anew what their latest judgements and their outcomes say; in the transaction that wrote those."""
    latest = Judgement.objects.filter(opportunity=OuterRef("pk"), latest=True)
    copies = {copy: Subquery(latest.values(name)) for copy, name in JUDGED.items()}
    rows.order_by().update(closed_on=_closed_on(), **copies | {"verdict": Coalesce(copies["verdict"], Value(""))})


def close_again(rows: "QuerySet[Opportunity]") -> None:
    """The same of outcomes alone."""
    rows.order_by().update(closed_on=_closed_on())


def _closed_on() -> Subquery:
    standing = Outcome.objects.filter(opportunity=OuterRef("pk"), withdrawn=False).order_by()
    return Subquery(standing.values("opportunity").annotate(day=Max("closed_on")).values("day"))
