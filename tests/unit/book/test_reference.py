"""The reference page says what the schema says."""

from pathlib import Path

import pytest

from harehawk.book.reference import FILES, page

DOCS = Path(__file__).parents[3] / "docs" / "reference"


@pytest.mark.parametrize("language", FILES)
def test_the_reference_page_of_the_book_is_up_to_date(language):
    written = (DOCS / FILES[language]).read_text(encoding="utf-8")

    assert written == page(language), "write it anew: python -m harehawk.book.reference docs/reference"
