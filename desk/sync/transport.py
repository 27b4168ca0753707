"""How the engine reaches a hub: one question, one answer. HTTP, a stick and the simulation each bring their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from desk.store.schema import Base

Tables = Mapping[str, type[Base]]

OK, MALFORMED, REVOKED, REWIND, SNAPSHOT, TOO_LARGE, TOO_OLD, BUSY = 200, 400, 403, 409, 410, 413, 426, 429
PUSH, PULL, FIND, TAKE, DIGEST, HELLO = "push", "pull", "find", "snapshot", "digest", "hello"


@dataclass(frozen=True)
class Answer:
    """status: as HTTP; body: bytes of wire.messages or wire.answers."""

    status: int
    body: bytes


class Transport(Protocol):
    """Raises Trouble("sync.no_line") when no answer came, Trouble("sync.hub_trouble") when the hub could not."""

    def ask(self, door: str, body: bytes) -> Answer: ...


@runtime_checkable
class Eager(Transport, Protocol):
    """A transport that can ask while its desk does something else; only what may be asked twice is asked ahead."""

    def ahead(self, door: str, body: bytes) -> None:
        """Begin a question: `ask` with the same words then brings its answer."""
        ...

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        """The answer to a question that has not been asked yet."""
        ...
