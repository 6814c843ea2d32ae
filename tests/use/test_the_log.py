"""What somebody writes is kept beside what was there before: two people lose nothing, and all of it can be undone."""

import pytest

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Batch, Entry, Team
from harehawk.apps.access.problems import CannotUndo, ChangedMeanwhile, RowRefused, StillUsed
from harehawk.apps.access.undo import undo


def by(user):
    return Actor(user=user, door=Door.PAGE)


def latest():
    return Entry.objects.latest("pk")


def test_every_write_names_who_did_it_and_what_it_was_before(chen):
    team = log.add(by(chen), Team(name="West"))

    log.change(by(chen), team, 1, name="Far West")

    entry = latest()
    assert (entry.actor, entry.door, entry.act, entry.table, entry.row) == (
        chen,
        "page",
        "change",
        "access.team",
        team.pk,
    )
    assert (entry.before["name"], entry.after["name"]) == ("West", "Far West")
    assert entry.changed == {"name"}


def test_saving_what_is_there_already_leaves_no_entry(chen, north):
    log.change(by(chen), north, 1, name="North")

    assert not Entry.objects.exists()


def test_two_who_change_different_fields_both_keep_what_they_wrote(chen, wang, north, south):
    log.change(by(chen), north, 1, name="Upper North")

    log.change(by(wang), north, 1, parent=south)

    north.refresh_from_db()
    assert (north.name, north.parent, north.version) == ("Upper North", south, 3)


def test_two_who_change_the_same_field_are_shown_both_values_and_nothing_is_saved(chen, wang, north):
    log.change(by(chen), north, 1, name="Upper North")

    with pytest.raises(ChangedMeanwhile) as found:
        log.change(by(wang), north, 1, name="High North")

    assert "Chen changed this while you were writing" in str(found.value)
    assert "name: yours “High North”, now “Upper North”" in str(found.value)
    north.refresh_from_db()
    assert north.name == "Upper North"


def test_a_form_that_sends_all_fields_does_not_take_back_what_another_changed(chen, wang, north, south):
    log.change(by(chen), north, 1, name="Upper North")

    log.change(by(wang), north, 1, name="North", parent=south)

    north.refresh_from_db()
    assert (north.name, north.parent) == ("Upper North", south)


def test_a_row_that_breaks_a_rule_is_refused_in_the_words_of_the_rule(chen, north):
    with pytest.raises(RowRefused, match="already a team of this name"):
        log.add(by(chen), Team(name="North"))

    assert not Entry.objects.exists()


def test_a_row_that_others_hang_on_is_not_removed(chen, north, lin):
    with pytest.raises(StillUsed, match="such as “Lin”"):
        log.remove(by(chen), north)

    assert Team.objects.filter(pk=north.pk).exists()


@pytest.mark.parametrize("write", ["add", "change", "remove"])
def test_undo_brings_back_what_was_there_and_is_itself_an_entry_that_can_be_undone(write, chen):
    team = log.add(by(chen), Team(name="West"))
    if write == "change":
        log.change(by(chen), team, 1, name="Far West")
    if write == "remove":
        log.remove(by(chen), team)
    written = latest()

    undo(by(chen), written)

    left = list(Team.objects.values_list("pk", "name"))
    assert left == ([] if write == "add" else [(team.pk, "West")])
    undo(by(chen), latest())
    left = list(Team.objects.values_list("name", flat=True))
    assert left == {"add": ["West"], "change": ["Far West"], "remove": []}[write]


def test_undo_does_not_take_away_what_somebody_wrote_over_it_since(chen, wang):
    team = log.add(by(chen), Team(name="West"))
    log.change(by(chen), team, 1, name="Far West")
    written = latest()
    log.change(by(wang), team, 2, name="Wild West")

    with pytest.raises(CannotUndo, match="“Wild West” was changed again since"):
        undo(by(chen), written)

    team.refresh_from_db()
    assert team.name == "Wild West"


def test_what_was_done_together_is_undone_together(chen):
    together = by(chen).gathering(Batch.Kind.ACT)
    west = log.add(together, Team(name="West"))
    log.add(together, Team(name="Coast", parent=west))
    log.change(together, west, 1, name="Far West")

    undo(by(chen), together.batch)

    assert not Team.objects.exists()


def test_a_password_never_gets_into_the_log(chen):
    log.change(by(chen), chen, 1, name="Chen Yi")

    assert "password" not in str(latest().before) + str(latest().after)
