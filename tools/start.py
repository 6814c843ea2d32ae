"""Sets up a working copy and starts it; `./harehawk` finds the Python for it. Standard library only."""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
TEST_HELP = """Usage: ./harehawk test [WHAT pytest TAKES]

Installs what the tests need, a browser included, and runs them on all cores.
Its last lines say what could not run here; with CI=true that is a failure.

Examples:
  ./harehawk test
  ./harehawk test tests/use -k sample"""
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run the tests or whatever command was asked for."""
    testing = arguments[:1] == ["test"]
    if testing and {"-h", "--help"} & set(arguments):
        print(TEST_HELP)
        return 0
    try:
        with one_at_a_time():
            set_up(*(["test"] if testing else []))
    except subprocess.CalledProcessError as error:
        print(
            f"Setting Harehawk up failed at: {' '.join(map(str, error.cmd))}\n"
            "What went wrong stands above. When it is mended, run this again; it goes on from there.",
            file=sys.stderr,
        )
        return 1
    if testing:
        return test(arguments[1:])
    return become([BIN / "harehawk", *arguments])


def set_up(*extras: str) -> None:
    """Bring environment, scripts, styles and translations up to date; well under a second when they are."""
    stamp = VENV / ".harehawk"
    wanted = digest(ROOT / "pyproject.toml", ROOT / "constraints.txt")
    stamped, *installed = stamp.read_text().split() if stamp.exists() else [""]
    if stamped == wanted and set(extras) <= set(installed):
        build()
        return
    print("Setting up Harehawk in .venv; the first time this takes a minute or two …", file=sys.stderr)
    if not runs(BIN / "python"):
        subprocess.run([Path(sys.executable).resolve(), "-m", "venv", "--clear", str(VENV)], check=True)
    parts = sorted({*extras, *installed})
    pip("install", *tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"])
    build()
    pip("install", "--no-build-isolation", "--editable", f"{ROOT}[{','.join(parts)}]" if parts else str(ROOT))
    stamp.write_text(" ".join([wanted, *parts]))


def test(arguments: list[str]) -> int:
    """Run the tests on all cores; what cannot run here is told in the last lines."""
    if not any(map(shutil.which, [os.environ.get("HAREHAWK_CHROMIUM", ""), *BROWSERS])):
        get_browser()
    return become([BIN / "python", "-m", "pytest", "-n", "logical", "--rootdir", ROOT, *arguments], folder=ROOT)


def get_browser() -> None:
    """Try to get a Chromium for the walks through the pages; without one they are told as not run."""
    print("No Chromium on the path; trying to get one …", file=sys.stderr)
    tries: list[list[str | Path]] = [[BIN / "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        install = "apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk"
        tries.insert(0, ["sh", "-c", f"apt-get update -qq && {install}"])
    for command in tries:
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0:
            return


def build() -> None:
    """Build scripts, styles and translations where their sources changed."""
    subprocess.run([BIN / "python", ROOT / "hatch_build.py"], check=True)


def pip(*arguments: str) -> None:
    """Let pip work, quietly, with the versions Harehawk is tested with."""
    command: list[str | Path] = [BIN / "python", "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, "--constraint", ROOT / "constraints.txt"], check=True)


def become(command: list[str | Path], folder: Path | None = None) -> int:
    """Hand over to another program: its signals, its output, its exit code."""
    if folder is not None:
        os.chdir(folder)
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    return os.execv(command[0], [str(part) for part in command])


def runs(python: Path) -> bool:
    """Tell whether a Python is there and new enough."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 12))"
    try:
        return subprocess.run([python, "-c", probe], check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def digest(*files: Path) -> str:
    """Sum up what these files say."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait while the first one is still setting up."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (ROOT / "pyproject.toml").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
