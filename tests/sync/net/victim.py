"""`python -m tests.sync.net.victim WORDS`: `python -m desk WORDS` that dies at a named place (tests/chaos/failpoints.py)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from desk.__main__ import main
from desk.core.actor import NOBODY, Actor
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.http import HttpTransport
from desk.sync.transport import Answer
from tests.chaos import failpoints


def lay_mines() -> None:
    """Three places in every unit of work, two in every exchange."""
    fail_at = failpoints.from_environment()
    unit, ask = Store.unit, HttpTransport.ask

    @contextmanager
    def mined_unit(self: Store, actor: Actor = NOBODY) -> Iterator[Unit]:
        fail_at("unit.1_before")
        with unit(self, actor) as u:
            yield u
            fail_at("unit.2_written")
        fail_at("unit.3_committed")

    def mined_ask(self: HttpTransport, door: str, body: bytes) -> Answer:
        fail_at(f"{door}.1_asking")
        answer = ask(self, door, body)
        fail_at(f"{door}.2_answered")
        return answer

    Store.unit = mined_unit  # type: ignore[method-assign]
    HttpTransport.ask = mined_ask  # type: ignore[method-assign]


if __name__ == "__main__":
    lay_mines()
    sys.exit(main(sys.argv[1:]))
