"""The versions of the settings: who made them, when, and what each changed."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harehawk.apps.method.models import Version
from harehawk.apps.method.queries import SETTINGS, entries_of
from harehawk.book.schema import Column, Value
from harehawk.book.sheets import SHEET

MOST = 50


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One cell of the settings before and after, as JSON keeps it; None is the default of the method."""

    sheet: str
    code: str
    customer_class: str
    column: Column
    before: Value
    after: Value


@dataclass(frozen=True, kw_only=True)
class Made:
    """One version. `can_undo`: what made it stands, and came with no book."""

    number: int
    at: dt.datetime
    by: str
    changed: Sequence[Changed]
    can_undo: bool


def versions() -> Sequence[Made]:
    """The versions of the settings, the latest first."""
    rows = list(Version.objects.select_related("made_by").order_by("-number")[: MOST + 1])
    before = [row.settings for row in rows[1:]] if len(rows) > MOST else [*(row.settings for row in rows[1:]), {}]
    return [
        Made(
            number=row.number,
            at=row.made_at,
            by=row.made_by.name if row.made_by else "",
            changed=tuple(differences(old, row.settings)),
            can_undo=bool(entries := entries_of(row)) and not any(entry.batch_id for entry in entries),
        )
        for row, old in zip(rows, before, strict=False)
    ]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
    """What differs between two settings, cell by cell, as versions keep them."""
    for sheet in SETTINGS:
        old, new = _by_identity(before.get(sheet, ())), _by_identity(after.get(sheet, ()))
        for code, customer_class in {**old, **new}:
            for column in SHEET[sheet].columns:
                if column.key in {"code", "customer_class"}:
                    continue
                was, now = (rows.get((code, customer_class), {}).get(column.key) for rows in (old, new))
                if was != now:
                    yield Changed(
                        sheet=sheet, code=code, customer_class=customer_class, column=column, before=was, after=now
                    )


def _by_identity(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {(row.get("code", ""), row.get("customer_class", "")): row for row in rows}
