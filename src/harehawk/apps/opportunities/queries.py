"""Reads of opportunities: permission first, then frozen rows."""

import datetime as dt
from collections.abc import Collection

from harehawk.apps.access.models import User
from harehawk.apps.customers.lateness import method_on
from harehawk.apps.method.queries import version_on
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.models import Opportunity
from harehawk.book.cases import cases as cases_of
from harehawk.engine.gates.cases import Cases


def cases(user: User | None, opportunities: Collection[int], as_of: dt.date) -> Cases:
    """What the engine judges of these opportunities, as it was known on a day; None sees all. Seven statements.

    The other producer of Cases is `harehawk.book.cases`, which this one hands its rows to.
    """
    seen = opportunities
    if user is not None:
        seen = list(Opportunity.objects.visible_to(user).filter(pk__in=opportunities).values_list("pk", flat=True))
    rules = method_on(version_on(as_of), as_of)
    return cases_of(known(seen, as_of), as_of, rules=rules)
