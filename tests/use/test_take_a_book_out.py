"""Everybody takes out what he may see, and nothing else; bringing that back in changes nothing."""

import io

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange import actions, tasks
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.queries import readable_book
from harehawk.apps.exchange.sample import load_sample, remove_sample
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.apps.method.models import Company
from harehawk.book.read import read
from harehawk.book.sample import sample as book_of_sample
from harehawk.book.sheets import SHEETS
from harehawk.book.write import write

pytestmark = pytest.mark.django_db
SECRET = ("stances", "members", "evidence", "rivals", "factors", "payments", "costs", "worth", "harms", "relationships")


@pytest.fixture
def sample(chen):
    load_sample(actor=by(chen), language="en")


@pytest.fixture
def colleague(sample):
    return lambda name: User.objects.get(email=f"{name}@yingye.example")


def by(user):
    return Actor(user=user, door=Door.PAGE)


def as_file(book, kind):
    file = io.BytesIO()
    write(book, file, kind, "en")
    return file.getvalue()


def test_the_director_of_all_takes_out_all(colleague):
    out, whole = readable_book(colleague("guan-zhiheng")), whole_book()

    assert [sheet.key for sheet in SHEETS if out.rows(sheet.key) != whole.rows(sheet.key)] == []


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_the_sample_comes_out_as_it_is_and_goes_in_again_as_it_came_out(chen, kind):
    load_sample(actor=by(chen), language="en")
    book, out = book_of_sample("en", timezone.localdate()), whole_book()
    assert [sheet.key for sheet in SHEETS if out.rows(sheet.key) != book.rows(sheet.key)] == []

    remove_sample(actor=by(chen))
    assert not any(whole_book().rows(sheet.key) for sheet in SHEETS)
    number = actions.start_import(actor=by(chen), content=as_file(out, kind), name=f"out.{kind}", language="en")
    actions.confirm_import(actor=by(chen), number=number)
    tasks.store.call(number, chen.pk)

    assert as_file(whole_book(), "json") == as_file(out, "json")


def test_beside_settings_of_ones_own_the_sample_has_everything_else(chen):
    Company.objects.create(name="Ours")

    load_sample(actor=by(chen), language="en")

    book, out = book_of_sample("en", timezone.localdate()), whole_book()
    missing = {sheet.key for sheet in SHEETS if out.rows(sheet.key) != book.rows(sheet.key)}
    assert missing == {"company", "classes"}, "which are one's own"
    remove_sample(actor=by(chen))
    assert {sheet.key for sheet in SHEETS if whole_book().rows(sheet.key)} == {"company"}


def test_an_account_manager_takes_out_her_own(colleague):
    out = readable_book(colleague("lin-xiaolan"))

    assert out.opportunities
    assert {row.owner for row in out.opportunities} == {"lin-xiaolan"}
    assert {row.opportunity for row in out.stances} <= {row.id or row.name for row in out.opportunities}


def test_sales_operations_take_out_names_and_amounts_but_no_secrets(sample, person):
    out = readable_book(person("Qian", "operations"))

    assert len(out.opportunities) == len(whole_book().opportunities)
    assert any(row.amount for row in out.opportunities)
    assert not any(row.margin for row in out.opportunities)
    assert not any(out.rows(sheet) for sheet in SECRET)


def test_finance_takes_out_the_money_and_no_stances(colleague):
    out = readable_book(colleague("su-qing"))

    assert out.payments
    assert out.harms
    assert not out.stances
    assert not out.rivals


@pytest.mark.parametrize("name", ["guan-zhiheng", "lin-xiaolan", "shen-yi", "su-qing", "mei-ruolan"])
def test_what_anybody_takes_out_reads_back_without_a_problem(colleague, name):
    reading = read(as_file(readable_book(colleague(name)), "json"), "out.json", today=timezone.localdate())

    assert reading.problems == ()


def test_bringing_in_a_book_without_the_secrets_clears_none_of_them(sample, person):
    qian, before = person("Qian", "operations"), whole_book()

    number = actions.start_import(
        actor=by(qian), content=as_file(readable_book(qian), "json"), name="out.json", language="en"
    )

    assert Import.objects.get(pk=number).state == "done"
    assert whole_book() == before
