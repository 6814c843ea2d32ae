"""What an older version stored is as a new one would have stored it."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from harehawk.apps.customers.models import Customer
from harehawk.apps.method.models import Company

BEFORE = [("customers", "0002_spelled_names"), ("method", "0001_initial")]
HIDDEN = "\u202e"  # turns the direction of writing around


@pytest.mark.django_db(transaction=True)
def test_texts_of_an_older_database_lose_hidden_marks_and_currencies_get_their_code():
    MigrationExecutor(connection).migrate(BEFORE)
    old = MigrationExecutor(connection).loader.project_state(BEFORE).apps
    customers = old.get_model("customers", "Customer").objects
    customers.create(key="1", name=f"{HIDDEN}杭州中德")
    customers.create(key="2", name="Ours")
    customers.create(key=f"2{HIDDEN}", name="Called like ours")
    old.get_model("method", "Company").objects.create(name="Acme", currency="rmb")

    forward = MigrationExecutor(connection)
    forward.migrate(forward.loader.graph.leaf_nodes())

    first = Customer.objects.get(key="1")
    assert (first.name, first.spelled.splitlines()[1]) == ("杭州中德", "hangzhouzhongde")
    assert Customer.objects.filter(name__in=["Ours", "Called like ours"]).count() == 2
    assert Company.objects.get().currency == "CNY"
