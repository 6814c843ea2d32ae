"""How long a workbook stays in memory."""

from harehawk.web.memory import Memory

TWO_HOURS = 2 * 3600


def test_a_workbook_stays_for_two_hours_after_somebody_last_looked_at_it():
    now = [0.0]
    memory = Memory[str](most=9, seconds=TWO_HOURS, clock=lambda: now[0])
    memory.put("Lin", "book of Lin")

    now[0] += TWO_HOURS - 1
    assert memory.get("Lin") == "book of Lin"
    now[0] += TWO_HOURS - 1
    assert memory.get("Lin") == "book of Lin"
    now[0] += TWO_HOURS

    assert memory.get("Lin") is None


def test_when_many_drop_workbooks_the_one_least_looked_at_goes_first():
    memory = Memory[str](most=2, seconds=TWO_HOURS)
    memory.put("Lin", "book of Lin")
    memory.put("Zhao", "book of Zhao")

    memory.get("Lin")
    memory.put("Sun", "book of Sun")

    assert memory.get("Zhao") is None
    assert memory.get("Lin") == "book of Lin"
