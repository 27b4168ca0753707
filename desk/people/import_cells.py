"""One row of a sheet of residents, cell by cell: what must be right for the row, and what is only left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from desk.core.errors import Refused
from desk.people import names, rooms
from desk.people.import_values import PARTLY, REFUSED, ROLE_WORDS, Columns, Entry, Issue, heading
from desk.people.rooms import Address
from desk.people.rules import checked_address, clean_phone, clean_plates
from desk.people.sheet import Row, column_name

T = TypeVar("T")
_BETWEEN = re.compile(r"[,，;；/、|\n]+")


class _Bad(Exception):
    """This row or cell cannot be taken; carries what to tell."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.code)
        self.issue = issue


def entry(row: Row, columns: Columns, issues: list[Issue]) -> Entry | None:
    """The row as an Entry, or None when it is refused; what is wrong is added to `issues`."""
    cells = _Cells(row, columns)
    try:
        cells.whole()
        address = _address(cells)
        name = cells.read("name", _name)
    except _Bad as bad:
        issues.append(bad.issue)
        return None
    phone = _or_left_out(cells, "phone", _phone, "", issues)
    plates: tuple[str, ...] = _or_left_out(cells, "plate", _plates, (), issues)
    role = _or_left_out(cells, "role", _role, "", issues)
    if not name and (phone or plates):
        issues.append(cells.issue("name", "people.name_missing"))
        return None
    return Entry(row.number, address, name, names.fold(name), phone, plates, role)


class _Cells:
    """The cells of one row by field."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self._row, self._columns = row, columns
        self._faults = dict(row.faults)

    def whole(self) -> None:
        """Raises _Bad when the row as a whole could not be read."""
        if 0 in self._faults:
            raise _Bad(Issue(self._row.number, "", "", self._faults[0]))

    def column(self, name: str) -> int | None:
        """The first filled column of a field, else its first, else None."""
        at = self._columns.of.get(name, ())
        return next((i for i in at if self._text(i) or i + 1 in self._faults), at[0] if at else None)

    def text(self, name: str) -> str:
        """Raises _Bad for a cell that could not be read, or that holds a formula as text."""
        column = self.column(name)
        if column is None:
            return ""
        fault, text = self._faults.get(column + 1), self._text(column)
        if fault is None and text[:1] in ("=", "@") and len(text) > 1:
            fault = "people.cell_formula"
        if fault is not None:
            raise _Bad(self.issue(name, fault))
        return text

    def read(self, name: str, reader: Callable[[str], T]) -> T:
        """The field as `reader` makes it; its Refused becomes an issue of this cell."""
        try:
            return reader(self.text(name))
        except Refused as refused:
            raise _Bad(self.issue(name, refused.code)) from None

    def issue(self, name: str, code: str, grade: str = REFUSED) -> Issue:
        column = self.column(name)
        return Issue(self._row.number, "" if column is None else column_name(column), name, code, grade)

    def _text(self, column: int) -> str:
        return self._row.cells[column].strip() if column < len(self._row.cells) else ""


def _or_left_out(cells: _Cells, name: str, reader: Callable[[str], T], empty: T, issues: list[Issue]) -> T:
    try:
        return cells.read(name, reader)
    except _Bad as bad:
        issues.append(cells.issue(name, bad.issue.code, PARTLY))
        return empty


def _address(cells: _Cells) -> Address:
    """From one column, or from building, unit and room; a room column may hold the whole address too."""
    whole = cells.read("address", _whole_address) if cells.text("address") else None
    if whole is not None:
        return whole
    building, unit, room = (cells.text(name) for name in ("building", "unit", "room"))
    if room and not building:
        return cells.read("room", _whole_address)
    return cells.read("building" if room else "room", lambda _: checked_address(rooms.address(building, unit, room)))


def _whole_address(text: str) -> Address:
    place = rooms.parse(text)
    if place is None:
        raise Refused("people.room_odd")
    return checked_address(place)


def _name(text: str) -> str:
    return names.checked(text) if text else ""


def _phone(text: str) -> str:
    """The first of several numbers in one cell."""
    return clean_phone(next((part for part in _BETWEEN.split(text) if part.strip()), ""))


def _plates(text: str) -> tuple[str, ...]:
    return tuple(clean_plates(_BETWEEN.split(text)))


def _role(text: str) -> str:
    word = heading(text)
    if word and word not in ROLE_WORDS:
        raise Refused("people.role_unknown")
    return ROLE_WORDS.get(word, "")
