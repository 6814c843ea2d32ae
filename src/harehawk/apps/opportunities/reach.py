"""How somebody stands to opportunities: what the field policy asks."""

from collections.abc import Collection, Mapping

from django.db.models import Model, Q

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.access.roles import Role
from harehawk.apps.opportunities.models import Opportunity
from harehawk.apps.rows.reach import inside_ways, reached


def inside_of(user: User, model: type[Model] = Opportunity, to: str = "") -> Q:
    """A filter of opportunities, or of rows of a model that reach theirs by `to`: those a user reads everything of."""
    return reached(model, inside_ways(user), to)


def inside(user: User, opportunities: Collection[int]) -> set[int]:
    """Those of these that a user reads everything of."""
    return set(Opportunity.objects.filter(inside_of(user), pk__in=opportunities).values_list("pk", flat=True))


def reach_of(user: User, opportunities: Collection[int]) -> Mapping[int, Reach]:
    """How a user stands to each of these opportunities."""
    ours = inside(user, opportunities)
    others = Reach.FINANCE if user.has_role(Role.FINANCE) else Reach.OUTSIDE
    return {number: Reach.INSIDE if number in ours else others for number in opportunities}
