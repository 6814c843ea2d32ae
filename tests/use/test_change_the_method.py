"""Sales operations change the method: tried out first, then it holds, with author and day, and can be taken back."""

import pytest

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.access.problems import ChangedMeanwhile
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange.actions import load_sample
from harehawk.apps.method import actions, history
from harehawk.apps.method.actions import Wanted
from harehawk.apps.method.models import CustomerClass, Version
from harehawk.apps.method.problems import (
    ClassInUse,
    CodeTaken,
    MethodNotYours,
    NothingChanged,
    SettingNotFound,
    SettingRefused,
)
from harehawk.apps.method.queries import setting, settings_book, version
from harehawk.apps.opportunities import previewing
from harehawk.apps.opportunities.actions import undo_entry
from harehawk.apps.opportunities.models import Judgement, Preview, Rejudging
from harehawk.apps.opportunities.problems import PreviewOver
from harehawk.apps.opportunities.rejudging import rejudge


@pytest.fixture
def qian(person):
    """Of sales operations."""
    return person("Qian", "operations")


@pytest.fixture
def ops(qian):
    return Actor(user=qian, door=Door.PAGE)


@pytest.fixture
def sample(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")


def floor(share, **of):
    return Wanted(sheet="classes", code="key", cells={"margin_floor": share}, **of)


def test_a_change_holds_with_author_and_day_and_what_rests_on_it_is_judged_by_it(ops, qian, sample):
    before = version()

    number = actions.change_setting(actor=ops, wanted=floor(0.6))
    work = Rejudging.objects.get(why="method")
    rejudge.call(work.pk)

    made = history.versions()[0]
    (changed,) = made.changed
    assert (number, made.number, made.by) == (before + 1, before + 1, "Qian")
    assert (changed.code, changed.column.key, changed.before, changed.after) == ("key", "margin_floor", None, 0.6)
    assert work.asked_by == qian
    closed = Judgement.objects.filter(latest=True, why="limit broken", customer_class="key")
    assert closed.exists()
    assert {one.method_version for one in closed} == {number}


def test_what_is_tried_out_is_not_kept(ops, sample):
    before = settings_book(), version(), Entry.objects.count(), Judgement.objects.count()

    number = previewing.ask_for_preview(actor=ops, wanted=floor(0.6))

    found = previewing.tried_out(ops.user, number, 50)
    assert found.ended
    assert found.done == found.total > 0
    assert (settings_book(), version(), Entry.objects.count(), Judgement.objects.count()) == before
    assert (found.turning, found.turned) == (0, []), "Qian reads none of them"
    assert found.other_total == found.total


def test_totals_of_the_rest_are_told_only_where_they_tell_of_no_single_one(ops, sample, monkeypatch):
    number = previewing.ask_for_preview(actor=ops, wanted=floor(0.6))

    assert previewing.tried_out(ops.user, number, 50).others is None
    monkeypatch.setattr(previewing, "FEW", 1)
    told = previewing.tried_out(ops.user, number, 50).others
    assert told
    assert {after for _, after, _ in told} == {"abandon"}


def test_of_many_it_is_tried_out_in_the_background_and_can_be_stopped(ops, sample, monkeypatch):
    monkeypatch.setattr(previewing, "AT_THE_SPOT", 0)
    number = previewing.ask_for_preview(actor=ops, wanted=floor(0.6))
    assert not previewing.tried_out(ops.user, number, 50).ended
    with pytest.raises(PreviewOver):
        previewing.confirm_preview(actor=ops, number=number)

    previewing.stop_preview(actor=ops, number=number)
    previewing.preview.call(number)

    found = previewing.tried_out(ops.user, number, 50)
    assert (found.ended, found.cancelled, found.done) == (True, True, 0)
    assert found.total > 0


def test_a_director_sees_which_of_the_own_deals_would_turn(ops, sample):
    from harehawk.apps.access.models import User

    leads = [user for user in User.objects.all() if "director" in user.roles]
    number = previewing.ask_for_preview(actor=ops, wanted=floor(0.6))

    seen = [previewing.tried_out(user, number, 50) for user in leads]

    turned = [one for found in seen for one in found.turned]
    assert turned
    assert all(one.before.verdict != one.after.verdict for one in turned)
    assert all(found.others is None for found in seen)
    number = previewing.confirm_preview(actor=ops, number=number)
    assert number == version()


def test_what_was_tried_out_is_what_is_kept_once_it_holds(ops, sample):
    number = previewing.ask_for_preview(actor=ops, wanted=floor(0.6))
    judged = Preview.objects.get(pk=number).judged

    previewing.confirm_preview(actor=ops, number=number)
    rejudge.call(Rejudging.objects.get(why="method").pk)

    kept = dict(Judgement.objects.filter(latest=True).values_list("opportunity", "verdict"))
    assert any(before != after for _, before, after in judged)
    assert {one: after for one, _, after in judged} == {one: kept[one] for one, _, _ in judged}


def test_it_is_taken_back_by_one_more_version(ops, sample):
    before = settings_book()
    number = actions.change_setting(actor=ops, wanted=floor(0.6))

    again = actions.undo_version(actor=ops, number=number)
    actions.change_setting(actor=ops, wanted=floor(0.5))
    undo_entry(actor=ops, entry=Entry.objects.filter(table="method.customerclass").latest("pk").pk)

    assert again == number + 1
    assert version() == number + 3
    assert settings_book().classes == before.classes


def test_nonsense_is_refused(ops, db):
    wrong = [
        (SettingRefused, Wanted(sheet="criteria", code="qualified", cells={"must": True, "prior": 0.3})),
        (SettingRefused, Wanted(sheet="criteria", code="own", adds=True, cells={"name": "it is so"})),
        (CodeTaken, Wanted(sheet="classes", code="key", adds=True, cells={})),
        (SettingNotFound, Wanted(sheet="criteria", code="qualified", customer_class="gold", cells={"swing": 1.0})),
        (NothingChanged, Wanted(sheet="classes", code="key", cells={})),
    ]
    for problem, wanted in wrong:
        with pytest.raises(problem):
            actions.change_setting(actor=ops, wanted=wanted)
    assert not Version.objects.exists()


def test_a_class_that_customers_have_stays(ops, db):
    actions.change_setting(actor=ops, wanted=Wanted(sheet="classes", code="gold", adds=True, cells={"fit": 0.2}))
    actions.change_setting(
        actor=ops, wanted=Wanted(sheet="criteria", code="qualified", customer_class="gold", cells={"swing": 3.0})
    )
    acme = Customer.objects.create(key="Acme", name="Acme", customer_class="gold")
    away = Wanted(sheet="classes", code="gold", seen_version=1)

    with pytest.raises(ClassInUse):
        actions.change_setting(actor=ops, wanted=away)
    acme.delete()
    actions.change_setting(actor=ops, wanted=away)

    assert not CustomerClass.objects.exists()
    assert setting("criteria", code="qualified", customer_class="gold") is None


def test_two_who_change_the_same_cell_are_told(ops, chen, db):
    actions.change_setting(actor=Actor(user=chen, door=Door.PAGE), wanted=floor(0.1))

    with pytest.raises(ChangedMeanwhile):
        actions.change_setting(actor=ops, wanted=floor(0.2))
    actions.change_setting(actor=ops, wanted=Wanted(sheet="classes", code="key", cells={"fit": 0.2}))

    row = CustomerClass.objects.get()
    assert (row.margin_floor, row.fit) == (0.1, 0.2)


def test_only_sales_operations_and_administrators_set_it(lin, db):
    with pytest.raises(MethodNotYours):
        previewing.ask_for_preview(actor=Actor(user=lin, door=Door.PAGE), wanted=floor(0.6))
