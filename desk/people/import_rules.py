"""The import of residents, row by row: find the header, read what follows it, and tell what was left out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desk.core.errors import Refused
from desk.people.import_cells import entry
from desk.people.import_values import HEADER_WITHIN, HEADERS, SKIPPED, Columns, Issue, Outcome, heading
from desk.people.rooms import Address
from desk.people.sheet import Row, column_name


def columns_of(row: Row) -> Columns | None:
    """The columns when this row is a header: it names the person, and the door in one column or in several.

    Raises Refused("people.header_twice", columns="B, F") when the same heading stands twice.
    """
    found: dict[str, list[int]] = {}
    seen: dict[str, int] = {}
    for i, cell in enumerate(row.cells):
        word = heading(cell)
        name = HEADERS.get(word)
        if name is None:
            continue
        if word in seen:
            raise Refused("people.header_twice", columns=f"{column_name(seen[word])}, {column_name(i)}")
        seen[word] = i
        found.setdefault(name, []).append(i)
    if not ("address" in found or {"building", "room"} <= found.keys() or {"name", "room"} <= found.keys()):
        return None
    return Columns({name: tuple(at) for name, at in found.items()}, row.number)


def read_rows(rows: Iterable[Row], each: Callable[[int], None] = lambda number: None) -> Outcome:
    """Every row behind the header as an Entry or an Issue. `each` is told the row number, and may raise to stop.

    Raises Refused("people.header_missing") when none of the first rows is a header.
    """
    found, columns = Outcome(), None
    seen: dict[tuple[Address, str], int] = {}
    for row in rows:
        each(row.number)
        if row.is_empty:
            continue
        if columns is None:
            columns = columns_of(row)
            if columns is None and row.number >= HEADER_WITHIN:
                raise Refused("people.header_missing")
            continue
        found.rows += 1
        one = entry(row, columns, found.issues)
        if one is None:
            continue
        first = seen.setdefault((one.address, one.name_key), row.number)
        if first != row.number:
            found.issues.append(Issue(row.number, "", "", "people.row_twice", SKIPPED, other_row=first))
        else:
            found.entries.append(one)
    if columns is None:
        raise Refused("people.header_missing")
    found.columns = columns
    return found
