"""Printers without a serial port: raw TCP that lets go, and what a line makes of it."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial

from drivers import raw
from drivers.api import Outcome, State
from drivers.line import Backoff, open_serial
from drivers.printers.escpos import EscPos
from drivers.printers.job import Bitmap, Code, Job
from drivers.raw import LanPort, LpPort
from drivers.simulated.receipt_printer import SimulatedReceiptPrinter
from tests.drivers.conftest import Recorder

JOB = Job((Bitmap(16, b"\xff\xff\x80\x01\xff\xff"), Code("VISIT-1", 3)))


class LanPrinter:
    """A simulated printer on a TCP port, one connection at a time."""

    def __init__(self) -> None:
        self.device = SimulatedReceiptPrinter()
        self.connections = 0
        self.connected = threading.Event()
        self.free = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.getsockname()[1])

    @property
    def name(self) -> str:
        return f"lan:127.0.0.1:{self.port}"

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                peer, _ = self._server.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with peer:
                self._serve(peer)

    def _serve(self, peer: socket.socket) -> None:
        peer.settimeout(0.05)
        self.free.clear()
        self.connected.set()
        while not self._stopping.is_set():
            try:
                data = peer.recv(4096)
                if not data:
                    break
                for answer in self.device.hear(data):
                    peer.sendall(answer)
            except TimeoutError:
                continue
            except OSError:
                break
        self.free.set()

    def close(self) -> None:
        self._stopping.set()
        self._thread.join(5)
        self._server.close()


def stuffed(port: LanPort | LpPort) -> None:
    """More than fits anywhere."""
    for _ in range(1000):
        port.write(bytes(65_536))


@pytest.fixture
def lan() -> Iterator[LanPrinter]:
    printer = LanPrinter()
    yield printer
    printer.close()


def test_it_connects_to_speak_and_lets_go_when_nothing_is_said(lan: LanPrinter) -> None:
    now_s = [0.0]
    port = LanPort("127.0.0.1", lan.port, lambda: now_s[0])
    port.write(b"\x10\x04\x01")
    assert port.read(1) == b"\x12"
    assert port.in_waiting == 0
    now_s[0] += raw.LET_GO_S + 1
    assert port.in_waiting == 0
    assert lan.free.wait(5), "another desk can have it now"
    assert port.read(1) == b""
    port.write(b"\x10\x04\x04")
    assert port.read(1) == b"\x12"
    assert lan.connections == 2
    port.close()


def test_a_printer_that_hangs_up_is_called_again(lan: LanPrinter) -> None:
    server = socket.create_server(("127.0.0.1", 0))
    port = LanPort("127.0.0.1", server.getsockname()[1])
    server.accept()[0].close()
    end_s = time.monotonic() + 5
    while port.in_waiting == 0:
        assert time.monotonic() < end_s
    assert port.read(1) == b""
    port.write(b"x")
    peer, _ = server.accept()
    assert peer.recv(1) == b"x"
    peer.close()
    port.close()
    server.close()


def test_one_that_takes_no_more() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    port = LanPort("127.0.0.1", server.getsockname()[1])
    peer, _ = server.accept()
    with pytest.raises(serial.SerialTimeoutException):
        stuffed(port)
    for thing in (peer, port, server):
        thing.close()


def test_nobody_there() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    number = server.getsockname()[1]
    server.close()
    for name in (f"lan:127.0.0.1:{number}", "lan:127.0.0.1:x"):
        with pytest.raises(OSError) as gone:
            raw.open_raw(name)
        assert gone.value.errno == errno.ENODEV


def test_which_names_are_raw() -> None:
    assert raw.is_raw("lan:10.0.0.9")
    assert raw.is_raw("/dev/usb/lp0")
    assert not raw.is_raw("/dev/ttyUSB0")
    assert not raw.is_raw("socket://10.0.0.9:9100")


def test_a_printer_in_the_network_prints_and_says_so(lan: LanPrinter, told: Recorder) -> None:
    options = {"port": lan.name, "poll_ms": 200, "timeout_ms": 1000, "mm_per_s": 500}
    printer = EscPos(options, told, Backoff(0.02, 0.05))
    printer.start()
    try:
        told.until(lambda: (State.READY, "") in told.states)
        assert printer.act("print", {"job": JOB.packed()}).outcome is Outcome.DONE
    finally:
        assert printer.stop()
    (sheet,) = lan.device.cut_off
    assert sheet.codes == ["VISIT-1"]
    assert lan.device.unknown == []


def test_the_line_opens_them(lan: LanPrinter) -> None:
    port = open_serial(lan.name, 9600)
    assert isinstance(port, LanPort)
    port.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a device file of Linux")
def test_a_device_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lp0")
    port = LpPort(str(tmp_path / "lp0"))  # a pipe opened both ways hands back what is written
    assert port.read(1) == b""
    assert port.write(b"abc") == 3
    assert port.in_waiting == 1
    assert port.read(1) == b"abc"
    with pytest.raises(serial.SerialTimeoutException):
        stuffed(port)
    port.close()
    port.close()
