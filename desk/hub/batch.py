"""One push on its way through the hub: who asks, what came, and what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.hub.incoming import Incoming
from desk.wire.messages import Push


@dataclass(frozen=True)
class Caller:
    """Which device asks; who it is has been proved before."""

    site_id: str
    device_id: str

    @property
    def site(self) -> bytes:
        return bytes.fromhex(self.site_id)

    @property
    def device(self) -> bytes:
        return bytes.fromhex(self.device_id)


@dataclass(frozen=True)
class Taken:
    """The outcome of a push. result: `ok`, `need`, `fork`; refused: (op id hex, code); grew: the log has new lines."""

    result: str
    acked: int = 0
    last: int = 0
    last_hash: bytes = b""
    head: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    grew: bool = False
    known: tuple[tuple[str, tuple[int, str]], ...] = ()


@dataclass
class Batch:
    """One push on its way through the transaction."""

    caller: Caller
    push: Push
    lines: Sequence[Incoming]
    now: int
    life: int = 0
    last: int = 0
    last_hash: bytes = b""
    newest_clock: str = ""
    start: tuple[int, str] = (0, "")  # the log's end before, (seq, chain)
    rows: list[list[Any]] = field(default_factory=list)
    known: list[tuple[str, tuple[int, str]]] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)  # stamps as written -> as they count, where they differ

    @property
    def end(self) -> int:
        return self.push.base + len(self.lines)

    def hash_at(self, dseq: int) -> bytes:
        """The desk's chain value at a place within the batch (base ... end)."""
        if dseq == self.push.base:
            return bytes.fromhex(self.push.base_hash)
        return self.lines[dseq - self.push.base - 1].dhash or b""
