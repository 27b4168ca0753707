"""What the operators room makes of rows from other desks. Who was made inactive elsewhere goes off duty at the session's
next tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.store.unit import Unit


def operators(u: Unit, operator_ids: Sequence[str]) -> None:
    u.changed("operators")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {"operator": operators}
