"""How large the tables are, by which a database chooses how to look something up."""

from django.db import connection


def learn_sizes() -> None:
    """Have the embedded database look at its tables anew, a thousand rows of each; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
