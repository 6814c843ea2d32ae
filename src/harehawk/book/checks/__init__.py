"""What a careful reader would refuse or point out, beyond single cells. One module for each part of the book."""

from harehawk.book.checks.buying_group import check_buying_group
from harehawk.book.checks.context import Context
from harehawk.book.checks.customers import check_customers
from harehawk.book.checks.identity import check_identity
from harehawk.book.checks.rivals import check_rivals
from harehawk.book.checks.settings import check_settings
from harehawk.book.checks.sources import check_sources
from harehawk.book.checks.work import check_work
from harehawk.book.checks.worth import check_worth

CHECKS = (
    check_identity,
    check_sources,
    check_settings,
    check_customers,
    check_buying_group,
    check_rivals,
    check_worth,
    check_work,
)


def check(context: Context) -> None:
    """Run every check; all of them, whatever the others find."""
    for one in CHECKS:
        one(context)
