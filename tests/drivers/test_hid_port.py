"""Scanners through hidapi: found by page and usage, opened by address, gone as the line knows it. hidapi itself is a fake."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from drivers.api import State
from drivers.line import Backoff, reason_of
from drivers.scanners import hid_port
from drivers.scanners.hid_port import HidMissing, open_hid, seen
from drivers.scanners.hid_pos import HidPos
from drivers.simulated.scanner_modules import reports
from tests.drivers.conftest import Recorder


class FakeDevice:
    def __init__(self, said: list[bytes]) -> None:
        self.said, self.features, self.path, self.closed = said, [], b"", False

    def open_path(self, path: bytes) -> None:
        self.path = path

    def read(self, max_length: int, timeout_ms: int = 0) -> Sequence[int]:
        if not self.said:
            raise OSError("read error")
        return list(self.said.pop(0)[:max_length])

    def send_feature_report(self, data: bytes) -> int:
        self.features.append(data)
        return len(data)

    def close(self) -> None:
        self.closed = True


class FakeHid:
    """Two scanners, a keyboard, and the keyboard half of one of the scanners."""

    def __init__(self, *said: bytes) -> None:
        self.made: list[FakeDevice] = []
        self._said = list(said)

    def enumerate(self, vendor_id: int = 0, product_id: int = 0) -> Sequence[Mapping[str, Any]]:
        rows = [(0x0C2E, 0x0B61, "S1", 0x8C, 2), (0x0C2E, 0x0B61, "S1", 1, 6), (0x05E0, 0x1300, None, 0x8C, 2), (0x046D, 1, "", 1, 6)]  # fmt: skip
        names = ("vendor_id", "product_id", "serial_number", "usage_page", "usage")
        return [{**dict(zip(names, row, strict=True)), "path": b"path%d" % n} for n, row in enumerate(rows)]

    def device(self) -> FakeDevice:
        self.made.append(FakeDevice(self._said))
        return self.made[-1]


def test_only_scanners_are_seen() -> None:
    assert seen(FakeHid()) == ["hid:0c2e:0b61:S1", "hid:05e0:1300:"]


def test_a_honeywell_is_told_to_send_and_others_are_not() -> None:
    hid = FakeHid()
    open_hid("hid:0c2e:0b61:S1", hid)
    open_hid("hid:05e0:1300:", hid).close()
    assert [(device.path, device.features, device.closed) for device in hid.made] == [
        (b"path0", [b"\xfe\x01"], False), (b"path2", [], True),
    ]  # fmt: skip


def test_one_that_is_not_plugged_in() -> None:
    with pytest.raises(FileNotFoundError):
        open_hid("hid:0c2e:0b61:S2", FakeHid())


def test_reports_come_through_and_nothing_is_written() -> None:
    port = open_hid("hid:", FakeHid(*reports(b"A" * 70), b""))
    assert port.read(1) + port.read(port.in_waiting) == reports(b"A" * 70)[0]
    assert port.read(1) == reports(b"A" * 70)[1]
    assert port.read(1) == b""
    with pytest.raises(OSError, match="not written"):
        port.write(b"x")


def test_the_driver_reads_and_tells_when_it_is_gone(told: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    hid = FakeHid(*reports("来访证-7".encode()))
    monkeypatch.setattr(hid_port, "library", lambda: hid)
    driver = HidPos({"port": "hid:"}, told, Backoff(first_s=5))
    assert HidPos.probe({"port": "hid:"}) == ""
    driver.start()
    told.until(lambda: told.states[-1:] == [(State.LOST, "port_failed")])
    assert told.texts == ["来访证-7"]
    assert driver.stop()


def test_the_library_that_comes_with_the_program_can_say_what_a_scanner_is() -> None:
    """On Linux by way of the kernel: hidapi's other module, on libusb, knows no pages and usages."""
    hid = hid_port.library()
    assert seen(hid) == [address for address in seen(hid) if address.startswith("hid:")]
    assert getattr(hid, "__name__", "") == ("hidraw" if sys.platform.startswith("linux") else "hid")
    with pytest.raises(FileNotFoundError):
        open_hid("hid:0000:0000:nobody's")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="hidraw and its rules are of Linux")
def test_a_scanner_that_is_root_s_alone_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "exists", lambda path: path == b"path0")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OSError, match="no permission") as denied:
        open_hid("hid:0c2e:0b61:S1", FakeHid())
    assert reason_of(denied.value) == "hid_denied"
    open_hid("hid:05e0:1300:", FakeHid()).close()


def test_without_hidapi_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(HidMissing):
        hid_port.library()
    assert HidPos.probe({}) == "library_missing"
