"""Fields looked at column by column are the fields looked at one by one: every table, fitting values and strange ones."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.store.from_wire import Unfit, columns_of, opened
from desk.store.schema import Base
from desk.store.wire_rows import inner_tables, sealed_columns, wire_columns, worded
from desk.wire.seal import Sealer
from tests.store.test_bulk_new import JSONS, tables, values_of

STRANGE = JSONS | st.floats(allow_nan=False) | st.just("0" * 31) | st.just("0" * 31 + "G") | st.just(2**70)


def no_sealer() -> Sealer:
    raise AssertionError("nothing is to be opened")


def value(column: Any) -> st.SearchStrategy[Any]:
    words = st.sampled_from(sorted(column.info.get("words", ())) or ["x"])
    return st.one_of(values_of(column), values_of(column), words, STRANGE).filter(
        lambda one: not isinstance(one, bytes)
    )


@st.composite
def several(draw: st.DrawFn) -> tuple[type[Base], list[dict[str, Any]]]:
    """Operations on one table that all name the same fields, perhaps one that no table here has."""
    table = draw(st.sampled_from(tables()))
    free = sorted(wire_columns(table) - sealed_columns(table))
    names = sorted(draw(st.sets(st.sampled_from(free), max_size=3))) if free else []
    columns = table.__table__.columns
    shapes = st.fixed_dictionaries({name: value(columns[name]) for name in names})
    rows = [draw(shapes) for _ in range(draw(st.integers(1, 3)))]
    return table, [{**row, "newer": 1} for row in rows] if draw(st.integers(0, 9)) == 0 else rows


@settings(max_examples=400)
@given(several())
def test_many_at_once_or_one_by_one_is_one_thing(told: tuple[type[Base], list[dict[str, Any]]]) -> None:
    table, rows = told
    columns = columns_of(table, rows)
    if columns is None:
        return  # they are looked at one by one, whatever they are
    assert not columns.keys() & inner_tables(table).keys()
    for nth, row in enumerate(rows):
        fit = opened(table, "0" * 32, row, no_sealer)
        assert (fit.fields, fit.newer) == (row, frozenset())
        assert fit.fields == {name: column[nth] for name, column in columns.items()}
        for name, inside, words in worded(table):
            assert inside or row.get(name) in (None, "", *words), "a word that only a newer program knows"


@settings(max_examples=300)
@given(st.data())
def test_one_value_that_does_not_fit_sends_them_all_the_long_way(data: st.DataObject) -> None:
    table, rows = data.draw(several())
    try:
        for row in rows:
            opened(table, "0" * 32, row, no_sealer)
    except Unfit:
        assert columns_of(table, rows) is None


def test_ordinary_facts_take_the_short_way() -> None:
    """Else the two tests above would hold for a way that nobody ever takes."""
    (tally,) = (table for table in tables() if table.__tablename__ == "tally")
    row = {"at": 5, "clock_quality": "trusted", "corrects": None, "gate_id": "a" * 32, "kind": "rider", "n": 1}
    assert columns_of(tally, [row, row]) == {name: (said, said) for name, said in row.items()}
