"""A visitor with a language, a theme and a width; nothing may leave this machine, and nothing may fail unseen."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.translation import gettext, override
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

LANGUAGES, THEMES, WIDTHS = ("en", "zh-hans"), ("light", "dark"), (1440, 1024, 390)
SETTINGS = list(product(LANGUAGES, THEMES, WIDTHS))
if os.environ.get("HAREHAWK_MATRIX") != "full":
    SETTINGS = [("zh-hans", "light", 1440)]

# a busy machine answers late, and late is not wrong
expect.set_options(timeout=20_000)

DROP = """(zone, [name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


@dataclass
class Visitor:
    """Somebody at a browser. `complaints` are what the browser logs; a test that provokes some clears them."""

    page: Page
    language: str
    theme: str
    width: int
    sample: dict[str, str]
    complaints: list[str] = field(default_factory=list)

    def say(self, text: str) -> str:
        """A text of the pages in the visitor's language."""
        with override(self.language):
            return gettext(text)

    def open_sample(self) -> None:
        """The list of the sample, which somebody took before."""
        self.page.context.add_cookies([self.sample])
        self.page.goto("/workbook/")

    def drop(self, name: str, text: str) -> None:
        """Drag a file onto the page and let it go."""
        self.page.locator("[data-drop]").evaluate(DROP, [name, text])

    def switch_language(self) -> None:
        """Take the other language, as the bar on top offers it."""
        self.page.get_by_role("button", name="English" if self.language == "zh-hans" else "中文", exact=True).click()

    def check_looks(self) -> None:
        """The page is accessible, speaks one language, keeps its theme and does not scroll sideways."""
        violations = Axe().run(self.page).response["violations"]
        assert not violations, [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in violations]
        root = self.page.locator("html")
        assert root.get_attribute("lang") == {"zh-hans": "zh-Hans"}.get(self.language, self.language)
        assert root.get_attribute("data-theme") == self.theme
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.width


@pytest.fixture(scope="session")
def sample(browser: Browser, server: str, come_in: Callable[[BrowserContext], None]) -> dict[str, str]:
    """The session of a visit in which the Chinese sample was taken."""
    context = browser.new_context(base_url=server)
    come_in(context)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="中文示例").click()
    page.wait_for_url("**/workbook/")
    cookies = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    context.close()
    return {"name": "harehawk_session", "value": cookies["harehawk_session"], "url": server}


@pytest.fixture(params=SETTINGS, ids=lambda setting: "-".join(map(str, setting)))
def visitor(
    request: pytest.FixtureRequest,
    browser: Browser,
    server: str,
    come_in: Callable[[BrowserContext], None],
    sample: dict[str, str],
) -> Iterator[Visitor]:
    language, theme, width = request.param
    context = browser.new_context(base_url=server, viewport={"width": width, "height": 900})
    come_in(context)
    context.add_cookies(
        [
            {"name": "harehawk_language", "value": language, "url": server},
            {"name": "harehawk_theme", "value": theme, "url": server},
        ]
    )
    page = context.new_page()
    visitor = Visitor(page=page, language=language, theme=theme, width=width, sample=sample)
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
