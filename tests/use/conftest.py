"""Our people in stories: Chen administers, Wang leads the north with Lin in it, Zhao sells in the south."""

import itertools

import pytest

PASSWORD = "a hare in the long grass"


@pytest.fixture(scope="session")
def kept_password():
    """As it is stored: made once, because that is slow on purpose."""
    from django.contrib.auth.hashers import make_password

    return make_password(PASSWORD)


@pytest.fixture
def person(db, kept_password):
    """Makes somebody with these roles; all have the same password."""
    from harehawk.apps.access.models import User

    numbers = itertools.count(1)

    def make(name, *roles, team=None):
        email = f"{name.lower()}{next(numbers)}@example.com"
        return User.objects.create(email=email, name=name, roles=list(roles), team=team, password=kept_password)

    return make


@pytest.fixture
def north(db):
    from harehawk.apps.access.models import Team

    return Team.objects.create(name="North")


@pytest.fixture
def south(db):
    from harehawk.apps.access.models import Team

    return Team.objects.create(name="South")


@pytest.fixture
def chen(person):
    return person("Chen", "administrator")


@pytest.fixture
def wang(person, north):
    return person("Wang", "director", team=north)


@pytest.fixture
def lin(person, north):
    return person("Lin", "account_manager", team=north)


@pytest.fixture
def zhao(person, south):
    return person("Zhao", "account_manager", team=south)
