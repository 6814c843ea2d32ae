"""How somebody stands to opportunities: what the field policy asks."""

from collections.abc import Collection, Mapping

from django.db.models import Model, Q

from harehawk.apps.access.models import User
from harehawk.apps.access.policy import Reach
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.models import Customer, Person
from harehawk.apps.customers.ways import Among, deciding, owned, with_deals
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
    return _reach(user, opportunities, inside(user, opportunities))


def inside_customers(user: User, among: Among = None) -> Q:
    """A filter of customers: those of which a user reads everything, as their owner, a director above, or by work."""
    own = owned(Customer, user, below=user.has_role(Role.DIRECTOR))
    return own | with_deals(Customer, inside_ways(user), among)


def reach_of_customers(user: User, customers: Collection[int]) -> Mapping[int, Reach]:
    """How a user stands to each of these customers."""
    ours = Customer.objects.filter(inside_customers(user, customers), pk__in=customers)
    return _reach(user, customers, set(ours.values_list("pk", flat=True)))


def inside_people(user: User, among: Collection[int] | None = None) -> Q:
    """A filter of people: those of such customers, in such buying groups, and those of no customer he entered."""
    here: Among = None
    ours = Customer.objects.all()
    if among is not None:
        here = Person.objects.filter(pk__in=among, customer__isnull=False).values("customer")
        ours = ours.filter(pk__in=here)
    at = Q(customer__in=ours.filter(inside_customers(user, here)).values("pk"))
    return at | deciding(Person, inside_ways(user), among) | Q(customer__isnull=True, recorded_by=user)


def reach_of_people(user: User, people: Collection[int]) -> Mapping[int, Reach]:
    """How a user stands to each of these people."""
    ours = Person.objects.filter(inside_people(user, people), pk__in=people)
    return _reach(user, people, set(ours.values_list("pk", flat=True)))


def _reach(user: User, numbers: Collection[int], ours: Collection[int]) -> Mapping[int, Reach]:
    others = others_reach(user)
    return {number: Reach.INSIDE if number in ours else others for number in numbers}


def others_reach(user: User) -> Reach:
    """How a user stands to what is not his."""
    return Reach.FINANCE if user.has_role(Role.FINANCE) else Reach.OUTSIDE
