"""How much a book may hold. A file beyond these is refused before any parser sees it."""

MEGABYTE = 2**20
MOST_BYTES = 64 * MEGABYTE  # as uploaded; a workbook of half a million cells has about 4 MB
MOST_UNPACKED = 256 * MEGABYTE  # a sheet packs to a tenth or less; a bomb to a thousandth
MOST_CELLS = 5_000_000  # a hundred bytes each once read: what a small server can hold
MOST_AREA = 4 * MOST_CELLS  # the parser lays out every sheet from its first to its last cell
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, as Excel has it
MOST_FILES = 2_000  # parts of a workbook or files in a zip; a book has some thirty
MOST_PART = 32 * MEGABYTE  # a part of a workbook that holds no cells: styles, names, relations
MOST_TEXT = 32_767  # characters in a cell, what Excel takes
CHUNK = MEGABYTE  # unpacked at once while checking
