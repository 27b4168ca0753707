"""Lines that other rooms want shown, written by app-level code: a projection of this desk, replaced by key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Table, delete, insert

from desk.core.ids import derived_id
from desk.screen import reads
from desk.screen.rules import LINE_LONGEST, Line, LineKind, Named, line_of, names_text
from desk.screen.rules_lint import lint
from desk.screen.service import TOPIC
from desk.screen.tables import ScreenLine
from desk.store.unit import Unit

_L = cast(Table, ScreenLine.__table__)


def replace_lines(u: Unit, kinds: Iterable[LineKind], lines: Sequence[Line]) -> bool:
    """What these kinds of lines are from now on; nothing is written when it is what stands. Answers whether it changed.

    Words of other rooms are looked at as notices are: what looks private stays away.
    """
    wanted = frozenset(kinds)
    numbers = reads.public_phones(u)
    clean = [
        replace(one, title=_safe(one.title, numbers), place=_safe(one.place, numbers), names=_names(one))
        for one in lines
    ]
    new = {_key(one): one for one in clean if one.kind in wanted}
    if {_key(one): one for one in reads.lines(u, wanted)} == new:
        return False
    u.conn.execute(delete(_L).where(_L.c.kind.in_([kind.value for kind in wanted])))
    if new:
        u.conn.execute(insert(_L), [_row(u, one) for one in new.values()])
    u.changed(TOPIC)
    return True


def _names(line: Line) -> tuple[Named, ...]:
    kept = ((line_of(one.words.replace("\t", " ")), one.capacity) for one in line.names)
    return tuple(Named(words, capacity) for words, capacity in kept if words and not lint(words))


def _safe(words: str, numbers: Collection[str]) -> str:
    words = line_of(words)[:LINE_LONGEST]
    return "" if lint(words, numbers) else words


def _key(line: Line) -> tuple[str, str, str]:
    return line.kind.value, line.key, line.gate_id


def _row(u: Unit, line: Line) -> dict[str, Any]:
    return {
        "id": derived_id(line.start_at, line.kind.value, line.key, line.gate_id), "kind": line.kind.value, "key": line.key,
        "start_at": line.start_at, "end_at": line.end_at, "title": line.title, "place": line.place,
        "names": str(line.number) if line.kind is LineKind.OPEN else names_text(line.names),
        "gate_id": line.gate_id or u.gate_id,
    }  # fmt: skip
