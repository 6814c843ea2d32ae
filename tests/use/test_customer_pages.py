"""Pages of customers: what stands there for whom, in few statements, and changed where it is shown."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.customers.models import Customer, Invoice, Person, Post
from harehawk.apps.exchange.sample import load_sample
from harehawk.apps.opportunities.models import Judgement

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = {"customers": 15, "customer": 25}


@pytest.fixture
def as_one_of_us(chen, static_files):
    """The browser of somebody of the sample, by name; Lin Xiaolan owns the rail customers, Guan leads everybody."""
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")

    def come(name):
        browser = Client()
        browser.force_login(User.objects.get(name=name))
        return browser

    return come


@pytest.fixture
def lin(as_one_of_us):
    return as_one_of_us("Lin Xiaolan")


@pytest.fixture
def qian(as_one_of_us, person):
    browser = Client()
    browser.force_login(person("Qian", "operations"))
    return browser


@pytest.fixture
def metro(as_one_of_us):
    return Customer.objects.get(key="metro")


def seen(reply):
    """The words of a page, one space between two."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.text))


def statements(browser, address):
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def entered(form_page):
    """What a browser would send of a form as it stands."""
    fields = dict(re.findall(r'<input type="(?:text|hidden|date)" name="(\w+)"[^>]*? value="([^"]*)"', form_page.text))
    for name, options in re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', form_page.text, re.DOTALL):
        fields[name] = "".join(re.findall(r'value="([^"]*)" selected', options))
    return fields


def test_lin_finds_her_customers_with_what_is_open_and_when_something_was_last_heard(lin):
    page = seen(lin.get("/customers/"))

    assert "Customers: 3. Each has an open opportunity." in page
    assert "Linjiang Rail Transit Group strategic – Lin Xiaolan 1 Predictive maintenance platform" in page
    assert "Norlan Water China" not in page


@pytest.mark.parametrize(
    ("asked", "first", "others"),
    [
        ("q=water", "Dingchuan Drainage", 4),
        ("customer_class=key", "Beiling Energy Group", 4),
        ("sort=open", "Beiling Power Supply", 12),
        ("sort=amount", "Beiling Energy Group", 12),
        ("sort=-name", "Qishan Wind Power", 12),
        ("sort=nonsense&page=x&owner=x", "Beiling Energy Group", 12),
    ],
)
def test_a_director_finds_filters_and_sorts_by_the_address(as_one_of_us, asked, first, others):
    reply = as_one_of_us("Guan Zhiheng").get(f"/customers/?{asked}")

    names = re.findall(r'<th scope="row"[^>]*><a href="/customers/\d+/">([^<]+)', reply.text)
    assert (names[0], len(names)) == (first, others)


def test_the_list_takes_few_statements_however_many_customers_there_are(as_one_of_us):
    guan, owner = as_one_of_us("Guan Zhiheng"), Customer.objects.first().owner
    few = statements(guan, "/customers/")
    Customer.objects.bulk_create(Customer(key=f"more-{n}", name=f"More {n}", owner=owner) for n in range(120))

    assert statements(guan, "/customers/?sort=open") <= few <= MOST_STATEMENTS["customers"]
    assert "1 to 50 of 132" in seen(guan.get("/customers/"))


def test_one_customer_takes_few_statements_and_no_more_for_more_people(as_one_of_us, metro):
    guan, address = as_one_of_us("Guan Zhiheng"), f"/customers/{metro.pk}/"
    guan.get(address)
    few = statements(guan, address)
    for n in range(60):
        post = Post.objects.create(key=f"seat-{n}", title=f"Seat {n}", customer=metro)
        Person.objects.create(key=f"sitter-{n}", name=f"Sitter {n}", customer=metro, post=post)

    assert statements(guan, address) == few <= MOST_STATEMENTS["customer"]


def test_a_customer_says_what_is_open_whom_we_know_and_how_it_pays(lin, metro):
    page = seen(lin.get(f"/customers/{metro.pk}/"))

    assert "Open opportunities: 2, about 11M together (pursue 2)." in page
    assert "We know 7 of 9 people; the highest we do not: Ren Min, Head of materials." in page
    assert "learnt from 5 settled invoices" in page
    assert "it takes about 61, later than the 54 of a customer we know nothing of" in page
    assert "40 d overdue" in page
    assert (
        "Linjiang Rail Transit Group strategic Linjiang Metro Operations strategic Linjiang Rail Construction" in page
    )


