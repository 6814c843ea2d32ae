"""How somebody stands to opportunities and customers: what the field policy asks."""

from collections.abc import Collection, Mapping

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.access.roles import Role
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.rows.reach import inside_ways, reached


def inside(user: User, opportunities: Collection[int]) -> set[int]:
    """Those that a user reads everything of."""
    rows = Opportunity.objects.filter(reached(Opportunity, inside_ways(user)), pk__in=opportunities)
    return set(rows.values_list("pk", flat=True))


def reach_of(user: User, opportunities: Collection[int]) -> Mapping[int, Reach]:
    """How a user stands to each of these opportunities. One statement, one more for a director."""
    ours = inside(user, opportunities)
    others = Reach.FINANCE if user.has_role(Role.FINANCE) else Reach.OUTSIDE
    return {number: Reach.INSIDE if number in ours else others for number in opportunities}
