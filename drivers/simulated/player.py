"""Plays a simulated device on a plug, with the faults that any device may have."""

from __future__ import annotations

import threading
import time

from drivers.api import Simulated
from drivers.simulated.ports import Plug

FAULTS = ("mute", "late", "garbage", "half", "flood", "vanish")
LATE_S = 3.0
BACK_S = 0.3  # how long a device that vanishes stays away; how long after the garbage the good bytes come
STEP_S = 0.05
SPARKS = b"\x00\xff\xfe"
FLOOD = bytes((0x55, 0x3C, 0x01)) * 170


class Player:
    """One device on one plug. `run` in a thread of one's own, or `start` and `stop`.

    A mute device still does what it is told: only its answer is lost.
    """

    def __init__(self, device: Simulated, plug: Plug, fault: str = "", late_s: float = LATE_S) -> None:
        self.device, self.plug, self._late_s = device, plug, late_s
        self.heard = bytearray()  # all that the desk has sent
        self._fault = ""
        self._due: list[tuple[float, bytes | None]] = []  # None: the plug is pulled
        self._lock = threading.RLock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self.run, name="simulated", daemon=True)
        self.switch(fault)

    @property
    def fault(self) -> str:
        return self._fault

    def switch(self, fault: str) -> None:
        """This fault from now on instead of any other; "" for none. Raises ValueError for one it cannot have."""
        if fault and fault not in FAULTS + self.device.FAULTS:
            raise ValueError(fault)
        with self._lock:
            self._fault = fault
            self.device.faults.clear()
            if fault in self.device.FAULTS:
                self.device.faults.add(fault)

    def command(self, line: str) -> None:
        """A hand at the device. Raises ValueError for a command it does not know."""
        with self._lock:
            for data in self.device.command(line):
                self._say(data, self_said=True)

    def run(self) -> None:
        while not self._stopping.is_set():
            self.step()

    def step(self, wait_s: float = STEP_S) -> None:
        """Hear, answer, and say what is due."""
        data = self.plug.heard(self._until_due(wait_s))
        with self._lock:
            self.heard += data
            for answer in self.device.hear(data) if data else ():
                self._say(answer, self_said=False)
            for said in self.device.tick(time.monotonic()):
                self._say(said, self_said=True)
            if self._fault == "flood":
                self._due.append((0.0, FLOOD))
            self._send_due()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and pulls the plug for good."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(5)
        self.plug.close()

    def __enter__(self) -> Player:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def idle(self) -> bool:
        """Whether all that was to be said has been said."""
        with self._lock:
            return not self._due

    def _until_due(self, wait_s: float) -> float:
        with self._lock:
            first_s = min((due_s for due_s, _ in self._due), default=wait_s + time.monotonic())
        return max(0.0, min(wait_s, first_s - time.monotonic()))

    def _say(self, data: bytes, self_said: bool) -> None:
        now_s = time.monotonic()
        if self._fault == "mute":
            return
        if self._fault == "late":
            self._due.append((now_s + self._late_s, data))
        elif self._fault == "half":
            self._due.append((now_s, data[: len(data) // 2]))
        elif self._fault == "garbage":
            self._due.append((now_s, SPARKS + bytes(byte ^ 0x80 for byte in data[:-1]) + data[-1:]))
            if self_said:
                self._due.append((now_s + BACK_S, data))
        elif self._fault == "vanish":
            self._due += [(now_s, data[: len(data) // 2]), (now_s + BACK_S, None)]
            self._fault = "vanish" if self_said else ""  # one that is asked again and again would be gone for ever
        else:
            self._due.append((now_s, data))

    def _send_due(self) -> None:
        now_s = time.monotonic()
        ready = [data for due_s, data in self._due if due_s <= now_s]
        self._due = [item for item in self._due if item[0] > now_s]
        for data in ready:
            if data is None:
                self.plug.replug()
            else:
                self.plug.send(data)
