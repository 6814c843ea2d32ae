"""Ids of a company's own, in an address: whatever characters they have, a slash included."""

from django.urls.converters import StringConverter


class TokenConverter(StringConverter):
    """A part of a path; a slash in the id is written “~1” and “~” itself “~0”, as JSON pointers do."""

    def to_python(self, value: str) -> str:
        return value.replace("~1", "/").replace("~0", "~")

    def to_url(self, value: str) -> str:
        return value.replace("~", "~0").replace("/", "~1")
