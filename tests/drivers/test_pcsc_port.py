"""PC/SC readers: cards found by our own looking, a fresh context after every loss. pyscard itself is a fake."""

from __future__ import annotations

import importlib

import pytest

from drivers.api import State
from drivers.cards import pcsc_port
from drivers.cards.pcsc import Pcsc
from drivers.cards.pcsc_port import PcscMissing, PcscOff, PcscPort, seen
from drivers.line import Backoff
from tests.drivers.conftest import Recorder

UID = [0x04, 0x76, 0xBF, 0xE1, 0xBF, 0x02, 0x80]


class FakeScard:
    """The part of smartcard.scard in use. `states`: what each look finds; empty: nothing changes any more."""

    SCARD_S_SUCCESS, SCARD_E_TIMEOUT, GONE = 0, -2146435062, -2146435026
    SCARD_SCOPE_USER, SCARD_SHARE_SHARED, SCARD_LEAVE_CARD = 0, 2, 0
    SCARD_PROTOCOL_T0, SCARD_PROTOCOL_T1, SCARD_PCI_T0, SCARD_PCI_T1 = 1, 2, "t0", "t1"
    SCARD_STATE_UNAWARE, SCARD_STATE_CHANGED, SCARD_STATE_UNKNOWN = 0, 2, 4
    SCARD_STATE_UNAVAILABLE, SCARD_STATE_EMPTY, SCARD_STATE_PRESENT = 8, 16, 32

    def __init__(self, states: list[int], names: tuple[str, ...] = ("ACS 0",), service: int = 0) -> None:
        self.states, self.names, self.service = states, names, service
        self.connects, self.answer = 0, [*UID, 0x90, 0x00]
        self.open_contexts = 0
        self.sent: list[list[int]] = []

    def SCardEstablishContext(self, scope: int) -> tuple[int, str]:
        self.open_contexts += not self.service
        return self.service, "context"

    def SCardReleaseContext(self, context: str) -> int:
        self.open_contexts -= 1
        return 0

    def SCardListReaders(self, context: str, groups: list[str]) -> tuple[int, list[str]]:
        return (0, list(self.names)) if self.names else (self.GONE, [])

    def SCardGetStatusChange(self, context: str, wait_ms: int, watched: list[tuple[str, int]]) -> tuple[int, list[tuple[str, int, bytes]]]:  # fmt: skip
        if not self.states:
            return self.SCARD_E_TIMEOUT, []
        state = self.states.pop(0)
        return (state, []) if state < 0 else (0, [(watched[0][0], state | self.SCARD_STATE_CHANGED, b"")])

    def SCardConnect(self, context: str, name: str, share: int, protocols: int) -> tuple[int, str, int]:
        self.connects += 1
        return 0, "card", self.SCARD_PROTOCOL_T1

    def SCardTransmit(self, card: str, pci: str, apdu: list[int]) -> tuple[int, list[int]]:
        self.sent.append(apdu)
        return 0, self.answer

    def SCardDisconnect(self, card: str, how: int) -> int:
        self.connects -= 1
        return 0


EMPTY, PRESENT = FakeScard.SCARD_STATE_EMPTY, FakeScard.SCARD_STATE_PRESENT


def test_a_card_is_asked_once_while_it_lies_there() -> None:
    scard = FakeScard([EMPTY, PRESENT, PRESENT, EMPTY, PRESENT])
    port = PcscPort("pcsc:", scard)
    answers = [port.read(1) for _ in range(6)]
    assert answers == [b"", bytes(scard.answer), b"", b"", bytes(scard.answer), b""]
    assert scard.sent == [[0xFF, 0xCA, 0, 0, 0]] * 2
    assert scard.connects == 0
    port.close()
    assert scard.open_contexts == 0


def test_a_card_that_lay_there_before_is_read() -> None:
    assert PcscPort("pcsc:ACS 0", FakeScard([PRESENT])).read(1)


def test_readers_by_name() -> None:
    scard = FakeScard([], names=("ACS 0", "ACS 1"))
    assert seen(scard) == ["pcsc:ACS 0", "pcsc:ACS 1"]
    assert scard.open_contexts == 0
    with pytest.raises(FileNotFoundError):
        PcscPort("pcsc:ACS 2", scard)
    with pytest.raises(FileNotFoundError):
        PcscPort("pcsc:", FakeScard([], names=()))
    assert scard.open_contexts == 0


def test_a_service_that_does_not_run_has_its_own_reason() -> None:
    with pytest.raises(PcscOff):
        PcscPort("pcsc:", FakeScard([], service=-2146435043))


@pytest.mark.parametrize("end", [FakeScard.GONE, FakeScard.SCARD_STATE_UNKNOWN, FakeScard.SCARD_STATE_UNAVAILABLE])
def test_the_driver_tells_a_loss_and_comes_back_with_a_fresh_context(
    end: int, told: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    scard = FakeScard([EMPTY, PRESENT, end, EMPTY, PRESENT])
    monkeypatch.setattr(pcsc_port, "library", lambda: scard)
    driver = Pcsc({"port": "pcsc:"}, told, Backoff(first_s=0.02, top_s=0.05))
    driver.start()
    told.until(lambda: len(told.events) == 2)
    assert [state for state, _ in told.states] == [State.OPENING, State.READY, State.LOST, State.READY]
    assert [(e.kind, e.fields) for e in told.events] == [
        ("card", {"uid": bytes(UID).hex().upper(), "random": False})
    ] * 2
    assert driver.stop()
    assert scard.open_contexts == 0


def test_a_card_without_a_number_is_nobodys_news(told: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    scard = FakeScard([PRESENT])
    scard.answer = [0x63, 0x00]
    monkeypatch.setattr(pcsc_port, "library", lambda: scard)
    driver = Pcsc({}, told)
    driver.start()
    told.until(lambda: (State.READY, "") in told.states)
    scard.answer = [*UID, 0x90, 0]
    scard.states += [EMPTY, PRESENT]
    told.until(lambda: bool(told.events))
    assert driver.stop()
    assert [event.kind for event in told.events] == ["card"]


def test_without_pyscard_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(PcscMissing):
        pcsc_port.library()
    assert Pcsc.probe({}) == "library_missing"
