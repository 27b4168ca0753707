"""The line: waits between tries, reasons for a loss, and that a failing listener ends in a told state."""

from __future__ import annotations

import errno
import sys

import pytest
import serial

from drivers.api import Outcome, State
from drivers.line import Backoff, Line, reason_of
from tests.conftest import LogWatch
from tests.drivers.conftest import Recorder


def test_backoff_grows_to_its_top_and_starts_again_after_a_good_minute() -> None:
    backoff = Backoff(spread=0)
    assert [backoff.failed() for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert backoff.failed(up_s=59) == 30
    assert backoff.failed(up_s=60) == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, "x"), "port_gone"),
        (serial.SerialException("could not open port 'COM9': FileNotFoundError(2, ...)"), "port_gone"),
        (serial.SerialException("device reports readiness to read but returned no data"), "port_gone"),
        (OSError(errno.EIO, "x"), "port_gone"),
        (serial.SerialException("Could not exclusively lock port /dev/x"), "port_taken"),
        (OSError(errno.EBUSY, "x"), "port_taken"),
        (ValueError("not a valid baudrate"), "port_failed"),
    ],
)
def test_reasons(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason


def test_access_denied_means_taken_on_windows_and_a_missing_group_elsewhere() -> None:
    expected = "port_taken" if sys.platform == "win32" else "port_denied"
    assert reason_of(PermissionError(errno.EACCES, "x")) == expected


class Loop:
    """A port in memory: gives one chunk, then times out; remembers what was written."""

    def __init__(self, fail_write: bool = False) -> None:
        self.todo, self.written, self.closed, self._fail = [b"x"], b"", False, fail_write

    @property
    def in_waiting(self) -> int:
        return 0

    def read(self, size: int = 1) -> bytes:
        return self.todo.pop() if self.todo and size else b""

    def write(self, data: bytes) -> int:
        if self._fail:
            raise serial.SerialTimeoutException("write timeout")
        self.written += data
        return len(data)

    def flush(self) -> None: ...

    def close(self) -> None:
        self.closed = True


class Ear(Recorder):
    def __init__(self, fails: bool = False) -> None:
        super().__init__()
        self.fails = fails

    def received(self, data: bytes) -> None:
        if self.fails:
            raise RuntimeError("a bug above")

    def idle(self, quiet_s: float) -> None: ...


def test_send_outcomes() -> None:
    ear, port = Ear(), Loop()
    line = Line(lambda: port, ear)
    assert line.send(b"early") is Outcome.FAILED
    line.start()
    ear.until(lambda: (State.READY, "") in ear.states)
    assert line.send(b"go") is Outcome.DONE
    assert port.written == b"go"
    assert line.stop()
    assert port.closed
    assert line.send(b"late") is Outcome.FAILED


def test_a_write_that_breaks_is_unknown() -> None:
    ear = Ear()
    line = Line(lambda: Loop(fail_write=True), ear)
    line.start()
    ear.until(lambda: (State.READY, "") in ear.states)
    assert line.send(b"go") is Outcome.UNKNOWN
    assert line.stop()


def test_a_bug_in_the_listener_ends_in_lost_not_in_silence(log_watch: LogWatch) -> None:
    log_watch.expect("a driver thread failed")
    ear, port = Ear(fails=True), Loop()
    line = Line(lambda: port, ear)
    line.start()
    ear.until(lambda: (State.LOST, "driver_bug") in ear.states)
    assert line.stop()
    assert log_watch.records
    assert port.closed
