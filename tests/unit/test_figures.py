import pytest

from harehawk.wording.voice import Voice

ENGLISH, CHINESE = (Voice(language, str) for language in ("en", "zh"))


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.025, "2.5%"), (0.005, "0.5%"), (0.08, "8%"), (0.125, "13%"), (0.3, "30%"), (-0.032, "−3.2%"), (0, "0%")],
)
def test_a_share_keeps_one_decimal_below_ten_per_cent(value, written):
    assert ENGLISH.share(value) == written


def test_a_range_never_calls_certain_what_is_not():
    assert ENGLISH.chance_range(0.001, 0.52) == "<1%–52%"
    assert ENGLISH.chance_range(0.4, 0.999) == "40%–99%"
    assert ENGLISH.chance_range(0.001, 0.002) == "<1%"
    assert ENGLISH.chance_range(0, 1) == "0%–100%"


def test_joined_words_take_the_marks_of_the_language():
    assert ENGLISH.clauses(["a", "b"]) == "a; b"
    assert CHINESE.clauses(["甲", "乙"]) == "甲，乙"
    assert f"甲{CHINESE.colon}乙" == "甲：乙"
