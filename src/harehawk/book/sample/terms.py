"""What is bought, against whom and for how much: the half of an opportunity that is about the contract."""

from harehawk.book.sample.draft import TRANSFER, Draft, Text
from harehawk.book.sheets.choices import NeedWeight, PaymentForm, PaymentKind, PriceFormula, RivalKind, Route, Scope
from harehawk.book.sheets.competition import FactorRow, RivalRow, RouteRow, TenderPointRow
from harehawk.book.sheets.evidence import NeedRow
from harehawk.book.sheets.worth import CostRow, HarmRow, PaymentRow, WorthRow
from harehawk.engine.common import Factor, Grade
from harehawk.engine.worth.deal import Aspect, Fit


class Terms:
    """Needs, rivals, points, routes, payments, costs and what winning is worth; every line adds a row."""

    def __init__(self, draft: Draft, name: str) -> None:
        self._draft, self._id = draft, name

    # Needs and rivals

    def need(
        self,
        need: Text,
        fit: Fit | None,
        offering: str | None = None,
        provider: Text | None = None,
        *,
        want: bool = False,
        scope: Scope | None = None,
        needed: int | None = None,
        available: int | None = None,
        cost: float | None = None,
        month: int | None = None,
        source: Text | None = None,
    ) -> None:
        """`needed` and `available` so many days ahead; closing the gap costs `cost` in `month` from signature."""
        draft = self._draft
        draft.add(
            NeedRow(
                opportunity=self._id,
                need=draft.say(need),
                weight=NeedWeight.WANT if want else NeedWeight.MUST,
                scope=scope,
                fit=fit,
                offering=offering,
                provider=draft.maybe(provider),
                needed_on=self._draft.day(needed),
                available_on=self._draft.day(available),
                closing_cost=cost,
                closing_month=month,
                source=draft.maybe(source),
            )
        )

    def rival(
        self,
        name: Text,
        kind: RivalKind = RivalKind.COMPETITOR,
        *,
        incumbent: bool | None = None,
        note: Text | None = None,
    ) -> None:
        draft = self._draft
        draft.add(
            RivalRow(
                opportunity=self._id, rival=draft.say(name), kind=kind, incumbent=incumbent, note=draft.maybe(note)
            )
        )

    def against(self, rival: Text, grade: Grade, ago: int, source: Text | None, **advantage: int) -> None:
        """How we compare, factor by factor: price=-1 says they are a little cheaper."""
        draft = self._draft
        for factor, ours in advantage.items():
            draft.add(
                FactorRow(
                    opportunity=self._id,
                    rival=draft.say(rival),
                    factor=Factor(factor),
                    advantage=ours,
                    grade=grade,
                    source=draft.maybe(source),
                    learned_on=draft.ago(ago),
                )
            )

    def points(
        self,
        item: Text,
        party: Text | None,
        maximum: float,
        low: float,
        likely: float | None,
        high: float,
        formula: PriceFormula | None = None,
        cut: float | None = None,
        *,
        subjective: bool | None = None,
    ) -> None:
        draft = self._draft
        draft.add(
            TenderPointRow(
                opportunity=self._id,
                item=draft.say(item),
                party=draft.maybe(party),
                maximum=maximum,
                price_formula=formula,
                cut=cut,
                subjective=subjective,
                low=low,
                likely=likely,
                high=high,
            )
        )

    def through(
        self, contractor: Text, route: Route, wins: float, inside: float, back_to_back: float | None = None
    ) -> None:
        self._draft.add(
            RouteRow(
                opportunity=self._id,
                contractor=self._draft.say(contractor),
                route=route,
                contractor_wins=wins,
                we_are_inside=inside,
                back_to_back_days=back_to_back,
            )
        )

    # Worth

    def pays(self, *milestones: tuple[Text, float, float], days: float = 30, form: PaymentForm = TRANSFER) -> None:
        """Milestones: name, month from signature, share of the contract."""
        for name, month, share in milestones:
            self._payment(name, PaymentKind.PAYMENT, month, share, days, form)

    def performance_bond(self, share: float, back: float) -> None:
        self._payment(("履约保证金", "Performance bond"), PaymentKind.PERFORMANCE_BOND, back, share, None, None)

    def bid_bond(self, amount: float) -> None:
        row = PaymentRow(
            opportunity=self._id,
            name=self._draft.say(("投标保证金", "Bid bond")),
            kind=PaymentKind.BID_BOND,
            amount=amount,
        )
        self._draft.add(row)

    def _payment(
        self, name: Text, kind: PaymentKind, month: float, share: float, days: float | None, form: PaymentForm | None
    ) -> None:
        self._draft.add(
            PaymentRow(
                opportunity=self._id,
                name=self._draft.say(name),
                kind=kind,
                month=month,
                share=share,
                days=days,
                form=form,
            )
        )

    def costs(self, item: Text, *months: tuple[float, float]) -> None:
        """Months from signature with the money of each."""
        for month, amount in months:
            self._draft.add(CostRow(opportunity=self._id, item=self._draft.say(item), month=month, amount=amount))

    def scores(self, source: Text | None = None, **score: int) -> None:
        """Importance, fit, reference and learning, -2 to 2."""
        for aspect, own in score.items():
            row = WorthRow(opportunity=self._id, aspect=Aspect(aspect), score=own, source=self._draft.maybe(source))
            self._draft.add(row)

    def depends(self, statement: Text, probability: float, difference: float, source: Text) -> None:
        """A fact that changes the worth by `difference` if yes."""
        draft = self._draft
        draft.add(
            WorthRow(
                opportunity=self._id,
                statement=draft.say(statement),
                probability=probability,
                difference=difference,
                source=draft.say(source),
            )
        )

    def harms(self, harmed: Text, how: Text, probability: float, loss: float, source: Text) -> None:
        draft = self._draft
        draft.add(
            HarmRow(
                opportunity=self._id,
                harmed=draft.say(harmed),
                description=draft.say(how),
                probability=probability,
                loss=loss,
                source=draft.say(source),
            )
        )
