"""A judgement as data for programs: the shape of `judge --format json`. Schema: docs/reference/judge.schema.json."""

from typing import Any

from harehawk.engine.common import Range
from harehawk.engine.gates.judgement import GateView, Judgement, Question
from harehawk.engine.gates.method import Method
from harehawk.wording.names import Names
from harehawk.wording.sentences import reason
from harehawk.wording.voice import Voice

UNNAMED = "unnamed"


def in_order(judgements: tuple[Judgement, ...]) -> list[Judgement]:
    """Most expected value first, ties by id."""
    return sorted(judgements, key=lambda one: (-one.expected_value.point, one.case))


def record(judgement: Judgement, customer: str, method: Method, names: Names, voice: Voice) -> dict[str, Any]:
    """Numbers unrounded, money in the company's currency, ids those of the book."""
    said = {"verdict": judgement.verdict, "reason": reason(judgement, method, names, voice)}
    return {"id": judgement.case, "customer": customer, "class": judgement.customer_class, **said, **figures(judgement)}


def figures(judgement: Judgement) -> dict[str, Any]:
    """The part of it that is said in no language."""
    worth = judgement.worth
    return {
        "failing_gate": judgement.failing_gate,
        "level": judgement.level,
        "chance": _range(judgement.chance),
        "gates": [_gate(gate) for gate in judgement.gates],
        "group_support": None if judgement.group_support is None else _range(judgement.group_support),
        "shares": {UNNAMED if who == "?" else who: share for who, share in judgement.shares.items() if who},
        "worth": {
            "net_present_value": worth.net_present_value,
            "peak_capital": worth.peak_capital,
            "total": worth.total,
            "robustness": worth.robustness,
        },
        "expected_value": judgement.expected_value.point,
        "confidence": judgement.confidence,
        "assumed": list(judgement.assumed),
        "questions": [_question(question) for question in judgement.questions],
        "talk_next": [{"person": step.person, "gain": step.gain, "hours": step.hours} for step in judgement.talk_next],
        "power": [{"person": one.person, "rank": one.rank, "power": one.power} for one in judgement.power],
    }


def _range(value: Range) -> dict[str, float]:
    return {"point": value.point, "low": value.low, "high": value.high}


def _gate(gate: GateView) -> dict[str, Any]:
    return _range(gate.value) | {"bar": gate.bar, "state": gate.state}


def _question(question: Question) -> dict[str, Any]:
    return {
        "about": [{"kind": topic.kind, "id": topic.id} for topic in question.about],
        "value": question.value,
        "cost": question.cost,
        "if_yes": question.if_yes,
        "if_no": question.if_no,
    }
