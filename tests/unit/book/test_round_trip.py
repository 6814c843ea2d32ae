"""A book that is written and read again is the same book, whatever stands in it."""

import datetime as dt
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harehawk.book.cells import clean
from harehawk.book.figures import kept
from harehawk.book.money_to_a_person import named_money
from harehawk.book.pack import CLASS_WORDS, CRITERION_WORDS
from harehawk.book.read import read
from harehawk.book.references import TARGETS
from harehawk.book.schema import Column, Kind
from harehawk.book.sheets import SHEET, SHEETS, Book
from harehawk.book.words import dictionary, look_up, spellings
from harehawk.book.write import write

TODAY = dt.date(2026, 11, 24)
FAR = 1e15
LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = (
    (
        st.text(LETTERS, max_size=12)
        | st.sampled_from(["=1+1", "+1", "-x", "@a", "'=a", "'", "＝1", "a;b", '"a"', "a、b", "1"])
    )
    .map(clean)
    .filter(bool)
)
NAMED_FIRST = ("classes", "criteria", "customers", "posts", "people", "colleagues", "opportunities", "offerings")


def numbers(column: Column) -> st.SearchStrategy[float]:
    low = -FAR if column.low is None else column.low
    high = FAR if column.high is None else column.high
    return st.floats(low, high).map(kept).filter(lambda value: low <= value <= high)


def texts(column: Column) -> st.SearchStrategy[str]:
    if column.currency:
        return st.sampled_from(["CNY", "EUR", "USD"])
    known = [code for code in column.known or () if code]
    spelt = dictionary({code: spellings(words, code) for code, words in (column.known or {}).items()})
    free = TEXTS.filter(lambda text: not named_money(text) and look_up(spelt, text) is None)
    return free | st.sampled_from(known) if known else free


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


def different(among: list[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(among), unique=True, max_size=3).map(tuple) if among else st.just(())


def values(column: Column, keys: dict[str, list[str]]) -> st.SearchStrategy[object]:
    """Whatever a cell of the column may hold after reading."""
    targets, choices = keys.get(column.refers or "", []), list(column.choices or ())
    low = 1 if column.low is None else int(column.low)
    number = numbers(column)
    of_kind = {
        Kind.TEXT: lambda: texts(column),
        Kind.MONEY: lambda: number,
        Kind.NUMBER: lambda: number,
        Kind.SHARE: lambda: number,
        Kind.WHOLE: lambda: st.integers(low, int(column.high or 10**6)),
        Kind.DAY: lambda: st.dates(dt.date(1950, 1, 1), TODAY if column.fact_day else dt.date(2199, 12, 31)),
        Kind.YES_NO: st.booleans,
        Kind.CHOICE: lambda: st.sampled_from(choices),
        Kind.CHOICES: lambda: different(choices),
        Kind.REFERENCE: lambda: st.sampled_from(targets),
        Kind.REFERENCES: lambda: different(targets),
        Kind.NUMBERS: lambda: several(number),
        Kind.SCHEDULE: lambda: several(st.tuples(number, st.floats(-1, 1).map(kept))),
    }
    return of_kind[column.kind]()


@st.composite
def rows(draw, sheet, keys: dict[str, list[str]], key: str | None = None):
    target = TARGETS.get(sheet.key)
    given_values = {}
    for column in sheet.columns:
        if target and column.key == target.id and key is not None:
            given_values[column.key] = key
            continue
        possible = not column.refers or keys.get(column.refers)
        if possible and (column.required or draw(st.booleans())):
            given_values[column.key] = draw(values(column, keys))
    return sheet.row(**given_values)


@st.composite
def books(draw):
    """A few rows on every sheet. Rows refer to rows that are there; whether they make sense is not asked."""
    keys: dict[str, list[str]] = {"classes": list(CLASS_WORDS), "criteria": list(CRITERION_WORDS)}
    classes = dictionary({code: spellings(words, code) for code, words in CLASS_WORDS.items()})
    own = {}
    for name in NAMED_FIRST:
        texts = TEXTS.filter(lambda text: not named_money(text) and look_up(classes, text) is None)
        fillable = all(keys.get(column.refers) for column in SHEET[name].columns if column.required and column.refers)
        own[name] = draw(st.lists(texts, unique=True, max_size=3)) if fillable else []
        keys[name] = [*keys.get(name, []), *own[name]]
    sheets = {}
    for sheet in SHEETS:
        if any(column.required and column.refers and not keys.get(column.refers) for column in sheet.columns):
            continue
        if sheet.key in own:
            sheets[sheet.key] = tuple(draw(rows(sheet, keys, key)) for key in own[sheet.key])
        else:
            sheets[sheet.key] = tuple(draw(st.lists(rows(sheet, keys), max_size=2)))
    if sheets.get("criteria"):
        sheets["criteria"] = tuple(
            type(row)(**{name: getattr(row, name) for name in row.__dataclass_fields__} | {"customer_class": None})
            for row in sheets["criteria"]
        )
    return Book(**sheets)


def exported(book: Book, kind: str, language: str) -> bytes:
    target = io.BytesIO()
    write(book, target, kind, language)
    return target.getvalue()


FORMS = [("xlsx", "en"), ("xlsx", "zh"), ("zip", "en"), ("zip", "zh"), ("json", "en")]


@pytest.mark.parametrize(("kind", "language"), FORMS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(book=books())
def test_a_book_that_went_out_comes_back_the_same_and_goes_out_the_same(kind, language, book):
    first = exported(book, kind, language)
    if not any(book.rows(sheet.key) for sheet in SHEETS):
        return

    back = read(first, f"book.{kind}", today=TODAY, language=language).book

    assert back == book
    assert exported(back, kind, language) == first


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(book=books().filter(lambda book: any(book.rows(sheet.key) for sheet in SHEETS)))
def test_a_folder_of_csv_comes_back_the_same(book):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "book"
        write(book, folder, "csv", "zh")

        assert read(folder, "book", today=TODAY).book == book


def test_every_word_of_a_column_and_of_a_choice_means_one_thing():
    for sheet in SHEETS:
        headings = [words for column in sheet.columns for words in (column.words.en, column.words.zh, column.key)]
        own = [
            (column.key, word) for column in sheet.columns for word in {column.words.en, column.words.zh, column.key}
        ]
        assert len({word for _, word in own}) == len(own), (sheet.key, headings)
        for column in sheet.columns:
            spelt = [
                word.casefold()
                for words in (column.choices or {}).values()
                for word in {words.en, words.zh, *words.aliases}
            ]
            assert len(set(spelt)) == len(spelt), (sheet.key, column.key)
    assert set(TARGETS) == {column.refers for sheet in SHEETS for column in sheet.columns if column.refers}
    assert set(TARGETS) <= set(SHEET)