def test_a_vacant_post_asks_who_sits_there(lin):
    group = Customer.objects.get(key="linjiang")

    page = seen(lin.get(f"/customers/{group.pk}/"))

    assert "1 post with nobody we know of" in page
    assert "nobody we know of Head of safety and quality" in page


def test_sales_operations_see_names_and_decisions_but_not_how_we_stand(qian, metro):
    reply = qian.get(f"/customers/{metro.pk}/")
    page = seen(reply)

    assert "Deng Guoqiang" in page
    assert "Point machine health" in page
    for secret in ("Who knows whom", "nobody yet", "We know", "Chance of winning", 'data-verdict="', "Importance"):
        assert secret not in reply.text


def test_a_group_that_is_not_ones_own_is_not_named(person, metro, as_one_of_us):
    from harehawk.apps.customers.models import Colleague

    mine = person("Ma", "account_manager")
    Customer.objects.filter(pk=metro.pk).update(owner=Colleague.objects.create(key="Ma", name="Ma", user=mine))
    browser = Client()
    browser.force_login(mine)

    page = seen(browser.get(f"/customers/{metro.pk}/"))
    form = browser.get(f"/customers/{metro.pk}/change/")

    assert "Linjiang Metro Operations" in page
    assert "Linjiang Rail Transit Group" not in page
    assert 'name="parent"' not in form.text
    assert "Linjiang Rail Transit Group" not in seen(browser.get("/customers/"))


def test_another_class_turns_verdicts_and_the_page_says_which_with_a_way_back(lin, metro):
    address = f"/customers/{metro.pk}/change/"
    given = entered(lin.get(address)) | {"customer_class": "standard"}

    reply = lin.post(address, given, follow=True)

    assert Customer.objects.get(pk=metro.pk).customer_class == "standard"
    assert {one.customer_class for one in Judgement.objects.filter(opportunity__customer=metro, latest=True)} == {
        "standard"
    }
    page = seen(reply)
    assert "Saved." in page
    assert "Undo" in page
    turned = [
        one.opportunity.name
        for one in Judgement.objects.filter(opportunity__customer=metro, latest=True).exclude(verdict="pursue")
    ]
    assert [name for name in turned if f"{name}: pursue →" in page] == turned


def test_undo_of_a_class_judges_as_before(lin, metro):
    address = f"/customers/{metro.pk}/change/"
    reply = lin.post(address, entered(lin.get(address)) | {"customer_class": "standard"}, follow=True)
    (way_back,) = re.findall(r'action="(/undo/\d+/)"', reply.text)

    lin.post(way_back, {"back": f"/customers/{metro.pk}/"})

    assert Customer.objects.get(pk=metro.pk).customer_class == "strategic"
    assert set(
        Judgement.objects.filter(opportunity__customer=metro, latest=True).values_list("customer_class", flat=True)
    ) == {"strategic"}


def test_two_who_change_the_same_see_both_words_and_nothing_is_lost(lin, as_one_of_us, metro):
    address = f"/customers/{metro.pk}/change/"
    hers = entered(lin.get(address)) | {"region": "Linjiang, west bank"}
    guan = as_one_of_us("Guan Zhiheng")
    guan.post(address, entered(guan.get(address)) | {"region": "Linjiang, east bank", "industry": "metro"})

    met = lin.post(address, hers)

    assert met.status_code == 409
    page = seen(met)
    assert "Guan Zhiheng changed this while you were writing" in page
    assert "Linjiang, east bank" in page
    assert 'value="Linjiang, west bank"' in met.text
    lin.post(address, entered(met) | {"take-region": "mine"})
    metro.refresh_from_db()
    assert (metro.region, metro.industry) == ("Linjiang, west bank", "metro")


def test_a_wrong_figure_stands_at_its_field_with_what_was_typed(lin, metro):
    address = f"/customers/{metro.pk}/change/"

    reply = lin.post(address, entered(lin.get(address)) | {"importance": "7"})

    assert reply.status_code == 422
    assert 'value="7"' in reply.text
    assert 'id="customers-importance_error"' in reply.text


