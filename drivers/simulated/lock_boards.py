"""Cabinets that are not there: 8A/80, CU16, CU48 and WKLY boards with doors that spring open, stick, or are left open."""

from __future__ import annotations

from drivers.lockers import kerong_frames, lock8a80_frames, wkly_frames
from drivers.simulated.device import SimulatedDevice
from drivers.sums import signed, summed, xor

STEP_S = 0.3  # the coils fire one after another when all are opened


class SimulatedCabinet(SimulatedDevice):
    """The doors. faults: `stuck` (the lock fires, the door stays shut), `no_ack` (fires without a word), `dead_coil`
    (says it failed), `blind` (no answer to questions).

    A person shuts doors (`command`), or never: then one is left open. fired: every pulse of a coil.
    """

    FAULTS = ("stuck", "no_ack", "dead_coil", "blind")

    def __init__(self, board: int = 1, locks: int = 24, high_is_closed: bool = True) -> None:
        super().__init__()
        self.board, self.locks = board, locks
        self.high_is_closed = high_is_closed
        self.open: set[int] = set()
        self.holding: set[int] = set()  # compartments with something in them
        self.fired: list[int] = []
        self._heard = b""
        self._to_fire: list[tuple[float, int]] = []
        self._now_s = 0.0

    def hear(self, data: bytes) -> list[bytes]:
        self._heard += data
        replies: list[bytes] = []
        while size := self._request_size():
            request, self._heard = self._heard[:size], self._heard[size:]
            replies += self._answer(request)
        return replies

    def tick(self, now_s: float) -> list[bytes]:
        self._now_s = now_s
        due = [lock for at_s, lock in self._to_fire if at_s <= now_s]
        self._to_fire = [(at_s, lock) for at_s, lock in self._to_fire if at_s > now_s]
        for lock in due:
            self.fire(lock)
        return []

    def command(self, line: str) -> list[bytes]:
        """`shut 3`, `open 3` (with the key), `swing 3` (whichever it is not), `put 3`, `take 3` (what is inside)."""
        word, _, number = line.partition(" ")
        lock = int(number)
        if not 1 <= lock <= self.locks:
            raise ValueError(line)
        {
            "shut": self.open.discard,
            "open": self.open.add,
            "put": self.holding.add,
            "take": self.holding.discard,
            "swing": self.open.discard if lock in self.open else self.open.add,
        }.get(word, _no_such)(lock)
        return []

    def look(self) -> dict[str, object]:
        return {"open": sorted(self.open), "holding": sorted(self.holding), "fired": list(self.fired)}

    def fire(self, lock: int) -> bool:
        """True when the door is open afterwards."""
        if "dead_coil" in self.faults:
            return lock in self.open
        self.fired.append(lock)
        if "stuck" not in self.faults:
            self.open.add(lock)
        return lock in self.open

    def fire_all(self) -> None:
        self._to_fire += [(self._now_s + n * STEP_S, n + 1) for n in range(self.locks)]

    def high(self, lock: int) -> bool:
        """The level of the feedback wire of a lock, as this cabinet is wired."""
        return (lock not in self.open) == self.high_is_closed

    def bits(self) -> int:
        return sum(1 << lock - 1 for lock in range(1, self.locks + 1) if self.high(lock))

    def _request_size(self) -> int:
        """How long the request at the head of what was heard is, 0 for none yet. Drops what is none."""
        raise AssertionError("each board has its own")

    def _answer(self, request: bytes) -> list[bytes]:
        raise AssertionError("each board has its own")


class ReportingCabinet(SimulatedCabinet):
    """reports: firmware that tells of doors by itself."""

    def __init__(self, board: int = 1, locks: int = 24, high_is_closed: bool = True, reports: bool = False) -> None:
        super().__init__(board, locks, high_is_closed)
        self.reports = reports
        self._reported: set[int] = set()

    def tick(self, now_s: float) -> list[bytes]:
        super().tick(now_s)
        changed = sorted(self.open ^ self._reported) if self.reports else []
        self._reported = set(self.open)
        return [self._report(lock) for lock in changed]

    def _report(self, lock: int) -> bytes:
        raise AssertionError("each board has its own")


class Simulated8a80(ReportingCabinet):
    """Five bytes a frame; a report is signed as an answer is."""

    def _report(self, lock: int) -> bytes:
        return self._signed(0x81, lock, 0x11 if lock in self.open else 0x00)

    def _request_size(self) -> int:
        while len(self._heard) >= 5:
            if self._heard[0] in (0x8A, 0x80) and xor(self._heard[:5]) == 0:
                return 5
            self._heard = self._heard[1:]
        return 0

    def _answer(self, request: bytes) -> list[bytes]:
        head, board, lock, what = request[:4]
        if board != self.board or lock > self.locks:
            return []
        if (head, what) == (0x8A, lock8a80_frames.DO_OPEN):
            return self._open(lock)
        if (head, what) != (0x80, lock8a80_frames.DO_ASK) or "blind" in self.faults:
            return []
        if lock:
            return [self._signed(0x80, lock, 0x11 * self.high(lock))]
        return [signed(bytes((0x80, board)) + self.bits().to_bytes(3, "big") + b"\x33")]

    def _open(self, lock: int) -> list[bytes]:
        if not lock:
            self.fire_all()
            return [] if "no_ack" in self.faults else [self._signed(0x8A, 0, 0x11 * (not self.high_is_closed))]
        opened = self.fire(lock)
        return [] if "no_ack" in self.faults else [self._signed(0x8A, lock, 0x11 * (opened != self.high_is_closed))]

    def _signed(self, head: int, lock: int, state: int) -> bytes:
        return signed(bytes((head, self.board, lock, state)))


