"""How the sample is written: texts in both languages side by side, days counted from one day, rows kept by sheet."""

import datetime as dt
from collections import defaultdict
from typing import Any

from harehawk.book.sheets import SHEETS, Book
from harehawk.book.sheets.choices import Outside, PaymentForm
from harehawk.book.sheets.customers import PersonRow, PostRow, RelationshipRow
from harehawk.engine.common import Grade

type Text = tuple[str, str]  # Chinese, English

WAN = 10_000  # 万
RECORD, FIRST_HAND, SECOND_HAND, GUESS = Grade.RECORD, Grade.FIRST_HAND, Grade.SECOND_HAND, Grade.GUESS
TRANSFER, HELD, DISCOUNTED = PaymentForm.TRANSFER, PaymentForm.BILL_HELD, PaymentForm.BILL_DISCOUNTED

SIGNATURE: Text = ("签约", "Signature")
DELIVERY: Text = ("到货", "Delivery")
ACCEPTANCE: Text = ("验收", "Acceptance")
RETENTION: Text = ("质保金", "Retention")

_SHEET_OF = {sheet.row: sheet.key for sheet in SHEETS}


class Draft:
    """The book while it is written, in one language, on one day."""

    def __init__(self, language: str, today: dt.date) -> None:
        self._chinese = language.startswith("zh")
        self._today = today
        self._rows: dict[str, list[object]] = defaultdict(list)

    def say(self, text: Text) -> str:
        return text[0] if self._chinese else text[1]

    def maybe(self, text: Text | None) -> str | None:
        return None if text is None else self.say(text)

    def ago(self, days: int) -> dt.date:
        return self._today - dt.timedelta(days=days)

    def ahead(self, days: int) -> dt.date:
        return self._today + dt.timedelta(days=days)

    def day(self, ahead: int | None) -> dt.date | None:
        return None if ahead is None else self.ahead(ahead)

    def month(self, ahead: int) -> dt.date:
        """The first day of the month that many months from now."""
        years, month = divmod(self._today.month - 1 + ahead, 12)
        return dt.date(self._today.year + years, month + 1, 1)

    def add(self, *rows: object) -> None:
        for row in rows:
            self._rows[_SHEET_OF[type(row)]].append(row)

    def knows(self, person: str, colleague: str, closeness: int, wanted: int | None = None, seen: int = 30) -> None:
        """One of ours knows this person; they last met so many days ago."""
        self.add(
            RelationshipRow(
                person=person,
                colleague=colleague,
                closeness=closeness,
                wanted=wanted,
                last_contact=self.ago(seen),
                grade=FIRST_HAND,
                source=self.say(("拜访记录", "Visit notes")),
                learned_on=self.ago(seen),
            )
        )

    def tie(self, person: str, rival: Text, closeness: int, grade: Grade, ago: int, source: Text) -> None:
        """A rival knows this person."""
        self.add(
            RelationshipRow(
                person=person,
                rival=self.say(rival),
                closeness=closeness,
                grade=grade,
                source=self.say(source),
                learned_on=self.ago(ago),
            )
        )

    def outsider(
        self,
        person: str,
        name: Text,
        organisation: Text,
        title: Text,
        outside: Outside | None,
        customer: str | None = None,
        *,
        no_contact: bool | None = None,
        wants: Text | None = None,
    ) -> None:
        """Somebody outside the customers who takes part in a decision."""
        self.add(
            PersonRow(
                id=person,
                name=self.say(name),
                customer=customer,
                title=self.say(title),
                outside=outside,
                organisation=self.say(organisation),
                no_contact=no_contact,
                wants_for_organisation=self.maybe(wants),
            )
        )

    def book(self) -> Book:
        sheets: dict[str, Any] = {key: tuple(rows) for key, rows in self._rows.items()}
        return Book(**sheets)


class Chart:
    """The posts of one customer with the people who hold them."""

    def __init__(self, draft: Draft, customer: str) -> None:
        self._draft = draft
        self._customer = customer

    def post(
        self,
        key: str,
        title: Text,
        department: Text | None,
        rank: int,
        boss: str | None = None,
        charge: tuple[str, ...] = (),
        site: Text | None = None,
    ) -> None:
        """A seat; `boss` whom it reports to, `charge` what it is in charge of.

        Both are seats of the same customer, or of another one where it is named: "linjiang.gm".
        """
        self._draft.add(
            PostRow(
                id=self._seat(key),
                customer=self._customer,
                title=self._draft.say(title),
                department=self._draft.maybe(department),
                rank=rank,
                reports_to=boss and self._seat(boss),
                in_charge_of=tuple(self._seat(seat) for seat in charge),
                site=self._draft.maybe(site),
            )
        )

    def holds(
        self,
        key: str,
        person: str,
        name: Text,
        since: int,
        wants: Text | None = None,
        own: Text | None = None,
        fears: Text | None = None,
        meet: Text | None = None,
    ) -> None:
        """Who has held the seat for so many days.

        What they want for the organisation and in their work, what worries them, how to meet them.
        """
        draft = self._draft
        draft.add(
            PersonRow(
                id=person,
                name=draft.say(name),
                customer=self._customer,
                post=self._seat(key),
                post_since=draft.ago(since),
                wants_for_organisation=draft.maybe(wants),
                wants_for_self=draft.maybe(own),
                fears=draft.maybe(fears),
                how_to_meet=draft.maybe(meet),
            )
        )

    def _seat(self, key: str) -> str:
        return key if "." in key else f"{self._customer}.{key}"
