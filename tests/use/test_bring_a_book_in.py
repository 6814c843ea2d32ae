"""Sales operations bring a whole book in: look first, confirm, and take it back if it was wrong."""

import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers.actions import change_customer
from harehawk.apps.customers.models import Customer
from harehawk.apps.exchange import actions, imports, tasks
from harehawk.apps.exchange.models import Import, Staged
from harehawk.apps.exchange.problems import BuiltUpon, ImportNotFound, ImportNotYours, ImportOfAnother, NotWaiting
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.apps.opportunities.actions import change_opportunity
from harehawk.apps.opportunities.models import Evidence, Factor, Judgement, Opportunity, Rejudging
from harehawk.book.sample import sample
from harehawk.book.sheets import SHEETS
from harehawk.book.write import write

pytestmark = pytest.mark.django_db
DEAL = {
    "customers": [{"name": "Yangtze Rail"}],
    "colleagues": [{"name": "Lin"}],
    "opportunities": [{"name": "Tower", "customer": "Yangtze Rail", "owner": "Lin", "amount": 3_000_000}],
}


@pytest.fixture
def qian(person):
    return person("Qian", "operations")


@pytest.fixture(scope="module")
def whole():
    return sample("en", timezone.localdate())


def by(user):
    return Actor(user=user, door=Door.PAGE)


def as_json(book):
    file = io.BytesIO()
    write(book, file, "json", "en")
    return file.getvalue()


def bring(user, content, name="book.json"):
    """Upload and confirm, and let the worker do its work."""
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    number = actions.start_import(actor=by(user), content=content, name=name, language="en")
    if Import.objects.get(pk=number).state == "staged":
        actions.confirm_import(actor=by(user), number=number)
        tasks.store.call(number, user.pk)
    return Import.objects.get(pk=number)


def counts(work):
    return {row["sheet"]: (row["new"], row["changed"], row["unchanged"]) for row in work.summary}


def test_before_anything_is_stored_it_says_what_would_be_new(qian):
    number = actions.start_import(actor=by(qian), content=json.dumps(DEAL).encode(), name="deal.json", language="en")

    work = Import.objects.get(pk=number)
    assert work.state == "staged"
    assert counts(work) == {"customers": (1, 0, 0), "colleagues": (1, 0, 0), "opportunities": (1, 0, 0)}
    assert not Opportunity.objects.exists()


def test_what_comes_out_again_is_what_went_in_and_importing_it_changes_nothing(qian, whole):
    work = bring(qian, as_json(whole))

    out = whole_book()

    assert work.state == "done"
    assert [sheet.key for sheet in SHEETS if out.rows(sheet.key) != whole.rows(sheet.key)] == []
    entries = Entry.objects.count()
    again = bring(qian, as_json(out))
    assert all(row["new"] == row["changed"] == 0 for row in again.summary)
    assert Entry.objects.count() == entries


def test_a_problem_in_one_cell_keeps_all_of_it_out(qian):
    work = bring(qian, {**DEAL, "needs": [{"opportunity": "Towr", "need": "seats"}]})

    assert work.state == "problems"
    assert [(problem["sheet"], problem["row"], problem["rule"]) for problem in work.problems] == [
        ("needs", 1, "nothing_near")
    ]
    assert not Customer.objects.exists()
    assert not Staged.objects.exists()


def test_an_empty_cell_clears_and_an_absent_column_leaves_as_it_is(qian):
    bring(qian, {**DEAL, "customers": [{"name": "Yangtze Rail", "industry": "rail", "region": "East"}]})

    work = bring(qian, {"customers": [{"name": "Yangtze Rail", "industry": ""}]})

    customer = Customer.objects.get()
    assert (customer.industry, customer.region) == ("", "East")
    assert counts(work) == {"customers": (0, 1, 0)}


def test_an_absent_row_stays(qian):
    bring(qian, DEAL)

    bring(qian, {"customers": [{"name": "Other Rail"}]})

    assert Customer.objects.count() == 2
    assert Opportunity.objects.count() == 1


def test_a_changed_fact_is_added_and_the_old_one_kept(qian):
    rivals = {"rivals": [{"opportunity": "Tower", "rival": "Acme"}]}

    def told(advantage):
        return {
            **DEAL,
            **rivals,
            "factors": [{"opportunity": "Tower", "rival": "Acme", "factor": "price", "advantage": advantage}],
        }

    bring(qian, told(-1))

    bring(qian, told(2))

    assert list(Factor.objects.order_by("pk").values_list("advantage", flat=True)) == [-1, 2]
    assert [row.advantage for row in whole_book().factors] == [2]


def test_a_book_without_ids_finds_the_customers_that_have_one(qian):
    bring(qian, {"customers": [{"id": "C-17", "name": "Yangtze Rail"}]})

    bring(qian, DEAL)

    assert list(Customer.objects.values_list("key", "name")) == [("C-17", "Yangtze Rail")]
    assert Opportunity.objects.get().customer.key == "C-17"


