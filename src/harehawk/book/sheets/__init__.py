"""All sheets of the book, in their order in the workbook; `Book` is what they hold together."""

from dataclasses import dataclass, field
from typing import Any

from harehawk.book.schema import Sheet
from harehawk.book.sheets.buying_group import (
    BODIES,
    INFLUENCE,
    MEMBERS,
    STANCES,
    BodyRow,
    InfluenceRow,
    MemberRow,
    StanceRow,
)  # fmt: skip
from harehawk.book.sheets.competition import (
    FACTORS,
    RIVALS,
    ROUTES,
    TENDER_POINTS,
    FactorRow,
    RivalRow,
    RouteRow,
    TenderPointRow,
)  # fmt: skip
from harehawk.book.sheets.customers import (
    COLLEAGUES,
    CUSTOMERS,
    PEOPLE,
    POSTS,
    RELATIONSHIPS,
    TENURES,
    ColleagueRow,
    CustomerRow,
    PersonRow,
    PostRow,
    RelationshipRow,
    TenureRow,
)  # fmt: skip
from harehawk.book.sheets.evidence import EVIDENCE, NEEDS, OFFERINGS, EvidenceRow, NeedRow, OfferingRow
from harehawk.book.sheets.opportunities import OPPORTUNITIES, SIGNALS, OpportunityRow, SignalRow
from harehawk.book.sheets.settings import CLASSES, COMPANY, CRITERIA, ClassRow, CompanyRow, CriterionRow
from harehawk.book.sheets.work import (
    CAPACITY,
    DECISIONS,
    EFFORT,
    MOVES,
    OUTCOMES,
    CapacityRow,
    DecisionRow,
    EffortRow,
    MoveRow,
    OutcomeRow,
)  # fmt: skip
from harehawk.book.sheets.worth import (
    COSTS,
    HARMS,
    INVOICES,
    PAYMENTS,
    WORTH,
    CostRow,
    HarmRow,
    InvoiceRow,
    PaymentRow,
    WorthRow,
)  # fmt: skip

SHEETS: tuple[Sheet, ...] = (
    COMPANY, CLASSES, CRITERIA, CUSTOMERS, POSTS, PEOPLE, TENURES, COLLEAGUES, RELATIONSHIPS, SIGNALS, OPPORTUNITIES,
    MEMBERS, BODIES, INFLUENCE, STANCES, EVIDENCE, NEEDS, OFFERINGS, RIVALS, FACTORS, TENDER_POINTS, ROUTES,
    PAYMENTS, COSTS, WORTH, HARMS, INVOICES, EFFORT, CAPACITY, MOVES, DECISIONS, OUTCOMES,
)  # fmt: skip
SHEET = {sheet.key: sheet for sheet in SHEETS}


@dataclass(frozen=True, kw_only=True)
class Book:
    """The rows of every sheet; a field for each sheet, by its key. Absent sheets are empty.

    `given` says which sheets stood in the file and which of their columns: what is absent changes nothing.
    """

    company: tuple[CompanyRow, ...] = ()
    classes: tuple[ClassRow, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
    customers: tuple[CustomerRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    tenures: tuple[TenureRow, ...] = ()
    colleagues: tuple[ColleagueRow, ...] = ()
    relationships: tuple[RelationshipRow, ...] = ()
    signals: tuple[SignalRow, ...] = ()
    opportunities: tuple[OpportunityRow, ...] = ()
    members: tuple[MemberRow, ...] = ()
    bodies: tuple[BodyRow, ...] = ()
    influence: tuple[InfluenceRow, ...] = ()
    stances: tuple[StanceRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    offerings: tuple[OfferingRow, ...] = ()
    rivals: tuple[RivalRow, ...] = ()
    factors: tuple[FactorRow, ...] = ()
    tender_points: tuple[TenderPointRow, ...] = ()
    routes: tuple[RouteRow, ...] = ()
    payments: tuple[PaymentRow, ...] = ()
    costs: tuple[CostRow, ...] = ()
    worth: tuple[WorthRow, ...] = ()
    harms: tuple[HarmRow, ...] = ()
    invoices: tuple[InvoiceRow, ...] = ()
    effort: tuple[EffortRow, ...] = ()
    capacity: tuple[CapacityRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()
    given: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def rows(self, sheet: str) -> tuple[Any, ...]:
        """The rows of the sheet with that key."""
        rows: tuple[Any, ...] = getattr(self, sheet)
        return rows
