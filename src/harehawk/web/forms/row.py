"""A form out of a sheet of the book: labels, choices, units and bounds are the book's, and so is the reading.

    form = RowForm(SHEET["needs"], {"offerings": [(3, "Crane")]}, request.POST or None, leave_out={"opportunity"})
    if form.is_valid():
        try:
            actions.add_row(actor=actor(request), opportunity=7, sheet="needs", **form.cells())
        except Problem as problem:
            form = form.after(problem)  # at its fields; what others wrote meanwhile, field by field
        else:
            return redirect(...)
    return render(request, ..., {"form": form}, status=form.status)

`offered` holds what may be chosen: under the key of the sheet that a column refers to, or of the column itself.
To change a row give its cells as `first` and its `version`; `form.version` is what the visitor saw.
The template shows it with {% include "web/part/row_fields.html" %}, inside a form of its own with a token.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from harehawk.apps.access.problems import ChangedMeanwhile
from harehawk.apps.customers.problems import in_its_place
from harehawk.apps.method.queries import currency
from harehawk.apps.rows.tables import FIELD
from harehawk.book.schema import Kind, Sheet, Value
from harehawk.errors import Problem
from harehawk.web.forms.cells import CellField, Choice, typed, worded
from harehawk.web.forms.usual import USUAL

LONGEST = 10  # digits of a version
COLUMN = {field: column for column, field in FIELD.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """A field, and what somebody else wrote into it meanwhile, in words; `theirs` is None where nobody did."""

    field: forms.BoundField
    theirs: str | None
    takes_theirs: bool


class RowForm(forms.Form):
    """A row of a sheet."""

    def __init__(
        self,
        sheet: Sheet,
        offered: Mapping[str, Sequence[Choice]],
        data: QueryDict | None = None,
        *,
        first: Mapping[str, Value] | None = None,
        version: int = 0,
        leave_out: Collection[str] = (),
    ) -> None:
        self.sheet, self.offered, self.seen = sheet, offered, version
        self.columns = {column.key: column for column in sheet.columns if column.key not in leave_out}
        known = first or {}
        shown = {key: typed(column, known[key]) for key, column in self.columns.items() if key in known}
        super().__init__(data, initial=shown, auto_id=f"{sheet.key}-%s")
        self.by = self.data.get("by", "")
        unit = currency()
        for key, column in self.columns.items():
            choices = offered.get(key, offered.get(column.refers or ""))
            if choices and column.kind == Kind.REFERENCES:
                choices = _chosen_first(choices, data.getlist(self.add_prefix(key)) if data else shown.get(key, ()))
            self.fields[key] = CellField(column, choices, unit)

    def add_prefix(self, field_name: str) -> str:
        """What a field is called on the page: a field named “form” would hide the form from scripts."""
        return "form_" if field_name == "form" else field_name

    @property
    def version(self) -> int:
        """The version of the row that the visitor saw."""
        seen = self.data.get("version", "")
        return int(seen) if seen.isdecimal() and len(seen) < LONGEST else self.seen

    @property
    def status(self) -> int:
        """Of the answer that shows this form."""
        return 422 if self.errors else 409 if self.data.get("by") else 200

    def cells(self) -> dict[str, Any]:
        """What was entered, as actions take it; without the fields where what others wrote is to hold."""
        return {
            key: field.kept(self.cleaned_data[key])
            for key, field in self.fields.items()
            if isinstance(field, CellField) and self.data.get(f"take-{key}") != "theirs"
        }

    def after(self, problem: Problem) -> "RowForm":
        """The form to show after a write was refused. Raises the problem again where there is nothing left to write."""
        if isinstance(problem, ChangedMeanwhile):
            return self._met(problem)
        if problem.status == 404:
            raise problem
        for key, text in faults_of(problem, self.sheet.key):
            self.add_error(key if key in self.fields else None, text)
        return self

    @property
    def usual(self) -> list[Line]:
        """The fields to show at once: those that are needed, and those that people mostly fill."""
        usual = USUAL.get(self.sheet.key, tuple(self.columns)[:5])
        needed = [key for key, column in self.columns.items() if column.required and key not in usual]
        return [self._line(key) for key in (*usual, *needed) if key in self.fields]

    @property
    def others(self) -> list[Line]:
        """The rest."""
        usual = {line.field.name for line in self.usual}
        return [self._line(key) for key in self.fields if key not in usual]

    @property
    def opened(self) -> bool:
        """Tell whether something is wrong among the rest, or was written there by others."""
        return any(line.field.errors or line.theirs is not None for line in self.others)

    @property
    def filled(self) -> int:
        """How many of the rest hold something."""
        return sum(bool(line.field.value()) for line in self.others)

    def _line(self, key: str) -> Line:
        return Line(self[key], self.data.get(f"theirs-{key}"), self.data.get(f"take-{key}") == "theirs")

    def _met(self, problem: ChangedMeanwhile) -> "RowForm":
        """The same form on top of what others wrote: what was typed stays, what was not touched is now theirs."""
        data = cast("QueryDict", self.data).copy()
        data["version"], data["by"] = str(problem.version), problem.by or gettext("Somebody")
        for key in self.columns:
            data.pop(f"theirs-{key}", None)
            data.pop(f"take-{key}", None)
        for name, value in problem.others.items():
            key = COLUMN.get(name, name)
            shown = typed(self.columns[key], value)
            data.setlist(self.add_prefix(key), shown if isinstance(shown, list) else [shown])
        for one in problem.differences:
            key = COLUMN.get(one.name, one.name)
            data[f"theirs-{key}"] = self.worded(key, one.theirs)
        left_out = {column.key for column in self.sheet.columns} - self.columns.keys()
        return RowForm(self.sheet, self.offered, data, leave_out=left_out)

    def worded(self, key: str, value: Value) -> str:
        """A kept value of a column in words."""
        column = self.columns[key]
        choices = self.offered.get(key, self.offered.get(column.refers or "", ()))
        return worded(column, value, {str(number): word for number, word in choices})


def _chosen_first(choices: Sequence[Choice], chosen: Iterable[str]) -> list[Choice]:
    """The order of several counts, and a page sends them as they stand there."""
    order = {number: place for place, number in enumerate(chosen)}
    return sorted(choices, key=lambda one: order.get(str(one[0]), len(order)))


def faults_of(problem: Problem, sheet: str) -> Iterator[tuple[str, str]]:
    """What is wrong by column; what stands elsewhere says where it stands."""
    if breaches := getattr(problem, "breaches", None):
        for breach in breaches:
            if breach.sheet == sheet:
                yield breach.column, breach.problem.message(gettext)
            else:
                yield "", in_its_place(breach, gettext)
    elif faults := getattr(problem, "faults", None):
        for name, texts in faults.items():
            for text in texts:
                yield COLUMN.get(name, name), text
    else:
        yield problem.field or "", problem.message(gettext)
