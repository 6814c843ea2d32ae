"""Wei types as Chinese is typed: pinyin or initials find names in every list, however the names came in."""

import json
import re

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.customers.erasing import erase_person
from harehawk.apps.customers.models import Colleague, Customer, Person
from harehawk.apps.exchange import actions, tasks
from harehawk.apps.opportunities.models import Opportunity

LISTS = ("/opportunities/", "/customers/", "/people/")


@pytest.fixture
def wei(client, person):
    """In sales operations: sees all names, and brings books in."""
    user = person("Wei", "operations")
    client.force_login(user)
    client.user = user
    return client


def found(browser, address, typed):
    """The names that a list shows for what somebody typed."""
    rows = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', browser.get(address, {"q": typed}).text)
    return {name for name in ("华能电厂脱硫", "华能集团", "韩震", "杭州中德") if any(name in row for row in rows)}


def bring(user, book):
    actor = Actor(user=user, door=Door.PAGE)
    number = actions.start_import(actor=actor, content=json.dumps(book).encode(), name="book.json", language="zh")
    actions.confirm_import(actor=actor, number=number)
    tasks.store.call(number, user.pk)
    return number


def book(customer):
    return {
        "colleagues": [{"name": "林晓"}],
        "customers": [{"id": "C-1", "name": customer}],
        "people": [{"name": "韩震", "customer": "C-1"}],
        "opportunities": [{"id": "O-1", "name": "华能电厂脱硫", "customer": "C-1", "owner": "林晓"}],
    }


@pytest.mark.django_db
def test_what_was_typed_in_is_found_by_pinyin_initials_and_chinese_in_every_list(wei):
    wei.post("/customers/add/", {"name": "杭州中德"})
    customer = Customer.objects.get()
    wei.post(f"/customers/{customer.pk}/people/add/", {"name": "韩震"})
    owner = Colleague.objects.create(key="林晓", name="林晓")
    wei.post("/opportunities/add/", {"name": "华能电厂脱硫", "customer": "杭州中德", "owner": owner.pk})

    for typed in ("hzzd", "hangzhouzhongde", "HZzd", "杭州", "zhongde hang"):
        assert found(wei, "/customers/", typed) == {"杭州中德"}
        assert "韩震" in found(wei, "/people/", typed)  # by her customer
        assert "华能电厂脱硫" in found(wei, "/opportunities/", typed)
    assert "韩震" in found(wei, "/people/", "hanzhen")
    assert "华能电厂脱硫" in found(wei, "/opportunities/", "huaneng linxiao")  # by its name and its owner
    assert [found(wei, address, "shanghai") for address in LISTS] == [set(), set(), set()]


@pytest.mark.django_db
def test_an_import_a_new_name_and_taking_it_back_are_found_as_they_stand(wei):
    bring(wei.user, book("杭州中德"))
    assert found(wei, "/customers/", "hzzd") == {"杭州中德"}

    renamed = bring(wei.user, book("华能集团"))
    assert (found(wei, "/customers/", "hzzd"), found(wei, "/customers/", "hnjt")) == (set(), {"华能集团"})

    actions.undo_import(actor=Actor(user=wei.user, door=Door.PAGE), number=renamed)
    assert (found(wei, "/customers/", "hzzd"), found(wei, "/customers/", "hnjt")) == ({"杭州中德"}, set())


@pytest.mark.django_db
def test_who_was_erased_is_found_by_no_spelling(wei, chen):
    bring(wei.user, {**book("杭州中德"), "opportunities": [
        {"name": "韩震的项目", "customer": "C-1", "owner": "林晓"}
    ]})  # fmt: skip

    erase_person(actor=Actor(user=chen, door=Door.PAGE), person=Person.objects.get().pk)

    kept = [*Person.objects.values_list("spelled", flat=True), *Opportunity.objects.values_list("spelled", flat=True)]
    assert [text for text in kept if "hanzhen" in text or "韩震" in text] == []


@pytest.mark.django_db(transaction=True)
def test_names_of_an_older_database_are_spelled_when_it_is_moved_on():
    MigrationExecutor(connection).migrate([("customers", "0001_initial")])
    old = MigrationExecutor(connection).loader.project_state([("customers", "0001_initial")]).apps
    old.get_model("customers", "Customer").objects.create(key="1", name="杭州中德")

    forward = MigrationExecutor(connection)
    forward.migrate(forward.loader.graph.leaf_nodes())

    assert "hzzd" in Customer.objects.get().spelled