SHORT = "customer,opportunity,owner,amount,money,heard from\nYangtze Rail,Tower,Lin,3000000,secured,Mei\n"


def short(user, content):
    return bring(user, content.encode(), "short.csv")


def test_the_short_form_brought_in_again_on_another_day_says_nothing_new(qian):
    short(qian, SHORT)
    Customer.objects.update(industry="rail")
    Evidence.objects.update(learned_on=dt.date(2026, 1, 5))

    work = short(qian, SHORT)

    assert all(row["new"] == row["changed"] == 0 for row in work.summary)
    assert Customer.objects.get().industry == "rail"
    assert Evidence.objects.count() == 1


def test_the_judgements_come_after_it_in_the_background(qian, whole):
    bring(qian, as_json(whole))
    work = Rejudging.objects.get()

    from harehawk.apps.opportunities.rejudging import rejudge

    rejudge.call(work.pk)

    work.refresh_from_db()
    assert (work.done, work.total, work.changed) == (15, 15, 15)
    assert Judgement.objects.filter(latest=True).count() == 15


def test_an_import_is_taken_back_whole(qian, whole):
    bring(qian, DEAL)
    before = whole_book()

    work = bring(qian, as_json(replace(whole, company=(), classes=())))
    actions.undo_import(actor=by(qian), number=work.pk)

    assert whole_book() == before
    assert Import.objects.get(pk=work.pk).state == "undone"


def test_what_others_built_upon_is_not_taken_back(qian):
    work = bring(qian, DEAL)
    tower = Opportunity.objects.get()
    change_opportunity(actor=by(qian), opportunity=tower.pk, seen_version=1, amount=4_000_000)

    with pytest.raises(BuiltUpon, match=r"“Tower”\. Nothing was changed"):
        actions.undo_import(actor=by(qian), number=work.pk)

    assert Opportunity.objects.get().amount == 4_000_000


def test_a_stopped_import_leaves_nothing(qian):
    number = actions.start_import(actor=by(qian), content=json.dumps(DEAL).encode(), name="deal.json", language="en")

    actions.cancel_import(actor=by(qian), number=number)

    assert Import.objects.get(pk=number).state == "cancelled"
    assert not Staged.objects.exists()
    with pytest.raises(NotWaiting):
        actions.confirm_import(actor=by(qian), number=number)


def test_an_import_that_is_stopped_while_it_is_stored_leaves_nothing(qian, monkeypatch):
    number = actions.start_import(actor=by(qian), content=json.dumps(DEAL).encode(), name="deal.json", language="en")
    actions.confirm_import(actor=by(qian), number=number)
    made_ready = imports.ready

    def stopped_meanwhile(*plans):
        actions.cancel_import(actor=by(qian), number=number)
        return made_ready(*plans)

    monkeypatch.setattr(imports, "ready", stopped_meanwhile)
    tasks.store.call(number, qian.pk)

    assert Import.objects.get(pk=number).state == "cancelled"
    assert not Opportunity.objects.exists()


def test_an_import_whose_reading_was_cut_off_can_be_put_away(qian):
    cut = Import.objects.create(name="deal.json", language="en", asked_by=qian, state="reading")

    actions.cancel_import(actor=by(qian), number=cut.pk)

    cut.refresh_from_db()
    assert cut.state == "cancelled"


@pytest.mark.parametrize(("name", "plans"), [("Other Rail", 1), ("Yangtze Rail", 2)])
def test_only_who_writes_about_the_same_meanwhile_has_an_import_planned_anew(qian, name, plans):
    bring(qian, {"customers": [{"name": "Other Rail"}, {"name": "Yangtze Rail"}]})
    content = json.dumps({"customers": [{"name": "Yangtze Rail", "region": "East"}]}).encode()
    number = actions.start_import(actor=by(qian), content=content, name="region.json", language="en")
    written = []

    def write_once(*_):
        customer = Customer.objects.get(name=name)
        if not written:
            change_customer(actor=by(qian), customer=customer.pk, seen_version=customer.version, industry="rail")
        written.append(name)

    imports.store(Import.objects.get(pk=number), by(qian), judge=lambda _: None, watch=write_once)

    assert len(written) == plans
    assert set(Customer.objects.values_list("name", "industry", "region")) == {
        ("Other Rail", "rail" if name == "Other Rail" else "", ""),
        ("Yangtze Rail", "rail" if name == "Yangtze Rail" else "", "East"),
    }


def test_only_who_may_import_sees_imports_and_only_who_brought_one_has_it_stored(qian, lin, chen):
    with pytest.raises(ImportNotYours):
        actions.start_import(actor=by(lin), content=b"{}", name="x.json", language="en")
    number = actions.start_import(actor=by(qian), content=json.dumps(DEAL).encode(), name="deal.json", language="en")

    with pytest.raises(ImportNotFound):
        actions.confirm_import(actor=by(lin), number=number)
    with pytest.raises(ImportOfAnother):
        actions.confirm_import(actor=by(chen), number=number)
