"""Files made to harm, or of another kind, are refused without filling the memory (how fast: benchmarks/hostile.py)."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from harehawk.book.template import template

MEGABYTES = 200
READER = """
import datetime, pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, resource.RLIM_INFINITY))  # to harm nobody where a test fails
from harehawk.book.problems import FileProblem
from harehawk.book.read import read
for line in sys.stdin:
    path = pathlib.Path(line.strip())
    try:
        read(path, path.name, today=datetime.date(2026, 11, 24))
        word = "read"
    except FileProblem as problem:
        word = problem.rule
    used = pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
    print(word, int(used) // 1024, flush=True)
"""
SHEET = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def refused():
    """Tells why a file is refused; one process reads them all, and never takes more than allowed."""
    command = [sys.executable, "-c", READER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as reader:

        def why(path: Path) -> str:
            reader.stdin.write(f"{path}\n")
            reader.stdin.flush()
            answer = reader.stdout.readline().split()
            assert answer, reader.stderr.read()[-500:]
            rule, megabytes = answer
            assert int(megabytes) < MEGABYTES, rule
            return rule

        yield why
        reader.stdin.close()


def workbook(path: Path, **parts: bytes) -> Path:
    """A template with some of its parts replaced or added."""
    replaced = {name.replace("__", "/"): content for name, content in parts.items()}
    with (
        zipfile.ZipFile(io.BytesIO(template("en"))) as clean,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in clean.namelist():
            if name not in replaced:
                packed.writestr(name, clean.read(name))
        for name, content in replaced.items():
            packed.writestr(name, content)
    return path


def sheet(rows: bytes, before: bytes = b"") -> dict[str, bytes]:
    """The second sheet, made of these rows."""
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return {SHEET.replace("/", "__"): before + start + b"<sheetData>" + rows + b"</sheetData></worksheet>"}


def test_a_zip_bomb_is_refused(refused, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("[Content_Types].xml", b"<Types/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as unpacked:
            for _ in range(300):
                unpacked.write(b"0" * 2**20)

    assert refused(path) == "unpacked_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused(refused, tmp_path):
    path = workbook(tmp_path / "lie.xlsx", **sheet(b"<row><c/></row>" * 2_000_000))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo(SHEET).file_size
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))

    assert refused(path) == "not_whole"


def test_more_cells_than_a_book_may_hold_are_refused(refused, tmp_path):
    path = workbook(tmp_path / "cells.xlsx", **sheet(b"<row>" + b"<c/>" * 12_000_000 + b"</row>"))

    assert refused(path) == "too_many_cells"


def test_millions_of_rows_without_cells_are_refused(refused, tmp_path):
    path = workbook(tmp_path / "rows.xlsx", **sheet(b"<row/>" * 4_000_000))

    assert refused(path) == "too_many_cells"


def test_a_csv_wider_than_any_sheet_is_refused(refused, tmp_path):
    wide, quoted, large = tmp_path / "wide.csv", tmp_path / "quoted.csv", tmp_path / "large.csv"
    wide.write_text("a," * 2_000_000 + "a\n")
    quoted.write_text('"a\n",' * 2_000_000 + "a\n")
    large.write_text("a," * 10_000 + "a\n" + "a\n" * 10_000)

    assert [refused(path) for path in (wide, quoted, large)] == ["cells_far_apart"] * 3


def test_a_cell_a_billion_rows_away_is_refused(refused, tmp_path):
    path = workbook(
        tmp_path / "far.xlsx", **sheet(b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>')
    )

    assert refused(path) == "cells_far_apart"


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        (b"A1:XFD1048576", "read"),  # some tools write the whole sheet over a few rows
        (b"A1:A1000000000", "not_whole"),
        (b"A1:XFE1", "not_whole"),
        (b"A1:A" + b"9" * 10_000, "not_whole"),
    ],
)
def test_a_dimension_beyond_any_sheet_is_refused_and_one_of_a_whole_sheet_is_not_trusted(
    refused, tmp_path, reference, answer
):
    rows = b'<dimension ref="%b"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    path = workbook(tmp_path / "dimension.xlsx", **{SHEET.replace("/", "__"): start + rows % reference})

    assert refused(path) == answer


def test_a_long_text_repeated_in_every_cell_is_refused(refused, tmp_path):
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%b</t></si></sst>' % (
        b"x" * 30_000
    )
    rows = b'<row r="1">' + b'<c t="s"><v>0</v></c>' * 12_000 + b"</row>"
    path = workbook(tmp_path / "repeat.xlsx", **sheet(rows), **{"xl__sharedStrings.xml": strings})

    assert refused(path) == "unpacked_too_large"


def test_a_zip_in_a_zip_is_refused(refused, tmp_path):
    inner = b"PK\x03\x04 another archive"
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("customers.csv", "name\nACME")
        packed.writestr("more.zip", inner)

    assert refused(path) == "packed_twice"
    assert refused(workbook(tmp_path / "twice.xlsx", **{"xl__embeddings__more.xlsx": inner})) == "packed_twice"


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_refers_outside_the_file_is_refused(refused, tmp_path, declaration, encoding):
    start = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = start + declaration.decode() + '<x xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    path = workbook(tmp_path / "outside.xlsx", **{SHEET.replace("/", "__"): text.encode(encoding)})

    assert refused(path) == "outside_reference"


def test_a_sheet_hidden_under_another_name_is_looked_at_too(refused, tmp_path):
    relations = zipfile.ZipFile(io.BytesIO(template("en"))).read("xl/_rels/workbook.xml.rels")
    far = b'<worksheet><sheetData><row r="1"><c r="A1"/><c r="XFD1"/></row><row r="1048576"/></sheetData></worksheet>'
    parts = {
        "xl___rels__workbook.xml.rels": relations.replace(b"worksheets/sheet2.xml", b"media/image1.png"),
        "xl__media__image1.png": far,
    }

    assert refused(workbook(tmp_path / "disguised.xlsx", **parts)) == "cells_far_apart"


@pytest.mark.parametrize("name", ["../customers.csv", "/etc/customers.csv", "..\\customers.csv", "C:\\customers.csv"])
def test_a_name_that_leads_out_of_the_folder_is_refused(refused, tmp_path, name):
    path = tmp_path / "out.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, "name\nACME")

    assert refused(path) == "bad_name"


def test_a_locked_zip_and_a_locked_workbook_are_told_from_old_ones(refused, tmp_path):
    zipped, locked, old, binary, ods = (tmp_path / name for name in ("a.zip", "a.xlsx", "a.xls", "a.xlsb", "a.ods"))
    with zipfile.ZipFile(zipped, "w") as packed:
        packed.writestr("customers.csv", "name\nACME")
    data = zipped.read_bytes()
    place = data.index(b"PK\x01\x02") + 8
    zipped.write_bytes(data[:place] + b"\x01" + data[place + 1 :])
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    locked.write_bytes(compound + "EncryptedPackage".encode("utf-16-le"))
    old.write_bytes(compound)
    with zipfile.ZipFile(binary, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.bin", b"\0")
    with zipfile.ZipFile(ods, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert [refused(path) for path in (zipped, locked)] == ["locked", "locked"]
    assert [refused(path) for path in (old, binary, ods)] == ["old_excel", "binary_excel", "open_document"]


def test_too_many_files_and_too_large_ones_are_refused(refused, tmp_path):
    many, large = tmp_path / "many.zip", tmp_path / "large.csv"
    with zipfile.ZipFile(many, "w") as packed:
        for number in range(3_000):
            packed.writestr(f"{number}.csv", "a")
    with large.open("wb") as file:
        file.truncate(70 * 2**20)

    assert [refused(many), refused(large)] == ["too_many_files", "file_too_large"]


def test_json_nested_without_end_or_with_too_many_cells_is_refused(refused, tmp_path):
    deep, wide, shape = tmp_path / "deep.json", tmp_path / "wide.json", tmp_path / "shape.json"
    deep.write_text('{"customers": ' + "[" * 200_000 + "]" * 200_000 + "}")
    wide.write_text('{"customers": [' + "{}," * 6_000_000 + "{}]}")
    shape.write_text(json.dumps({"customers": [{"name": {"first": "A"}}]}))

    assert [refused(deep), refused(wide), refused(shape)] == ["json_too_deep", "too_many_cells", "json_shape"]


def test_what_is_no_book_at_all_is_told_so(refused, tmp_path):
    broken, picture, empty = tmp_path / "broken.xlsx", tmp_path / "picture.xlsx", tmp_path / "empty.csv"
    broken.write_bytes(template("en")[:5_000])
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10)
    empty.write_bytes(b"\xef\xbb\xbf \r\n")

    cut = tmp_path / "cut.zip"
    with zipfile.ZipFile(cut, "w") as packed:
        packed.writestr("customers.csv", "name\nACME")
    cut.write_bytes(cut.read_bytes().replace(b"ACME", b"ACNE"))

    assert [refused(broken), refused(picture), refused(empty)] == ["not_whole", "not_a_book", "empty"]
    assert refused(cut) == "not_whole"
    assert refused(tmp_path / "nowhere.xlsx") == "missing"
