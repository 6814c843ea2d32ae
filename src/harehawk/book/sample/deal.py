"""One opportunity of the sample while it is written: every line adds a row about it."""

import datetime as dt

from harehawk.book.sample.draft import TRANSFER, Draft, Text
from harehawk.book.sheets.buying_group import BodyRow, InfluenceRow, MemberRow, StanceRow
from harehawk.book.sheets.choices import (
    Attitude,
    NeedWeight,
    Outcome,
    PaymentForm,
    PaymentKind,
    PriceFormula,
    Procurement,
    RivalKind,
    Route,
    Scope,
)  # fmt: skip
from harehawk.book.sheets.competition import FactorRow, RivalRow, RouteRow, TenderPointRow
from harehawk.book.sheets.evidence import EvidenceRow, NeedRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.sheets.work import DecisionRow, EffortRow, MoveRow, OutcomeRow
from harehawk.book.sheets.worth import CostRow, HarmRow, PaymentRow, WorthRow
from harehawk.engine.common import Factor, Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule
from harehawk.engine.worth.deal import Aspect, Fit


class Deal:
    """Days are days ago, except where a name says ahead; a source is who said it, or which document."""

    def __init__(
        self,
        draft: Draft,
        name: str,
        words: Text,
        customer: str,
        owner: str,
        amount: float | None = None,
        margin: float | None = None,
        found: int | None = None,
        signature: int | None = None,
        method: Procurement | None = None,
        *,
        closed: bool | None = None,
        notice: int | None = None,
        opening: int | None = None,
        award: int | None = None,
        rule: Rule | None = None,
        quota: float | None = None,
        route: Route | None = None,
        note: Text | None = None,
    ) -> None:
        """`signature`, `notice`, `opening` and `award` lie so many days ahead, or back where below 0."""
        self._draft, self._id, self._owner = draft, name, owner
        draft.add(
            OpportunityRow(
                id=name,
                name=draft.say(words),
                customer=customer,
                owner=owner,
                amount=amount,
                margin=margin,
                expected_signature=self._ahead(signature),
                found_on=None if found is None else draft.ago(found),
                procurement_method=method,
                shortlist_closed=closed,
                notice_on=self._ahead(notice),
                opening_on=self._ahead(opening),
                award_on=self._ahead(award),
                decision_rule=rule,
                quota=quota,
                contract_route=route,
                note=draft.maybe(note),
            )
        )

    def _ahead(self, days: int | None) -> dt.date | None:
        return None if days is None else self._draft.ahead(days)

    # What we hold of the criteria

    def yes(
        self, criterion: str, grade: Grade, ago: int, source: Text | None = None, document: Text | None = None
    ) -> None:
        self._evidence(criterion, Answer.YES, grade, ago, source, document)

    def no(
        self, criterion: str, grade: Grade, ago: int, source: Text | None = None, document: Text | None = None
    ) -> None:
        self._evidence(criterion, Answer.NO, grade, ago, source, document)

    def asked(self, criterion: str, grade: Grade, ago: int, source: Text) -> None:
        """Asked, and nobody knows."""
        self._evidence(criterion, Answer.NOT_KNOWN, grade, ago, source, None)

    def _evidence(
        self, criterion: str, answer: Answer, grade: Grade, ago: int, source: Text | None, document: Text | None
    ) -> None:
        draft = self._draft
        draft.add(
            EvidenceRow(
                opportunity=self._id,
                criterion=criterion,
                answer=answer,
                grade=grade,
                source=draft.maybe(source),
                learned_on=draft.ago(ago),
                recorded_by=self._owner,
                document=draft.maybe(document),
            )
        )

    # The buying group

    def member(
        self,
        person: str,
        *roles: Role,
        scope: tuple[Scope, ...] = (),
        votes: float | None = None,
        veto: bool | None = None,
    ) -> None:
        self._draft.add(
            MemberRow(opportunity=self._id, person=person, roles=roles, scopes=scope, weight=votes, veto=veto)
        )

    def body(
        self,
        order: int,
        name: Text,
        rule: Rule,
        *members: str,
        unnamed: int | None = None,
        weights: tuple[float, ...] = (),
        quota: float | None = None,
        veto: tuple[str, ...] = (),
        meets: int | None = None,
    ) -> None:
        """One step of a chain; it meets so many days ahead."""
        self._draft.add(
            BodyRow(
                opportunity=self._id,
                order=order,
                name=self._draft.say(name),
                rule=rule,
                members=members,
                unnamed=unnamed,
                weights=weights,
                quota=quota,
                veto=veto,
                meets_on=self._ahead(meets),
            )
        )

    def hears(self, listener: str, speaker: str, strength: int, ago: int, source: Text) -> None:
        self._influence(listener, speaker, strength, ago, source)

    def at_odds(self, one: str, other: str, ago: int, source: Text) -> None:
        self._influence(one, other, None, ago, source)

    def _influence(self, listener: str, speaker: str, strength: int | None, ago: int, source: Text) -> None:
        self._draft.add(
            InfluenceRow(
                opportunity=self._id,
                listener=listener,
                speaker=speaker,
                strength=strength,
                conflict=True if strength is None else None,
                source=self._draft.say(source),
                learned_on=self._draft.ago(ago),
            )
        )

    def supports(
        self, person: str, grade: Grade, ago: int, source: Text | None = None, rival: Text | None = None
    ) -> None:
        self._stance(person, Attitude.SUPPORT, grade, ago, source, rival)

    def neutral(
        self, person: str, grade: Grade, ago: int, source: Text | None = None, rival: Text | None = None
    ) -> None:
        self._stance(person, Attitude.NEUTRAL, grade, ago, source, rival)

    def opposes(
        self, person: str, grade: Grade, ago: int, source: Text | None = None, rival: Text | None = None
    ) -> None:
        self._stance(person, Attitude.OPPOSE, grade, ago, source, rival)

    def _stance(
        self, person: str, attitude: Attitude, grade: Grade, ago: int, source: Text | None, rival: Text | None
    ) -> None:
        draft = self._draft
        draft.add(
            StanceRow(
                opportunity=self._id,
                person=person,
                rival=draft.maybe(rival),
                attitude=attitude,
                grade=grade,
                source=draft.maybe(source),
                learned_on=draft.ago(ago),
            )
        )

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
                needed_on=self._ahead(needed),
                available_on=self._ahead(available),
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

    # Work

    def effort(
        self,
        sales: float,
        presales: float,
        delivery: float,
        money: float | None = None,
        spent: float | None = None,
        money_spent: float | None = None,
        level: Text = ("全力", "full"),
        shift: float | None = None,
    ) -> None:
        """Hours of one level in all, and what was spent of them."""
        self._draft.add(
            EffortRow(
                opportunity=self._id,
                level=self._draft.say(level),
                hours_sales=sales,
                hours_presales=presales,
                hours_delivery=delivery,
                money=money,
                hours_spent=spent,
                money_spent=money_spent,
                shift=shift,
            )
        )

    def still_to_spend(self, remainder: float) -> None:
        self._draft.add(EffortRow(opportunity=self._id, level=self._draft.say(("全力", "full")), remainder=remainder))

    def move(
        self, key: str, colleague: str, person: str | None, ahead: int, purpose: Text, result: Text | None = None
    ) -> None:
        """Due so many days ahead; done on that day where it has a result."""
        draft = self._draft
        draft.add(
            MoveRow(
                id=f"{self._id}.{key}",
                opportunity=self._id,
                person=person,
                colleague=colleague,
                due_on=draft.ahead(ahead),
                purpose=draft.say(purpose),
                done_on=None if result is None else draft.ahead(ahead),
                result=draft.maybe(result),
            )
        )

    def decided(
        self,
        decision: Verdict,
        ago: int,
        by: str,
        reason: Text | None = None,
        review: int | None = None,
        *,
        overrules: bool | None = None,
    ) -> None:
        """`review` so many days ahead."""
        self._draft.add(
            DecisionRow(
                opportunity=self._id,
                decided_on=self._draft.ago(ago),
                decision=decision,
                reason=self._draft.maybe(reason),
                decided_by=by,
                overrules_limit=overrules,
                review_on=self._ahead(review),
            )
        )

    def ended(
        self, outcome: Outcome, ago: int, reason: Text, amount: float | None = None, won_by: Text | None = None
    ) -> None:
        self._draft.add(
            OutcomeRow(
                opportunity=self._id,
                outcome=outcome,
                closed_on=self._draft.ago(ago),
                won_by=self._draft.maybe(won_by),
                amount=amount,
                reason=self._draft.say(reason),
            )
        )
