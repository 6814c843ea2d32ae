"""A question says what its answer would leave; judging the answered case says the same (method §7)."""

import pytest

from harehawk.engine.gates.answers import answered
from harehawk.engine.gates.cases import Cases
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.pack import DEFAULT


@pytest.mark.parametrize("yes", [True, False])
def test_judging_an_answer_gives_the_expected_value_the_question_promised(waterworks, yes):
    (now,) = judge(Cases(method=DEFAULT, rows=(waterworks,)))

    for question in now.questions:
        (then,) = judge(Cases(method=DEFAULT, rows=(answered(waterworks, question.about[0], yes=yes),)))

        promised = question.if_yes if yes else question.if_no
        assert then.expected_value.point == pytest.approx(promised, abs=1e-6)
