"""Limits of gate 4: which of those that are broken close it, and which only warn.

What nobody entered cannot close a gate: with the defaults of a class alone the capital of most contracts
would exceed its limit. A broken limit therefore only warns where it rests on an assumed value: on assumed
milestones, costs, margin or payment class; or on assumed delay, unless it is broken with all money on the
contract's own terms too. (method.md §5, §7b say that a broken limit closes the gate, and its worked
example of a whole opportunity that this one's does not.)
"""

from dataclasses import replace

from harehawk.engine.gates.assume import Assumed
from harehawk.engine.worth.deal import Limit, Yardstick
from harehawk.engine.worth.valuation import LimitView, Worth, value

RESTS_ON = {
    Limit.CAPITAL: {"payments", "costs"},
    Limit.MARGIN: {"margin"},
    Limit.CREDIT: {"payments", "payment_class"},
    Limit.HARM: set[str](),
}


def with_warnings(worth: Worth, assumed: Assumed, yardstick: Yardstick) -> Worth:
    """Return a worth whose limits that are broken only by what is assumed are marked as warnings."""
    if all(limit.kept for limit in worth.limits):
        return worth
    on_terms = worth
    if "delay" in assumed.fields:
        on_terms = value(assumed.deal, replace(yardstick, late_mean=0.0, late_sd=0.0))
    limits = zip(worth.limits, on_terms.limits, strict=True)
    return replace(worth, limits=tuple(_marked(now, known, assumed) for now, known in limits))


def closes(worth: Worth) -> bool:
    """Whether a limit is broken by what is known."""
    return any(not limit.kept and not limit.warns for limit in worth.limits)


def _marked(limit: LimitView, on_terms: LimitView, assumed: Assumed) -> LimitView:
    rests_on_assumed = bool(RESTS_ON[limit.limit] & set(assumed.fields))
    return replace(limit, warns=not limit.kept and (rests_on_assumed or on_terms.kept))
