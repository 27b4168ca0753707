"""The line: waits between tries, reasons for a loss, and that a failing listener ends in a told state."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable

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


def opens(*errors: Exception | None) -> Callable[[], Loop]:
    """Fails with these, one after the other, then opens."""
    left = list(errors)

    def open_port() -> Loop:
        error = left.pop(0) if left else None
        if error is not None:
            raise error
        return Loop()

    return open_port


GONE, DENIED = FileNotFoundError(errno.ENOENT, "x"), PermissionError(errno.EACCES, "x")
TAKEN = OSError(errno.EBUSY, "x")


def test_an_unplugged_device_works_again_within_seconds_however_long_it_was_away() -> None:
    ear = Ear()
    line = Line(opens(GONE), ear, backoff=Backoff(first_s=30, top_s=30))
    began_s = time.monotonic()
    line.start()
    ear.until(lambda: (State.READY, "") in ear.states)
    assert time.monotonic() - began_s < 3
    assert line.stop()


def test_somebody_who_has_mended_it_need_not_wait() -> None:
    ear = Ear()
    line = Line(opens(TAKEN), ear, backoff=Backoff(first_s=30, top_s=30))
    line.start()
    ear.until(lambda: (State.LOST, "port_taken") in ear.states)
    line.hurry()
    ear.until(lambda: (State.READY, "") in ear.states, 2)
    assert line.stop()


def test_another_reason_for_the_same_loss_is_told_when_it_stays() -> None:
    """Coming back, a device is for a moment forbidden until udev has given it to our group: that is no news."""
    quick = Backoff(first_s=0.01, top_s=0.01)
    flash, stays = Ear(), Ear()
    for ear, errors in ((flash, (GONE, DENIED, None)), (stays, (GONE, TAKEN, TAKEN, TAKEN, None))):
        line = Line(opens(*errors), ear, backoff=quick)
        line.start()
        ear.until(lambda ear=ear: (State.READY, "") in ear.states)
        assert line.stop()
    assert [reason for state, reason in flash.states if state is State.LOST] == ["port_gone"]
    assert [reason for state, reason in stays.states if state is State.LOST] == ["port_gone", "port_taken"]
