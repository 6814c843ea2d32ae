"""What tables and the book share: a table has a field for every column of its sheet, called like it."""
