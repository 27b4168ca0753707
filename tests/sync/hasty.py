"""Desks that ask ahead, as they do over HTTP, but without threads: the hub answers the next question early."""

from __future__ import annotations

from dataclasses import dataclass

from desk.core.errors import Fault
from desk.sync.engine import Engine
from desk.sync.transport import Answer, Transport
from tests.sync.desks import Sim


@dataclass
class Hasty:
    """What was asked ahead is answered at that moment, and told when it is asked for. Another question drops it."""

    line: Transport
    begun: tuple[str, bytes, Answer | Fault] | None = None

    def ask(self, door: str, body: bytes) -> Answer:
        begun, self.begun = self.begun, None
        if begun is None or begun[:2] != (door, body):
            return self.line.ask(door, body)
        if isinstance(begun[2], Fault):
            raise begun[2]
        return begun[2]

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        self.begun = door, body, answer

    def ahead(self, door: str, body: bytes) -> None:
        if self.begun is not None and self.begun[:2] == (door, body):
            return
        try:
            self.begun = door, body, self.line.ask(door, body)
        except Fault as fault:
            self.begun = door, body, fault


class HastySim(Sim):
    """Small batches and pages, so that there is always one to ask ahead."""

    def make_engine(self) -> Engine:
        engine = Engine(self.store, Hasty(self.transport), self.clock, {}, tables=self.tables)
        engine.sender.limit = engine.receiver.limit = 3
        return engine
