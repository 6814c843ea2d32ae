"""A visitor with a language, a theme and a width; nothing may leave this machine, and nothing may fail unseen."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.utils.translation import gettext, override
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

# a busy machine answers late, and late is not wrong
expect.set_options(timeout=20_000)

HEIGHT = 900

DROP = """(zone, [name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""

CHECK_ACCESSIBLE = """async () => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
}"""

# The people of the sample have no passwords: where the server keeps its data, each gets a session.
SIGN_ALL_IN = """
import json
import django
django.setup()
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange.actions import load_sample
from harehawk.apps.opportunities.models import Opportunity

chen = User.objects.create(email="chen@example.com", name="Chen", roles=["administrator"])
User.objects.create(email="qian@example.com", name="Qian", roles=["operations"])
load_sample(actor=Actor(user=chen, door=Door.COMMAND), language="zh")
told = []
for user in User.objects.all():
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    sees = Opportunity.objects.visible_to(user).count()
    told.append([user.name, user.roles, sees, session.session_key])
print(json.dumps(told))
"""


class Look(NamedTuple):
    """A theme, and a width."""

    theme: str
    width: int


class Setting(NamedTuple):
    """How somebody looks at the pages, and how each of them is looked at besides, without another walk."""

    language: str
    look: Look
    besides: Sequence[Look] = ()


# How a page works may differ by language and by width, how it looks by theme too. So a walk is made once in every
# run, and twice more in CI: in the other width for a screen, and in the other language on a phone. Where a walk
# looks at a page, it does so in several themes and widths. All in all each language meets each theme and width,
# and each theme each width: what breaks, breaks in a pair.
SETTINGS = [Setting("zh-hans", Look("light", 1440))]
if os.environ.get("HAREHAWK_MATRIX") == "others":
    SETTINGS = [
        Setting("zh-hans", Look("dark", 1024), besides=[Look("light", 390)]),
        Setting("en", Look("dark", 390), besides=[Look("light", 1024), Look("dark", 1440)]),
    ]


class Somebody(NamedTuple):
    """One of the people where opportunities are kept."""

    name: str
    roles: Sequence[str]
    sees: int
    session: str


class Keeping(NamedTuple):
    """A server with the sample, and its people."""

    address: str
    people: Sequence[Somebody]

    def session_of(self, who: str) -> str:
        """Of one by name, or of whoever has a role and sees most."""
        found = [one for one in self.people if one.name == who or who in one.roles]
        return max(found, key=lambda one: one.sees).session


@dataclass
class Visitor:
    """Somebody at a browser. `complaints` are what the browser logs; a test that provokes some clears them."""

    page: Page
    setting: Setting
    session: Any = None  # of the visit in which somebody took the sample
    complaints: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language that the visitor reads."""
        return self.setting.language

    @property
    def theme(self) -> str:
        """Whether the pages are light or dark."""
        return self.setting.look.theme

    @property
    def width(self) -> int:
        """How wide the pages are, in pixels."""
        return self.setting.look.width

    def say(self, text: str) -> str:
        """A text of the pages in the visitor's language."""
        with override(self.language):
            return gettext(text)

    def open_sample(self) -> None:
        """The list of the sample, which somebody took before."""
        self.page.context.add_cookies([self.session])
        self.page.goto("/workbook/")

    def drop(self, name: str, text: str) -> None:
        """Drag a file onto the page and let it go."""
        self.page.locator("[data-drop]").evaluate(DROP, [name, text])

    def switch_language(self) -> None:
        """Take the other language, as the bar on top offers it."""
        self.page.get_by_role("button", name="English" if self.language == "zh-hans" else "中文", exact=True).click()

    def check_looks(self) -> None:
        """The page is accessible, speaks one language, keeps its theme and does not scroll sideways."""
        root = self.page.locator("html")
        assert root.get_attribute("lang") == {"zh-hans": "zh-Hans"}.get(self.language, self.language)
        assert root.get_attribute("data-theme") == self.theme
        self.check_look(self.setting.look)
        for look in self.setting.besides:
            self.take(look)
            self.check_look(look)
        if self.setting.besides:
            self.take(self.setting.look)

    def check_look(self, look: Look) -> None:
        """The page as it stands is accessible and does not scroll sideways."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        violations = self.page.evaluate(CHECK_ACCESSIBLE)
        assert not violations, (look, violations)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= look.width, look

    def take(self, look: Look) -> None:
        """Have the page in another theme and width, as it stands."""
        self.page.set_viewport_size({"width": look.width, "height": HEIGHT})
        self.page.evaluate("(theme) => document.documentElement.dataset.theme = theme", look.theme)


@pytest.fixture(scope="session")
def sample(browser: Browser, server: str, come_in: Callable[[BrowserContext], None]) -> Any:
    """The session of a visit in which the Chinese sample was taken."""
    context = browser.new_context(base_url=server)
    come_in(context)
    page = context.new_page()
    page.goto("/judge/")
    page.get_by_role("button", name="中文示例").click()
    page.wait_for_url("**/workbook/")
    cookies = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    context.close()
    return session_cookie(server, cookies["harehawk_session"])


@pytest.fixture(params=SETTINGS, ids=lambda setting: "-".join(map(str, (setting.language, *setting.look))))
def setting(request: pytest.FixtureRequest) -> Any:
    """A language, a theme and a width."""
    return request.param


@pytest.fixture
def visitor(
    setting: Setting,
    browser: Browser,
    server: str,
    come_in: Callable[[BrowserContext], None],
    sample: Any,
) -> Iterator[Visitor]:
    """Somebody signed in where nothing is kept yet."""
    with visiting(browser, server, setting, come_in) as visitor:
        visitor.session = sample
        yield visitor


@pytest.fixture(scope="session")
def keeping(
    once: Callable[..., Path],
    blank: Callable[[Path], Path],
    serve_on: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Keeping:
    """A server whose database keeps the Chinese sample, and the sessions of everybody there."""

    def load_sample(home: Path) -> None:
        ours = {"HAREHAWK_HOME": str(blank(home)), "HAREHAWK_DATABASE_URL": ""}
        command = [sys.executable, "-c", SIGN_ALL_IN]
        told = subprocess.run(command, env=os.environ | ours, stdout=subprocess.PIPE, check=True).stdout
        (home / "people.json").write_bytes(told)

    home = tmp_path_factory.mktemp("kept")
    shutil.copytree(once("sample", load_sample), home, dirs_exist_ok=True)
    people = json.loads((home / "people.json").read_text())
    return Keeping(serve_on(home, HAREHAWK_DATABASE_URL="").address, [Somebody(*one) for one in people])


@pytest.fixture
def kept_as(keeping: Keeping, browser: Browser, setting: Setting) -> Iterator[Callable[[str], Visitor]]:
    """Lets somebody of the sample in, by role (whoever of it sees most) or by name, each in a browser of his own.

    Also Chen, who administers, and Qian of sales operations. The server is that of all these walks, and they write:
    count nothing there that others may add to.
    """
    with ExitStack() as stack:

        def come(who: str) -> Visitor:
            session = session_cookie(keeping.address, keeping.session_of(who))
            sign_in = lambda context: context.add_cookies([session])  # noqa: E731
            return stack.enter_context(visiting(browser, keeping.address, setting, sign_in))

        yield come


@pytest.fixture
def kept(kept_as: Callable[[str], Visitor]) -> Visitor:
    """The account manager of the sample who sees most of the opportunities kept there."""
    return kept_as("account_manager")


def session_cookie(server: str, value: str) -> Any:
    return {"name": "harehawk_session", "value": value, "url": server}


@contextmanager
def visiting(
    browser: Browser, server: str, setting: Setting, sign_in: Callable[[BrowserContext], None]
) -> Iterator[Visitor]:
    """A browser in this setting; at the end it must have called nobody else and complained of nothing."""
    context = browser.new_context(base_url=server, viewport={"width": setting.look.width, "height": HEIGHT})
    sign_in(context)
    context.add_cookies(
        [
            {"name": "harehawk_language", "value": setting.language, "url": server},
            {"name": "harehawk_theme", "value": setting.look.theme, "url": server},
        ]
    )
    page = context.new_page()
    visitor = Visitor(page=page, setting=setting)
    outside: list[str] = []

    def hear(request: Request) -> None:
        if not request.url.startswith((server, "data:", "blob:")):
            outside.append(request.url)

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "the server responded with a status of 4" not in message.text:
            visitor.complaints.append(message.text)

    page.on("request", hear)
    page.on("console", listen)
    page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    yield visitor
    context.close()
    assert not outside, "the pages call other hosts"
    assert not visitor.complaints, "the browser complains"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In other settings leave out what knows no setting: it would only be done again."""
    if os.environ.get("HAREHAWK_MATRIX") != "others":
        return
    again = [item for item in items if "setting" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=again)
    items[:] = [item for item in items if item not in again]
