"""Our people in stories: Chen administers, Wang leads the north with Lin in it, Zhao sells in the south."""

import http.cookiejar
import itertools
import os
import re
import urllib.error
import urllib.parse
import urllib.request

import pytest

SPOKEN = os.environ.get("LANGUAGE", "")
PASSWORD = "a hare in the long grass"


@pytest.fixture(autouse=True)
def the_same_language_for_the_next(monkeypatch):
    """A command chooses the language of its process, and that is here the one of all stories."""
    monkeypatch.setenv("LANGUAGE", SPOKEN)


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


class Visitor:
    """A browser without scripts that may ask any of several servers, as behind a proxy that shares out requests."""

    def __init__(self, servers):
        self.addresses = [one.address for one in servers]
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.text, self.status, self.at = "", 0, ""

    def see(self, path, at=0, sent=None, **headers):
        """Ask for a page, or send something to it."""
        asked = urllib.request.Request(f"{self.addresses[at]}{path}", sent, headers)
        try:
            reply = self.opener.open(asked)
        except urllib.error.HTTPError as error:
            reply = error
        with reply:
            self.text, self.status, self.at = reply.read().decode(), reply.status, reply.url
        return self

    def send(self, path, at=0, /, **fields):
        """Send a form of the page seen last."""
        return self.see(path, at, urllib.parse.urlencode({"csrfmiddlewaretoken": self.secret(), **fields}).encode())

    def upload(self, path, name, content):
        """Send a file from the page seen last."""
        kind, body = self.parcel(name, content)
        return self.see(path, 0, body, **{"Content-Type": kind})

    def parcel(self, name, content):
        """A file as the form of the page seen last sends it: the type of what is sent, and that."""
        parts = [("csrfmiddlewaretoken", self.secret().encode()), (f'book"; filename="{name}', content)]
        body = b"".join(
            f'--cut\r\nContent-Disposition: form-data; name="{one}"\r\n\r\n'.encode() + data + b"\r\n"
            for one, data in parts
        )
        return "multipart/form-data; boundary=cut", body + b"--cut--\r\n"

    def secret(self):
        return self.value("csrfmiddlewaretoken")

    def value(self, name):
        """What stands in a field of the page seen last."""
        return re.search(rf'name="{name}"[^>]*value="([^"]*)"', self.text)[1]

    def join(self, link, email="chen@example.com"):
        """Come in by a link of the terminal."""
        if self.see(urllib.parse.urlsplit(link).path).status == 200:
            self.send("/join/", email=email, name="Chen", password=PASSWORD)
        return self

    def sign_in(self, email, password, at=0):
        return self.see("/sign-in/", at).send("/sign-in/", at, login=email, password=password)


@pytest.fixture
def browse():
    """Opens a browser on servers."""
    return Visitor
