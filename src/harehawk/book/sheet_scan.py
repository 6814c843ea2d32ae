"""Counts what the parts of a workbook would cost a parser, while they stream by."""

import re
import zipfile
from array import array
from collections import Counter
from posixpath import join, normpath
from typing import Self
from xml.etree import ElementTree as ET
from xml.parsers import expat

from harehawk.book.limits import MEGABYTE, MOST_AREA, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED
from harehawk.book.problems import FileProblem

LAST_CELL = re.compile(r"(?:.*:)?([A-Za-z]+)(\d+)$")  # of a dimension: A1:XFD1048576
MOST_REFERENCE = 50  # characters of a dimension

type FailedCells = dict[str, list[tuple[int, int]]]  # title of a sheet -> (row, column) from 0


class Room:
    """What all parts of a workbook may hold together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = MOST_CELLS
        self.strings = array("I")  # length of each text that cells share
        self.shared: Counter[str] = Counter()  # how often cells use each of them

    def check_repeated_text(self) -> None:
        """Refuse cells that repeat a long text until it fills the memory."""
        used = sum(
            times * self.strings[number]
            for text, times in self.shared.items()
            if text.isdecimal() and (number := int(text)) < len(self.strings)
        )
        if used > MOST_UNPACKED:
            raise FileProblem(self.name, "unpacked_too_large", {"most": MOST_UNPACKED // MEGABYTE})


class PartScan:
    """Reads one part as XML: cells, how far apart they stand, shared texts, failed formulas, declarations.

    Any part may be made to serve as a sheet or as the list of shared texts, so each is read as both.
    The dimension tag is never trusted: one that reaches beyond Excel's own rows and columns is refused as
    damaged; one of a whole sheet (A1:XFD1048576), which some tools write over a few rows, is let pass.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        self.row = self.column = self.rows = self.columns = 0
        self.failed: list[tuple[int, int]] = []
        self.in_string = self.in_shared_cell = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = self._declaration

    def read(self, piece: bytes, *, last: bool = False) -> Self:
        """Take the next piece; stops at the first thing that is too much."""
        self.parser.Parse(piece, last)
        return self

    def _declaration(self, *_: object) -> None:
        raise FileProblem(self.room.name, "outside_reference")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._cell(attributes)
        elif tag == "v":
            self.parser.CharacterDataHandler = self._number_of_text if self.in_shared_cell else None
        elif tag == "row":
            place = attributes.get("r", "")
            self.row = int(place) if place.isdecimal() else self.row + 1
            self.column = 0
            self._far()
        elif tag == "dimension":
            self._dimension(attributes.get("ref", ""))
        elif tag == "si":
            if len(self.room.strings) >= MOST_CELLS:
                raise FileProblem(self.room.name, "too_many_cells", {"most": MOST_CELLS})
            self.room.strings.append(0)
            self.parser.CharacterDataHandler = self._text

    def _dimension(self, reference: str) -> None:
        last = LAST_CELL.match(reference[:MOST_REFERENCE])
        if len(reference) > MOST_REFERENCE or (
            last and (column_number(last[1]) > MOST_COLUMNS or int(last[2]) > MOST_ROWS)
        ):
            raise FileProblem(self.room.name, "not_whole")

    def _cell(self, attributes: dict[str, str]) -> None:
        self.room.cells -= 1
        if self.room.cells < 0:
            raise FileProblem(self.room.name, "too_many_cells", {"most": MOST_CELLS})
        place = attributes.get("r", "")
        letters = place.rstrip("0123456789")
        if letters and letters.isascii() and letters.isalpha():
            self.column = column_number(letters)
            self.row = int(place[len(letters) :] or self.row)
        else:
            self.column += 1
        if self.column > self.columns or self.row > self.rows:
            self._far()
        kind = attributes.get("t")
        self.in_shared_cell = kind == "s"
        if kind == "e":
            self.failed.append((self.row - 1, self.column - 1))

    def _far(self) -> None:
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)
        if self.rows * self.columns > MOST_AREA or self.rows > MOST_ROWS or self.columns > MOST_COLUMNS:
            raise FileProblem(self.room.name, "cells_far_apart", {"row": self.rows, "column": self.columns})

    def _text(self, text: str) -> None:
        self.room.strings[-1] += len(text)

    def _number_of_text(self, text: str) -> None:
        self.room.shared[text.strip()] += 1


def column_number(letters: str) -> int:
    """Number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def failed_cells(packed: zipfile.ZipFile, by_path: dict[str, list[tuple[int, int]]]) -> FailedCells:
    """The failed cells by the title of their sheet; the parts have been seen to declare nothing."""
    relations = ET.fromstring(packed.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  no declarations in it
    workbook = ET.fromstring(packed.read("xl/workbook.xml"))  # noqa: S314  the same
    paths = {one.get("Id"): normpath(join("/xl", one.get("Target", ""))).lstrip("/") for one in relations}
    found: FailedCells = {}
    for sheet in workbook.iter():
        if sheet.tag.endswith("}sheet"):
            relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            if cells := by_path.get(paths.get(relation, "")):
                found[sheet.get("name", "")] = cells
    return found
