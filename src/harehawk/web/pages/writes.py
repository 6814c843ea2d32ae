"""What somebody wrote about an opportunity, in a line."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harehawk.apps.opportunities.queries import Written
from harehawk.book.schema import Column, Value
from harehawk.book.sheets import SHEET
from harehawk.web.pages.cells import cell_text
from harehawk.wording.names import Names
from harehawk.wording.voice import Voice

ADD, CHANGE, REMOVE = "add", "change", "remove"
LEFT_OUT = {"opportunity", "id", "sealed", "recorded_by"}
EMPTY: tuple[object, ...] = (None, "", [])


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRow:
    """One write. `number` is that of its entry; `undoable` ones can be undone on the pages of the opportunity."""

    number: int
    at: dt.datetime
    who: str
    about: str
    said: str
    undone: bool
    undoable: bool


def write_row(written: Written, names: Names, voice: Voice) -> WriteRow:
    """Say one write."""
    return WriteRow(
        number=written.number,
        at=written.at,
        who=written.who,
        about=_about(written, voice),
        said=_said(written, names, voice),
        undone=written.undone,
        undoable=written.own and not written.undone and not written.gone,
    )


def _about(written: Written, voice: Voice) -> str:
    translate = voice.translate
    sheet = SHEET.get(written.sheet)
    others = {
        "teammember": translate("Team of the opportunity"),
        "share": translate("Shared with"),
        "attachment": translate("File"),
    }
    thing = voice.say(sheet.words) if sheet else others[written.sheet]
    stood, stands = _stands(written.before), _stands(written.after)
    if stood != stands and (written.act == CHANGE or written.undoes or written.again):
        said = translate("%(sheet)s, brought back") if stands else translate("%(sheet)s, taken back")
    elif written.undoes:
        said = translate("%(sheet)s, the change taken back")
    else:
        said = {
            ADD: translate("%(sheet)s, added"),
            CHANGE: translate("%(sheet)s, changed"),
            REMOVE: translate("%(sheet)s, removed"),
        }[written.act]
    return said % {"sheet": thing}


def _stands(kept: Mapping[str, Any]) -> bool:
    """Whether a row was there; a fact that was taken back stays, and is marked."""
    return bool(kept) and not kept.get("withdrawn")


def _said(written: Written, names: Names, voice: Voice) -> str:
    columns = {column.key: column for column in SHEET[written.sheet].columns} if written.sheet in SHEET else {}
    words = {key: voice.say(column.words) for key, column in columns.items()} or _words_beside(voice)
    before, after = (
        {key: _text(columns.get(key), value, names, voice) for key, value in _shown(kept, words).items()}
        for kept in (written.before, written.after)
    )
    changed = [key for key in before | after if before.get(key) != after.get(key)]
    if written.act == CHANGE and changed:
        return voice.clauses(
            [f"{words.get(key, '')} {before.get(key, '–')} → {after.get(key, '–')}".strip() for key in changed]
        )
    return voice.clauses([f"{words.get(key, '')} {text}".strip() for key, text in (after or before).items()])


def _words_beside(voice: Voice) -> dict[str, str]:
    """What the cells of rows that stand on no sheet are called."""
    translate = voice.translate
    return {
        "colleague": translate("colleague"),
        "user": translate("user"),
        "until": translate("until"),
        "name": translate("file name"),
    }


def _shown(kept: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """The cells that say something, in the order of their words."""
    return {key: kept[key] for key in words if key not in LEFT_OUT and kept.get(key) not in EMPTY}


def _text(column: Column | None, value: Value, names: Names, voice: Voice) -> str:
    if column is None:
        return str(value)
    if column.refers in {"criteria", "classes"}:
        return (names.criteria if column.refers == "criteria" else names.classes).get(value, value)
    return cell_text(column, value, voice)
