"""Every import contract holds, and is seen to fail on a planted violation: also those of rooms still to come."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.fixture
def tree(tmp_path):
    """A copy of our modules, to plant things in."""
    shutil.copytree(
        ROOT / "src" / "harehawk",
        tmp_path / "harehawk",
        ignore=lambda folder, names: [n for n in names if not (n.endswith(".py") or Path(folder, n).is_dir())],
    )
    return tmp_path


def lint(tree, *, contract=None):
    chosen = ["--contract", contract.replace(" ", "-")] if contract else []
    command = [BIN / "lint-imports", "--config", ROOT / "pyproject.toml", "--no-cache", *chosen]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def plant(tree, module, line):
    file = tree / f"{module.replace('.', '/')}.py"
    package = tree / module.replace(".", "/")
    if package.is_dir():
        file = package / "__init__.py"
    for folder in reversed(file.relative_to(tree).parents):
        if folder.parts:
            (tree / folder).mkdir(exist_ok=True)
            (tree / folder / "__init__.py").touch()
    with file.open("a") as code:
        code.write(f"\n{line}\n")


def test_our_modules_keep_every_contract(tree):
    seen = lint(tree)

    assert seen.returncode == 0, seen.stdout


@pytest.mark.parametrize(
    ("contract", "planted"),
    [
        ("rooms stacked", {"harehawk.engine.common": "import harehawk.errors"}),
        ("rooms stacked", {"harehawk.book": "import harehawk.cli"}),
        (
            "rooms stacked",
            {"harehawk.integrations.feishu": "", "harehawk.apps.work": "import harehawk.integrations.feishu"},
        ),
        ("rooms stacked", {"harehawk.attic": ""}),
        ("engine stacked", {"harehawk.engine.common": "import harehawk.engine.gates"}),
        ("engine stacked", {"harehawk.engine.worth": "import harehawk.engine.organisation"}),
        (
            "engine stacked",
            {"harehawk.engine.portfolio": "", "harehawk.engine.gates": "import harehawk.engine.portfolio"},
        ),
        ("engine stacked", {"harehawk.engine.attic": ""}),
        ("engine pure", {"harehawk.engine.common": "import random"}),
        ("engine pure", {"harehawk.engine.worth.planted": "from django.conf import settings"}),
        ("book pure", {"harehawk.book.planted": "from django.utils.translation import gettext"}),
        ("apps stacked", {"harehawk.apps.work": "", "harehawk.apps.access": "import harehawk.apps.work"}),
        ("apps stacked", {"harehawk.apps.attic": ""}),
        ("tables", {"harehawk.apps.work.models": "", "harehawk.web.planted": "import harehawk.apps.work.models"}),
        (
            "no cycles",
            {"harehawk.book.hen": "import harehawk.book.egg", "harehawk.book.egg": "import harehawk.book.hen"},
        ),
    ],
)
def test_a_planted_violation_breaks_its_contract(tree, contract, planted):
    for module, line in planted.items():
        plant(tree, module, line)

    seen = lint(tree, contract=contract)

    assert seen.returncode == 1, seen.stdout
    assert f"{contract} BROKEN" in seen.stdout
