"""What this room makes of rows that came from another desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.store.unit import Unit


def items(u: Unit, ids: Sequence[str]) -> None:
    """A notice was put up or taken down elsewhere: the screen looks again at once."""
    u.changed("screen")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {"screen_item": items}
