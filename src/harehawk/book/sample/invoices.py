"""Past invoices: how late each customer pays."""

from harehawk.book.sample.draft import WAN, Draft
from harehawk.book.sheets.worth import InvoiceRow

# customer, term in days, then (issued so many days ago, days until paid or None, 万)
PAST: tuple[tuple[str, int, tuple[tuple[int, int | None, float], ...]], ...] = (
    ("metro", 30, ((520, 58, 108), (430, 71, 105), (330, 49, 106), (240, 66, 52), (150, 83, 18), (70, None, 18))),
    ("linjiang", 60, ((505, 96, 42), (390, 118, 42), (320, 91, 36), (250, 88, 36), (120, 104, 36))),
    ("grid", 60, ((535, 131, 66), (440, 149, 66), (380, 125, 40), (320, 117, 40), (210, 162, 75), (95, None, 75))),
    ("beiling", 60, ((480, 122, 30), (300, 140, 30))),
    ("qishan", 45, ((390, 44, 82), (350, 51, 110), (270, 40, 83), (130, 47, 24), (60, 43, 24))),
    ("supply", 30, ((400, 63, 28), (340, 58, 28), (260, 45, 56), (170, 70, 42), (80, 52, 14))),
    ("nanping", 30, ((470, 38, 12), (380, 47, 12), (300, 55, 46), (160, 41, 36), (50, 36, 10))),
    ("norlan", 30, ((450, 30, 25), (330, 33, 25), (200, 29, 25), (90, 31, 25))),
    ("heyi", 30, ((510, 175, 19), (360, 190, 22), (120, None, 22))),
)
DISPUTED = {("grid", 210), ("heyi", 360)}


def write(draft: Draft) -> None:
    for customer, term, bills in PAST:
        for place, (issued, until_paid, amount) in enumerate(bills, start=1):
            draft.add(
                InvoiceRow(
                    customer=customer,
                    number=f"{customer}-{place:02}",
                    issued_on=draft.ago(issued),
                    due_on=draft.ago(issued - term),
                    paid_on=None if until_paid is None else draft.ago(issued - until_paid),
                    amount=amount * WAN,
                    disputed=True if (customer, issued) in DISPUTED else None,
                )
            )