class SimulatedCu16(SimulatedCabinet):
    def __init__(self, board: int = 0, high_is_closed: bool = True) -> None:
        super().__init__(board, kerong_frames.CU16_LOCKS, high_is_closed)

    def _request_size(self) -> int:
        while len(self._heard) >= 5:
            if self._heard[0] == 2 and self._heard[3] == 3 and sum(self._heard[:4]) & 0xFF == self._heard[4]:
                return 5
            self._heard = self._heard[1:]
        return 0

    def _answer(self, request: bytes) -> list[bytes]:
        address, command = request[1:3]
        if address >> 4 != self.board:
            return []
        if command == kerong_frames.UNLOCK:  # no word about it: the status is asked for
            self.fire((address & 15) + 1)
        elif command == kerong_frames.UNLOCK_ALL:
            self.fire_all()
        elif command == kerong_frames.STATUS and "blind" not in self.faults:
            eyes = sum(1 << lock - 1 for lock in self.holding)
            states = (*self.bits().to_bytes(2, "little"), *eyes.to_bytes(2, "little"))
            return [summed(bytes((2, self.board << 4, 0x35, *states, 3)))]
        return []


class SimulatedCu48(SimulatedCabinet):
    def __init__(self, board: int = 0, high_is_closed: bool = True) -> None:
        super().__init__(board, kerong_frames.CU48_LOCKS, high_is_closed)

    def _request_size(self) -> int:
        while len(self._heard) >= 6:
            if self._heard[0] == 2 and self._heard[4] == 3 and sum(self._heard[:5]) & 0xFF == self._heard[5]:
                return 6
            self._heard = self._heard[1:]
        return 0

    def _answer(self, request: bytes) -> list[bytes]:
        _, board, lock, command = request[:4]
        if board != self.board:
            return []
        if command == kerong_frames.CU48_OPEN:
            self.fire(lock + 1)
            status = kerong_frames.CU48_FAILED if "dead_coil" in self.faults else kerong_frames.CU48_OK
            return [] if "no_ack" in self.faults else [summed(bytes((2, board, lock, status, 0)))]
        if command == kerong_frames.CU48_STATUS and "blind" not in self.faults:
            return [summed(bytes((2, board, 0, kerong_frames.CU48_OK, 6, *self.bits().to_bytes(6, "little"))))]
        return []


class SimulatedWkly(ReportingCabinet):
    """`no_ack` is how one user found it. reports: command 85 on every change."""

    def __init__(self, board: int = 0, locks: int = 12, high_is_closed: bool = True, reports: bool = False) -> None:
        super().__init__(board, locks, high_is_closed, reports)

    def _report(self, lock: int) -> bytes:
        return self._framed(wkly_frames.REPORT, lock, self.high(lock))

    def _request_size(self) -> int:
        while len(self._heard) >= 8:
            size = self._heard[4]
            if self._heard[:4] == wkly_frames.HEAD and 8 <= size <= 64:
                if len(self._heard) < size:
                    return 0
                if xor(self._heard[:size]) == 0:
                    return size
            self._heard = self._heard[1:]
        return 0

    def _answer(self, request: bytes) -> list[bytes]:
        board, command = request[5], request[6]
        lock = request[7] if len(request) > 8 else 0
        if board != self.board or lock > self.locks:
            return []
        if command == wkly_frames.OPEN:
            self.fire(lock)
            done = 0xFF if "dead_coil" in self.faults else 0
            return [] if "no_ack" in self.faults else [self._framed(command, done, lock, self.high(lock))]
        if command == wkly_frames.OPEN_ALL:
            self.fire_all()
            return [] if "no_ack" in self.faults else [self._framed(command, 0)]
        if "blind" in self.faults:
            return []
        if command == wkly_frames.ASK:
            return [self._framed(command, 0, lock, self.high(lock))]
        if command == wkly_frames.ASK_ALL:
            return [self._framed(command, 0, self.locks, *(self.high(n + 1) for n in range(self.locks)))]
        return []

    def _framed(self, command: int, *data: int) -> bytes:
        return signed(wkly_frames.HEAD + bytes((8 + len(data), self.board, command, *data)))


def _no_such(lock: int) -> None:
    raise ValueError("no such command")
