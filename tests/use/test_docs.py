"""Somebody reads the documentation and does what it says."""

import re
import shlex
from pathlib import Path

import pytest

from harehawk.apps.access import policy
from harehawk.book.sheets.short import SHORT
from harehawk.cli import build_parser, main
from harehawk.config import environment

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:src|docs|tests|tools|benchmarks|frontend|\.ci|\.github)/[^`\s*]*)`")
COMMON = {"--help", "--lang"}
SETTING = re.compile(r"HAREHAWK_[A-Z_]+")


def anchors(page):
    """The headings of a page as addresses, the way code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.fixture
def helped(capsys):
    """What a command says of itself when asked for help."""

    def ask(*words):
        with pytest.raises(SystemExit):
            main([*words, "--lang", "en", "--help"])
        return capsys.readouterr().out

    return ask


def printed_commands():
    """Every line of our own command in a block of code, with the page it stands on."""
    for page in PAGES:
        text = page.read_text()
        fenced = "\n".join(re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
        indented = "\n".join(re.findall(r"^    (\S.*)$", text, re.MULTILINE))
        for line in f"{fenced}\n{indented}".splitlines():
            if found := re.match(r"(?:[A-Z_]+=\S+ )*(?:\./)?harehawk(?= |$)(.*)", line):
                yield pytest.param(re.split(r"  +| [>|] ", found[1])[0].strip(), id=f"{page.name}: {line.strip()}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in LINK.findall(page.read_text()):
        if target.startswith(("https:", "http:", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        led = (page.parent / file).resolve() if file else page
        assert led.exists(), f"{target} is not there"
        assert not anchor or anchor in anchors(led), f"{target} has no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_it_names_is_there(page):
    for named in PATH.findall(page.read_text()):
        assert (ROOT / named).exists(), named


def test_the_page_of_commands_names_every_command_and_option_and_no_other(helped):
    text = (ROOT / "docs" / "reference" / "cli.md").read_text()
    described = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))

    assert set(described) == set(re.findall(r"^    (\w+) ", helped(), re.MULTILINE)) - {"COMMAND"}
    for command, part in described.items():
        assert set(re.findall(r"--[a-z][a-z-]*", part)) | COMMON == set(re.findall(r"--[a-z][a-z-]*", helped(command)))


@pytest.mark.parametrize("words", [*printed_commands()])
def test_every_command_it_prints_is_one(words):
    if words.split()[:1] != ["test"]:  # of the working copy, not of the product
        build_parser().parse_args(shlex.split(words))


def test_every_heading_it_offers_for_the_short_form_is_understood():
    text = (ROOT / "docs" / "how-to" / "fill-the-short-form.md").read_text()
    rows = [row.split("|")[1:3] for row in re.findall(r"^\|.*$", text, re.MULTILINE)[2:]]

    assert len(rows) == len(SHORT.columns)
    for (heading, others), column in zip(rows, SHORT.columns, strict=True):
        offered = {word.strip(" *") for word in (heading, *others.split(","))}
        assert offered <= {column.words.en, column.words.zh, *column.words.aliases}


def test_the_page_of_settings_names_every_setting_and_no_other():
    text = (ROOT / "docs" / "reference" / "settings.md").read_text()
    ours = text.partition("## For tests")[0]

    assert set(SETTING.findall(ours)) == set(SETTING.findall(Path(environment.__file__).read_text()))


def test_the_page_of_roles_names_everything_confidential_and_nothing_else():
    text = (ROOT / "docs" / "reference" / "roles.md").read_text()
    rows = re.findall(r"^\| (position|worth|judged): (.*)$", text, re.MULTILINE)
    told = {name: kind for kind, rest in rows for name in re.findall(r"`([a-z_.]+)`", rest)}

    assert told == policy.WHOLE_TABLES | policy.FIELDS


def test_every_page_is_listed_in_the_index():
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / target.partition("#")[0]).resolve() for target in LINK.findall(index.read_text())}

    assert {page for page in PAGES if index.parent in page.parents and page != index} <= listed
