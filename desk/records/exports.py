"""Exports: a room says which rows and columns; this room checks, writes, counts, and leaves lines in the trail.

A room registers `ExportKind(name, right, columns, rows)`. `rows(r, since, until, masked)` yields plain cells in the
order of the columns; full values are asked for only when a manager gave a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.records.sheets import FORMATS, Cell, sheet
from desk.store.store import Store
from desk.store.unit import Reading

FULL_RIGHT = "export.people"  # full values leave the desk only by a manager's hand
STEP = 500  # rows between two looks at progress and cancel

Rows = Callable[[Reading, int, int, bool], Iterator[Sequence[Cell]]]
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class ExportKind:
    """One kind of export. columns: codes, their words are the face's. rows: since/until in UTC ms, until not included.

    count: for a progress bar with an end.
    """

    name: str
    right: str
    columns: tuple[str, ...]
    rows: Rows
    count: Callable[[Reading, int, int], int] | None = None


@dataclass(frozen=True)
class Order:
    """What is wanted. titles: column key -> head in the user's language. until None: up to now."""

    kind: ExportKind
    target: Path
    form: str = "csv"
    since: int = 0
    until: int | None = None
    masked: bool = True
    reason: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Exported:
    """A finished export."""

    path: Path
    rows: int
    masked: bool


def export(
    store: Store,
    order: Order,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write an export; the trail says who began it before the first row leaves, and how it ended.

    Raises Refused (right.missing, export.form, export.reason, export.cancelled) or Trouble (export.*, see sheets).
    """
    _check(order, actor)
    facts = {"export": order.kind.name, "form": order.form, "masked": order.masked, "reason": clean_line(order.reason)}
    _audit(store, actor, "export.begun", facts)
    try:
        count = _write(store, order, progress, cancelled)
    except BaseException as error:
        _audit(store, actor, "export.stopped", {**facts, "why": getattr(error, "code", type(error).__name__)})
        raise
    _audit(store, actor, "export.done", {**facts, "rows": count})
    return Exported(order.target, count, order.masked)


def _check(order: Order, actor: Actor) -> None:
    actor.require(order.kind.right)
    if order.form not in FORMATS:
        raise Refused("export.form", form=order.form)
    if not order.masked:
        actor.require(FULL_RIGHT)
        if not clean_line(order.reason):
            raise Refused("export.reason")


def _audit(store: Store, actor: Actor, action: str, facts: dict[str, Any]) -> None:
    with store.unit(actor) as u:
        u.audit(action, **facts)


def _write(store: Store, order: Order, progress: Progress, cancelled: Callable[[], bool]) -> int:
    head = [order.titles.get(column, column) for column in order.kind.columns]
    with store.reading() as r, sheet(order.target, order.form, head) as table:
        until = r.now + 1 if order.until is None else order.until
        total = order.kind.count(r, order.since, until) if order.kind.count else None
        done = 0
        for done, cells in enumerate(order.kind.rows(r, order.since, until, order.masked), 1):
            table.row(cells)
            if done % STEP == 0:
                _look(done, total, progress, cancelled)
        _look(done, total, progress, cancelled)
    return done


def _look(done: int, total: int | None, progress: Progress, cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Refused("export.cancelled")
    progress(done, total)
