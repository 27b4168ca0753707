"""A program that chaos kills: a working desk that stops for ever at a named failpoint (see failpoints.py).

python -m tests.chaos.victims FOLDER URL ACTIONS
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desk import app
from desk.bench import invented
from desk.bench.sync_desks import FILE, known
from desk.core.actor import NOBODY, Actor
from desk.core.clock import SystemClock
from desk.core.errors import Fault
from desk.core.ids import new_id
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.transport import Answer, Transport
from tests.chaos import failpoints

ROUND_EVERY = 4  # actions
TRIES = 6


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


class FailingStore(Store):
    """Every unit of work has three places to die at."""

    fail_at = staticmethod(failpoints.from_environment())

    @contextmanager
    def unit(self, actor: Actor = NOBODY) -> Iterator[Unit]:
        self.fail_at("unit.1_before")
        with super().unit(actor) as u:
            yield u
            self.fail_at("unit.2_written")
        self.fail_at("unit.3_committed")


class FailingLine:
    """Every exchange has two."""

    def __init__(self, line: Transport) -> None:
        self._line, self._fail_at = line, failpoints.from_environment()

    def ask(self, door: str, body: bytes) -> Answer:
        self._fail_at(f"{door}.1_asking")
        answer = self._line.ask(door, body)
        self._fail_at(f"{door}.2_answered")
        return answer


def desk(folder: Path, url: str, actions: int) -> None:
    """Works at its gate and agrees with the hub now and then; says each visit and person once it is committed."""
    app.import_rooms()
    store = FailingStore(folder / FILE, invented.KEY, SystemClock())
    try:
        member = known(store)
        with member.line(url) as line:
            engine = member.engine(FailingLine(line))
            for turn in range(actions):
                _act(store, turn)
                if turn % ROUND_EVERY == ROUND_EVERY - 1:
                    _agree(engine.once)
            for _ in range(TRIES):
                if _agree(engine.once):
                    break
    finally:
        store.close()


def _act(store: Store, turn: int) -> None:
    now = SystemClock().now_ms()
    if turn % 5 == 4:
        with store.unit(COMMAND) as u:
            found = people.add_person(u, f"测试{turn}", f"104{now % 10**8:08d}")
        say("person", found)
        return
    visit = new_id(now)
    draft = Draft(VisitorType.OTHER, f"访客{visit[-4:]}", "10400001234", purpose="送材料")
    with store.unit(COMMAND) as u:
        reception.admit(u, AdmitRequest(visit, draft, Proof.OVERRIDE, reason="演练"))
    say("visit", visit)


def _agree(once: Callable[[], object]) -> bool:
    """One round; a bad line is said and is no reason to stop working."""
    try:
        once()
    except Fault as fault:
        say("fault", fault.code)
        threading.Event().wait(0.01)  # a bad line answers at once, and this loop would only burn the machine
        return False
    say("agreed")
    return True


if __name__ == "__main__":
    desk(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
