"""A cell that cannot be read as what its column holds."""


class Unfit(Exception):
    """Breaks a rule of `harehawk.book.rules`; the reader of the row knows the place and tells the user."""

    def __init__(self, rule: str, **data: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.data = data
