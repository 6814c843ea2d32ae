"""One opportunity of the sample while it is written: every line adds a row about it."""

from harehawk.book.sample.draft import Draft, Text
from harehawk.book.sample.terms import Terms
from harehawk.book.sheets.buying_group import BodyRow, InfluenceRow, MemberRow, StanceRow
from harehawk.book.sheets.choices import (
    Attitude,
    Outcome,
    Procurement,
    Route,
    Scope,
)  # fmt: skip
from harehawk.book.sheets.evidence import EvidenceRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.sheets.work import DecisionRow, EffortRow, MoveRow, OutcomeRow
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict
from harehawk.engine.organisation.group import Role, Rule


class Deal(Terms):
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
        super().__init__(draft, name)
        self._owner = owner
        draft.add(
            OpportunityRow(
                id=name,
                name=draft.say(words),
                customer=customer,
                owner=owner,
                amount=amount,
                margin=margin,
                expected_signature=draft.day(signature),
                found_on=None if found is None else draft.ago(found),
                procurement_method=method,
                shortlist_closed=closed,
                notice_on=draft.day(notice),
                opening_on=draft.day(opening),
                award_on=draft.day(award),
                decision_rule=rule,
                quota=quota,
                contract_route=route,
                note=draft.maybe(note),
            )
        )

    # What we hold of the criteria

    def yes(self, criterion: str, grade: Grade, ago: int, source: Text | None = None) -> None:
        self._evidence(criterion, Answer.YES, grade, ago, source)

    def no(
        self, criterion: str, grade: Grade, ago: int, source: Text | None = None, *, sealed: bool | None = None
    ) -> None:
        self._evidence(criterion, Answer.NO, grade, ago, source, sealed=sealed)

    def asked(self, criterion: str, grade: Grade, ago: int, source: Text) -> None:
        """Asked, and nobody knows."""
        self._evidence(criterion, Answer.NOT_KNOWN, grade, ago, source)

    def _evidence(
        self, criterion: str, answer: Answer, grade: Grade, ago: int, source: Text | None, *, sealed: bool | None = None
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
                sealed=sealed,
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
                meets_on=self._draft.day(meets),
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

    # Work

    def effort(
        self,
        sales: float,
        presales: float,
        delivery: float,
        money: float | None = None,
        spent: float | None = None,
        money_spent: float | None = None,
        level: str = "full",
        shift: float | None = None,
    ) -> None:
        """Hours of one level in all, and what was spent of them."""
        self._draft.add(
            EffortRow(
                opportunity=self._id,
                level=level,
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
        self._draft.add(EffortRow(opportunity=self._id, level="full", remainder=remainder))

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
                review_on=self._draft.day(review),
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
