"""One reading for each time a card is laid down: find, select, read, then wait until it is lifted (DEVICES 1.5). Pure."""

from __future__ import annotations

import hashlib
import secrets
from enum import Enum

from drivers.api import Reading

TRIES = 3  # of one placement: a card that is moved while it is read answers "read failed"
MISSES = 2  # "no card" so many times in a row: it was lifted


class Step(Enum):
    """What is asked next."""

    FIND = "find"  # nothing lies there, as far as is known
    FIND_AGAIN = "find again"  # begin anew after a failure; some modules say "no card" here although one lies there
    SELECT = "select"
    READ = "read"
    AWAY = "away"  # it was read, or given up: find until it is lifted


COMMAND = {
    Step.FIND: "find", Step.FIND_AGAIN: "find", Step.SELECT: "select", Step.READ: "read", Step.AWAY: "find",
}  # fmt: skip


class Placement:
    """Tells what to ask next and what came of it. Holds no personal data: of the last card only a keyed digest."""

    def __init__(self, tries: int = TRIES, misses: int = MISSES, repeat_s: float = 0.0) -> None:
        """repeat_s: the same card again within so long is not told; for modules that lose a card that lies still."""
        self._tries, self._misses, self._repeat_s = tries, misses, repeat_s
        self._step = Step.FIND
        self._failed = 0
        self._missed = 0
        self._key = secrets.token_bytes(16)
        self._last: tuple[bytes, float] = (b"", 0.0)

    @property
    def command(self) -> str:
        """The command to send now, of drivers.cards.resident.COMMANDS."""
        return COMMAND[self._step]

    @property
    def waits(self) -> bool:
        """Whether the next command is a poll, before which there is time; else a person waits for it."""
        return self._step in (Step.FIND, Step.AWAY)

    def interrupted(self) -> None:
        """The reader was away: a card that was being read is looked for anew, one that was read stays read."""
        if self._step is not Step.AWAY:
            self._step, self._failed = Step.FIND, 0

    def heard(self, reply: Reading | None, now_s: float) -> Reading | None:
        """The answer to `command`, None when none came in time; returns what is to be told."""
        status = "no_answer" if reply is None else str(reply.fields.get("status", ""))
        if self._step is Step.READ and reply is not None and reply.kind != "reply":
            return self._read(reply, now_s)
        if self._step is Step.AWAY:
            self._look(status)
        elif self._step is Step.FIND:
            self._step = Step.SELECT if status == "card_found" else Step.FIND
        elif self._step is Step.FIND_AGAIN:
            self._step = Step.SELECT
        elif self._step is Step.SELECT and status == "ok":
            self._step = Step.READ
        else:
            return self._fail(status)
        return None

    def _read(self, card: Reading, now_s: float) -> Reading | None:
        self._leave()
        if card.kind != "identity":
            return card
        digest = hashlib.blake2b(repr(sorted(card.fields.items())).encode(), key=self._key).digest()
        last, at_s = self._last
        self._last = (digest, now_s)
        return None if digest == last and now_s - at_s < self._repeat_s else card

    def _look(self, status: str) -> None:
        if status == "no_card":
            self._missed += 1
        elif status == "card_found":
            self._missed = 0
        if self._missed >= self._misses:
            self._step = Step.FIND

    def _fail(self, status: str) -> Reading | None:
        self._failed += 1
        if self._failed < self._tries:
            self._step = Step.FIND_AGAIN
            return None
        self._leave()
        return Reading("identity_failed", {"reason": status})

    def _leave(self) -> None:
        self._step, self._failed, self._missed = Step.AWAY, 0, 0