def test_a_paid_invoice_teaches_and_is_entered_on_the_page(lin, metro):
    open_one = Invoice.objects.get(customer=metro, paid_on=None)
    address = f"/customers/{metro.pk}/invoices/{open_one.pk}/"

    reply = lin.post(address, entered(lin.get(address)) | {"paid_on": open_one.due_on.isoformat()}, follow=True)

    assert "learnt from 6 settled invoices" in seen(reply)


def test_somebody_new_gets_a_seat(lin, metro):
    lin.post(f"/customers/{metro.pk}/posts/add/", {"title": "Head of safety", "rank": "5"})
    seat = Post.objects.get(title="Head of safety")

    reply = lin.post(f"/customers/{metro.pk}/people/add/", {"name": "Shi Wen", "post": seat.pk}, follow=True)

    assert "Shi Wen Head of safety 5" in seen(reply)


def test_a_new_customer_is_ones_own(lin):
    reply = lin.post("/customers/add/", {"name": "Harbour Tunnel", "customer_class": "key"}, follow=True)

    page = seen(reply)
    assert "Harbour Tunnel owner Lin Xiaolan" in page
    assert "No opportunity is open here." in page
    assert "Nobody is entered here yet" in page


def test_whose_own_fields_one_does_not_write_has_no_forms(as_one_of_us, metro):
    finance = as_one_of_us("Su Qing")
    reply = finance.get(f"/customers/{metro.pk}/")

    assert reply.status_code == 200
    assert reverse("customer-change", args=[metro.pk]) not in reply.text
    assert finance.post(f"/customers/{metro.pk}/change/", {"name": "Mine"}).status_code == 404


def remove(browser, form_page):
    """Press the button of a form that removes what it shows."""
    page = browser.get(form_page).text
    return browser.post(re.search(r'class="remove" action="([^"]+)"', page)[1], follow=True)


def undo(browser, reply):
    """Press the button in the line that tells what was done."""
    address, back = (
        re.search(found, reply.text)[1] for found in (r'action="(/undo/\d+/)"', r'name="back" value="([^"]+)"')
    )
    return browser.post(address, {"back": back}, follow=True)


def test_what_was_entered_by_mistake_is_removed_and_comes_back_by_undo(lin, metro):
    here = f"/customers/{metro.pk}"
    lin.post(f"{here}/posts/add/", {"title": "Head of nothing", "rank": "5"})
    lin.post(f"{here}/people/add/", {"name": "Shi Wen"})
    lin.post(f"{here}/invoices/add/", {"number": "F-99", "issued_on": "2026-01-01", "due_on": "2026-02-01"})
    numbers = [
        Post.objects.get(title="Head of nothing"),
        Person.objects.get(name="Shi Wen"),
        Invoice.objects.get(number="F-99"),
    ]
    forms = [f"{here}/posts/{numbers[0].pk}/", f"/people/{numbers[1].pk}/change/", f"{here}/invoices/{numbers[2].pk}/"]

    for form, name in zip(forms, ("Head of nothing", "Shi Wen", "F-99"), strict=True):
        gone = remove(lin, form)
        assert (name in seen(gone), "It was removed." in seen(gone)) == (False, True)
        assert name in seen(undo(lin, gone))


def test_what_others_name_stays_and_the_page_says_who_names_it(lin, metro):
    person = Person.objects.filter(customer=metro, post__isnull=False, memberships__isnull=False).first()

    told = seen(remove(lin, f"/people/{person.pk}/change/"))
    seat = seen(remove(lin, f"/customers/{metro.pk}/posts/{person.post.pk}/"))

    assert f"“{person.name}” was not removed: it is still named in" in told
    assert "buying groups" in told
    assert "If they left, enter the day on which they did." in told
    assert f"“{person.post.title}” was not removed: it is still named in" in seat
    assert "People" in seat
    assert Post.objects.filter(pk=person.post.pk).exists()


def test_a_post_that_another_is_in_charge_of_stays(lin, metro):
    here = f"/customers/{metro.pk}/posts"
    lin.post(f"{here}/add/", {"title": "Head of nothing"})
    below = Post.objects.get(title="Head of nothing")
    lin.post(f"{here}/add/", {"title": "Above nothing", "in_charge_of": [below.pk]})

    assert "was not removed" in seen(remove(lin, f"{here}/{below.pk}/"))
    assert list(Post.objects.get(title="Above nothing").in_charge_of.all()) == [below]
