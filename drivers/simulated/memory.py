"""A port that is only in this process: simulated devices on every system, for training and tests."""

from __future__ import annotations

import errno
import itertools
import threading

import serial

from drivers.line import TICK_S, WRITE_TIMEOUT_S

_plugs: dict[str, MemoryPlug] = {}
_numbers = itertools.count(1)


class MemoryPlug:
    """The device's end. `port` is what to give the driver."""

    def __init__(self, name: str = "") -> None:
        self.news = threading.Condition()
        self.to_desk, self.to_device = bytearray(), bytearray()
        self.held = False  # the device holds the line: nothing can be written
        self.opened: MemoryPort | None = None
        self._cut: bytes | None = None
        self.name = name or f"memory:{next(_numbers)}"
        self.plug_in()

    @property
    def port(self) -> str:
        return self.name

    def plug_in(self, name: str = "") -> None:
        """Come (back), under another name if one is given."""
        self.name = name or self.name
        _plugs[self.name] = self

    @staticmethod
    def names() -> list[str]:
        """Those that are plugged in."""
        return list(_plugs)

    def cut(self, word: bytes) -> None:
        """Be pulled as soon as the desk writes something with this in it (b"": anything): none of it arrives."""
        self._cut = word

    def unplug(self) -> None:
        """An open driver sees the line go, a new one finds no port."""
        _plugs.pop(self.name, None)
        with self.news:
            self.opened, self._cut = None, None
            self.to_desk.clear()
            self.to_device.clear()
            self.news.notify_all()

    def replug(self) -> None:
        self.unplug()
        self.plug_in()

    def cut_by(self, data: bytes) -> bool:
        """Whether this write pulled the plug."""
        if self._cut is not None and self._cut in data:
            self.unplug()
            return True
        return False

    def ready(self) -> bool:
        return self.opened is not None

    def send(self, data: bytes) -> bool:
        with self.news:
            if self.opened is None:
                return False
            self.to_desk += data
            self.news.notify_all()
        return True

    def heard(self, timeout_s: float) -> bytes:
        with self.news:
            self.news.wait_for(lambda: bool(self.to_device), timeout_s)
            data = bytes(self.to_device)
            self.to_device.clear()
        return data

    def close(self) -> None:
        self.unplug()


class MemoryPort:
    """The desk's end, with the faces that pyserial shows."""

    def __init__(self, plug: MemoryPlug) -> None:
        self._plug = plug
        self._cancelled = False

    @property
    def in_waiting(self) -> int:
        with self._plug.news:
            if self._plug.opened is not self:
                raise OSError(errno.EIO, "Input/output error")
            return len(self._plug.to_desk)

    def read(self, size: int = 1) -> bytes:
        plug = self._plug
        if not size:  # pyserial does not wait for nothing either
            return b""
        with plug.news:
            plug.news.wait_for(lambda: plug.to_desk or self._cancelled or plug.opened is not self, TICK_S)
            self._cancelled = False
            if plug.opened is not self:
                raise serial.SerialException("device reports readiness to read but returned no data")
            data = bytes(plug.to_desk[:size])
            del plug.to_desk[:size]
        return data

    def write(self, data: bytes) -> int:
        plug = self._plug
        with plug.news:
            plug.news.wait_for(lambda: not plug.held or plug.opened is not self, WRITE_TIMEOUT_S)
            if plug.opened is not self:
                raise serial.SerialException(errno.EIO, "write failed")
            if plug.cut_by(data):
                raise serial.SerialException(errno.EIO, "write failed")
            if plug.held:
                raise serial.SerialTimeoutException("Write timeout")
            plug.to_device += data
            plug.news.notify_all()
        return len(data)

    def cancel_read(self) -> None:
        with self._plug.news:
            self._cancelled = True
            self._plug.news.notify_all()

    def close(self) -> None:
        with self._plug.news:
            if self._plug.opened is self:
                self._plug.opened = None


def open_memory(name: str) -> MemoryPort:
    """Raises as pyserial does: FileNotFoundError when it is unplugged, SerialException when another has it."""
    plug = _plugs.get(name)
    if plug is None:
        raise FileNotFoundError(errno.ENOENT, "no such simulated device")
    with plug.news:
        if plug.opened is not None:
            raise serial.SerialException("Could not exclusively lock port: it is taken")
        plug.opened = MemoryPort(plug)
        return plug.opened
