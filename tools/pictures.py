"""Takes the pictures of the README: `python tools/pictures.py`, in an environment that has run `./harehawk test`.

Starts a server of its own, opens the sample in both languages, and keeps the first screen of one opportunity.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPPORTUNITY = "linjiang-care"
WIDTH, HEIGHT = 1440, 900
FILES = {"en": "opportunity.png", "zh": "opportunity.zh.png"}
EMAIL, PASSWORD = "chen@example.com", "a hare in the long grass"
LOCALES = {"en": "en", "zh": "zh-CN"}


def main() -> int:
    """Take both pictures and say where they are."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with server() as (address, link), sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-quic"])
        join(browser, link)
        for language, name in FILES.items():
            take(browser, address, language, PICTURES / name)
            print(PICTURES / name)
        browser.close()
    return 0


def join(browser: Browser, link: str) -> None:
    """Come in by the link of the terminal."""
    page = browser.new_page(locale="en")
    page.goto(link)
    for label, text in (("E-mail", EMAIL), ("Name", "Chen"), ("New password", PASSWORD)):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/welcome/")
    page.close()


def take(browser: Browser, address: str, language: str, file: Path) -> None:
    """Open the sample as somebody of that language would, and keep what the first screen shows."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": WIDTH, "height": HEIGHT},
        locale=LOCALES[language],
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.goto("/sign-in/")
    page.get_by_role("textbox").first.fill(EMAIL)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form").first.get_by_role("button").last.click()
    page.wait_for_url("**/")
    page.locator(f'button[name="language"][value="{language}"]').click()
    page.goto(f"/workbook/{OPPORTUNITY}/", wait_until="networkidle")
    page.screenshot(path=file)
    page.close()


@contextmanager
def server() -> Iterator[tuple[str, str]]:
    """Run a server on a data folder and a port of its own; say its address, and the link to come in by."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            [sys.executable, "-m", "harehawk.cli"],
            env=os.environ | {"HAREHAWK_HOME": home, "HAREHAWK_PORT": str(port), "LANGUAGE": "en"},
            stdout=subprocess.PIPE,
        )
        try:
            said = [process.stdout.readline() for _ in range(3)] if process.stdout else []
            yield f"http://127.0.0.1:{port}", said[-1].decode().strip()
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
