"""Facts: added, never changed. Undo takes one back."""

import datetime as dt
from decimal import Decimal

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.customers.lateness import method_on
from harehawk.apps.customers.models import Colleague
from harehawk.apps.method.queries import version
from harehawk.apps.opportunities.actions.attaching import attach
from harehawk.apps.opportunities.actions.frame import writing
from harehawk.apps.opportunities.files import Upload, checked
from harehawk.apps.opportunities.models import Decision, Evidence, Factor, Influence, Outcome, Stance
from harehawk.apps.opportunities.problems import CriterionUnknown, ReasonMissing
from harehawk.book.sheets.choices import Attitude
from harehawk.book.sheets.choices import Outcome as Ending
from harehawk.engine.common import Factor as Compared
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from harehawk.engine.gates.judgement import Verdict


def record_evidence(
    *, actor: Actor, opportunity: int, criterion: str, answer: Answer, grade: Grade, learned_on: dt.date,
    source: str = "", document: str = "", sealed: bool = False, file: Upload | None = None,
) -> int:  # fmt: skip
    """Add one fact for or against a criterion: yes, no, or asked, not known.

    A file that it carries is its document where no other is named.
    Raises OpportunityNotFound, CriterionUnknown, FileTooLarge, FileEmpty, FileKindUnknown, FileNamedOtherwise,
    RuleBroken, RowRefused.
    """
    carried = checked(file) if file else None
    with writing(actor, opportunity) as target:
        if criterion not in {one.code for one in method_on(version(), learned_on).criteria}:
            raise CriterionUnknown(criterion)
        fact = Evidence(
            opportunity=target, criterion=criterion, answer=answer, grade=grade, source=source.strip(),
            learned_on=learned_on, document=document.strip() or (carried.name if carried else ""),
            sealed=sealed or None, recorder=_colleague(actor),
        )  # fmt: skip
        return attach(actor, log.add(actor, fact), carried).pk


def record_stance(
    *, actor: Actor, opportunity: int, person: int, attitude: Attitude, grade: Grade, learned_on: dt.date,
    rival: str = "", source: str = "", sealed: bool = False, file: Upload | None = None,
) -> int:  # fmt: skip
    """Add what a person thinks of us, or of a rival. A file that it carries is its source where no other is named.

    Raises OpportunityNotFound, FileTooLarge, FileEmpty, FileKindUnknown, FileNamedOtherwise,
    RuleBroken, RowRefused.
    """
    carried = checked(file) if file else None
    with writing(actor, opportunity) as target:
        fact = Stance(
            opportunity=target, person_id=person, rival=rival, attitude=attitude, grade=grade,
            source=source.strip() or (carried.name if carried else ""), learned_on=learned_on, sealed=sealed or None,
        )  # fmt: skip
        return attach(actor, log.add(actor, fact), carried).pk


def set_factor(
    *, actor: Actor, opportunity: int, rival: str, factor: Compared, advantage: int, grade: Grade | None = None,
    source: str = "", learned_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Add how we compare with a rival in one factor; it replaces what was known before.

    Raises OpportunityNotFound, RuleBroken, RowRefused.
    """
    with writing(actor, opportunity) as target:
        fact = Factor(
            opportunity=target, rival=rival, factor=factor, advantage=advantage, grade=grade or "",
            source=source.strip(), learned_on=learned_on,
        )  # fmt: skip
        return log.add(actor, fact).pk


def record_influence(
    *, actor: Actor, opportunity: int, listener: int, speaker: int, strength: int | None, conflict: bool = False,
    source: str = "", learned_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Add how much one member listens to another. Raises OpportunityNotFound, RuleBroken, RowRefused."""
    with writing(actor, opportunity) as target:
        fact = Influence(
            opportunity=target, listener_id=listener, speaker_id=speaker, strength=strength, conflict=conflict or None,
            source=source.strip(), learned_on=learned_on,
        )  # fmt: skip
        return log.add(actor, fact).pk


def decide(
    *, actor: Actor, opportunity: int, decision: Verdict, decided_on: dt.date, reason: str = "",
    overrules_limit: bool = False, review_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Add what people decided. Against the verdict, or over a broken limit, it needs a reason.

    Raises OpportunityNotFound, ReasonMissing, RuleBroken, RowRefused.
    """
    with writing(actor, opportunity) as target:
        judged = target.judgements.filter(latest=True).first()
        if judged is not None and judged.verdict != decision and not reason.strip():
            raise ReasonMissing
        fact = Decision(
            opportunity=target, decision=decision, decided_on=decided_on, reason=reason.strip(),
            decided_by=_colleague(actor), overrules_limit=overrules_limit or None, review_on=review_on,
        )  # fmt: skip
        return log.add(actor, fact).pk


def record_outcome(
    *, actor: Actor, opportunity: int, outcome: Ending, closed_on: dt.date, won_by: str = "",
    amount: Decimal | None = None, reason: str = "",
) -> int:  # fmt: skip
    """Add how it ended; the opportunity is no longer judged. Raises OpportunityNotFound, RuleBroken, RowRefused."""
    with writing(actor, opportunity) as target:
        fact = Outcome(
            opportunity=target, outcome=outcome, closed_on=closed_on, won_by=won_by.strip(), amount=amount,
            reason=reason.strip(),
        )  # fmt: skip
        return log.add(actor, fact).pk


def _colleague(actor: Actor) -> Colleague | None:
    return Colleague.objects.filter(user=actor.user).first() if actor.user else None
