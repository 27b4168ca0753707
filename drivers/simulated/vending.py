"""A vending board that is not there: polls every 200 ms, wants its answer within 100, turns motors, reports, repeats."""

from __future__ import annotations

import struct

from drivers.api import Reading
from drivers.dispensers import vmc_frames as vmc
from drivers.dispensers.vmc_frames import Frame
from drivers.simulated.device import SimulatedDevice

POLL_S = 0.2
PATIENCE_S = 0.1
REPEATS = 5
TURN_S = 1.0


class _Ear(vmc.Decoder):
    """The packet itself."""

    def parse(self, frame: bytes) -> Reading | None:
        return Reading("packet", {"raw": frame.hex()}) if super().parse(frame) else None


class SimulatedVending(SimulatedDevice):
    """faults: `jam`, `no_motor`, `low_stock`, `stuck_motor` (does not stop), `no_ack` (obeys without saying so),
    `deaf` (only polls), `secretive` (never reports an outcome), `forgetful` (says everything twice, as if our
    acknowledgement were lost), `no_check` (does not know the question before a vend).

    turned: every motor turn that really happened.
    """

    FAULTS = (
        "jam",
        "no_motor",
        "low_stock",
        "stuck_motor",
        "no_ack",
        "deaf",
        "secretive",
        "forgetful",
        "no_check",
    )

    def __init__(self, stock: dict[int, int] | None = None, capacity: int = 50) -> None:
        super().__init__()
        self.stock = dict(stock or {13: 40})
        self.capacity, self.turn_s = capacity, TURN_S
        self.turned: list[int] = []
        self.late = 0  # answers that came after the 100 ms
        self.paused: set[int] = set()
        self._decoder = _Ear()
        self._now_s = self._said_s = 0.0
        self._next_s = 0.0
        self._number = 0
        self._seen = 0  # number of the packet obeyed last
        self._out: list[Frame] = []  # data to deliver; the first goes out until it is acknowledged
        self._tries = 0
        self._turning: tuple[float, int] | None = None

    def tick(self, now_s: float) -> list[bytes]:
        """Time has come so far; what the board says now."""
        self._now_s = now_s
        self._turn()
        if now_s < self._next_s:
            return []
        self._next_s = max(self._next_s, now_s - POLL_S) + POLL_S
        self._said_s = now_s
        if not self._out:
            return [vmc.encode(Frame(vmc.POLL))]
        self._tries += 1
        if self._tries > REPEATS:
            self._delivered()
            return [vmc.encode(Frame(vmc.POLL))]
        data = [vmc.encode(self._out[0])]
        return data * 2 if "forgetful" in self.faults else data

    def command(self, line: str) -> list[bytes]:
        """`refill 13 40`, `pause 13`, `resume 13`."""
        word, *numbers = line.split()
        selection, *count = (int(number) for number in numbers)
        if word == "refill":
            (self.stock[selection],) = count
        elif word == "pause":
            self.paused.add(selection)
        elif word == "resume":
            self.paused.discard(selection)
        else:
            raise ValueError(line)
        self._say_stock(selection)
        return []

    def look(self) -> dict[str, object]:
        return {"stock": dict(self.stock), "turned": list(self.turned)}

    def hear(self, data: bytes) -> list[bytes]:
        said: list[bytes] = []
        for event in self._decoder.feed(data):
            if isinstance(event, Reading):
                said += self._obey(vmc.parse(bytes.fromhex(str(event.fields["raw"]))))
        return said

    def _obey(self, frame: Frame) -> list[bytes]:
        if self._now_s - self._said_s > PATIENCE_S:
            self.late += 1
            return []
        if frame.command == vmc.ACK:
            if self._out and self._tries:
                self._delivered()
            return []
        if "deaf" in self.faults or (frame.command == vmc.CHECK and "no_check" in self.faults):
            return []
        if frame.number != self._seen:  # the same number again is the same packet again
            self._seen = frame.number
            self._do(frame)
        return [] if "no_ack" in self.faults else [vmc.encode(Frame(vmc.ACK))]

    def _do(self, frame: Frame) -> None:
        if frame.command == vmc.CHECK:
            (selection,) = struct.unpack_from(">H", frame.text)
            self._say(vmc.CHECKED, struct.pack(">BH", self._state_of(selection), selection))
        elif frame.command in (vmc.BUY, vmc.DRIVE):
            (selection,) = struct.unpack(">H", frame.text[-2:])
            self._begin(selection)
        elif frame.command == vmc.SYNC:
            for selection in sorted(self.stock):
                self._say_stock(selection)
        elif frame.command == vmc.SET_STOCK:
            selection, self.stock[selection] = struct.unpack(">HB", frame.text)
        elif frame.command == vmc.ASK_MACHINE:
            self._say(vmc.MACHINE, b"\x00")

    def _state_of(self, selection: int) -> int:
        if selection not in self.stock:
            return 3
        if selection in self.paused:
            return 4
        return 1 if self.stock[selection] > 0 else 2

    def _begin(self, selection: int) -> None:
        if selection not in self.stock or "no_motor" in self.faults:
            self._say_state(0x06, selection)
            return
        self._say_state(0x01, selection)
        self._turning = (self._now_s + self.turn_s, selection)

    def _turn(self) -> None:
        if self._turning is None or self._now_s < self._turning[0]:
            return
        _, selection = self._turning
        self._turning = None
        self.turned.append(selection)
        if "jam" in self.faults:
            self._say_state(0x03, selection)
            return
        self.stock[selection] = max(0, self.stock[selection] - 1)
        self._say_state(0x04 if "stuck_motor" in self.faults else 0x02, selection)
        self._say_stock(selection)

    def _say_state(self, code: int, selection: int) -> None:
        if "secretive" not in self.faults:
            self._say(vmc.STATE, struct.pack(">BHB", code, selection, 0))

    def _say_stock(self, selection: int) -> None:
        count = 2 if "low_stock" in self.faults else self.stock[selection]
        paused = selection in self.paused
        self._say(vmc.STOCK, struct.pack(">HIBBHB", selection, 0, count, self.capacity, selection, paused))

    def _say(self, command: int, text: bytes) -> None:
        self._number = self._number % 255 + 1
        self._out.append(Frame(command, self._number, text))

    def _delivered(self) -> None:
        self._out.pop(0)
        self._tries = 0
