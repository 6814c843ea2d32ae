"""The book: one workbook format for template, sample, import, export and exchange."""
