"""Everybody takes out what he may see, and nothing else; bringing that back in changes nothing."""

import io

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange import actions
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.queries import readable_book
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.book.read import read
from harehawk.book.sheets import SHEETS
from harehawk.book.write import write

pytestmark = pytest.mark.django_db
SECRET = ("stances", "members", "evidence", "rivals", "factors", "payments", "costs", "worth", "harms", "relationships")


@pytest.fixture
def sample(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")


@pytest.fixture
def colleague(sample):
    return lambda name: User.objects.get(email=f"{name}@yingye.example")


def as_json(book):
    file = io.BytesIO()
    write(book, file, "json", "en")
    return file.getvalue()


def test_the_director_of_all_takes_out_all(colleague):
    out, whole = readable_book(colleague("guan-zhiheng")), whole_book()

    assert [sheet.key for sheet in SHEETS if out.rows(sheet.key) != whole.rows(sheet.key)] == []


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
    reading = read(as_json(readable_book(colleague(name))), "out.json", today=timezone.localdate())

    assert reading.problems == ()


def test_bringing_in_a_book_without_the_secrets_clears_none_of_them(sample, person):
    qian, before = person("Qian", "operations"), whole_book()
    by = Actor(user=qian, door=Door.PAGE)

    number = actions.start_import(actor=by, content=as_json(readable_book(qian)), name="out.json", language="en")

    assert Import.objects.get(pk=number).state == "done"
    assert whole_book() == before
