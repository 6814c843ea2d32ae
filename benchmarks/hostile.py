"""How fast files made to harm are refused, and with how much memory: python benchmarks/hostile.py

Each file is read by a process of its own. Times are of the processor, so that a busy machine tells the same.
"""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from bounds import Figures

SECONDS = 2.0
MEGABYTES = 200.0
SHEET = "xl/worksheets/sheet1.xml"
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
READER = """
import datetime, pathlib, resource, sys
from harehawk.book.problems import FileProblem
from harehawk.book.read import read
path = pathlib.Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
try:
    read(path, path.name, today=datetime.date.today())
    word = "read"
except FileProblem as problem:
    word = problem.rule
seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
most = pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(word, seconds, int(most) / 1024)
"""


def workbook(content: bytes) -> Callable[[Path], None]:
    """Make a file whose only sheet is this."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("[Content_Types].xml", b"<Types/>")
            packed.writestr(SHEET, content)

    return write


def twice(path: Path) -> None:
    """Make a zip in a zip."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("more.zip", b"PK\x03\x04 another archive")


def wide(path: Path) -> None:
    """Make one line of headings."""
    path.write_text("a," * 2_000_000)


FILES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "300 MB of zeros": ("bomb.xlsx", workbook(START + b"0" * 300 * 2**20)),
    "12 million cells": ("cells.xlsx", workbook(START + b"<row>" + b"<c/>" * 12_000_000 + b"</row>")),
    "4 million rows": ("rows.xlsx", workbook(START + b"<row/>" * 4_000_000)),
    "a billion-row dimension": ("far.xlsx", workbook(START + b'<dimension ref="A1:A1000000000"/></worksheet>')),
    "an external entity": ("outside.xlsx", workbook(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]>' + START)),
    "a zip in a zip": ("twice.zip", twice),
    "2 million headings": ("wide.csv", wide),
}


def main() -> None:
    """Print seconds and megabytes of each."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        for what, (name, make) in FILES.items():
            path = Path(folder, name)
            make(path)
            said = subprocess.run([sys.executable, "-c", READER, path], capture_output=True, text=True, check=True)
            word, seconds, megabytes = said.stdout.split()
            figures.show(f"{what}: {word}, s", float(seconds), most=SECONDS)
            figures.show(f"{what}: MB", float(megabytes), most=MEGABYTES)
            path.unlink()
    figures.leave()


if __name__ == "__main__":
    main()
