"""A PC/SC reader as a port of bytes: what it gives is the answer of each card that is laid down (pyscard is optional).

Cards are looked for here, not by the library's monitor: its thread ends for good when the reader is unplugged or Windows
stops the smart card service. Any error closes the port; the line opens it again, with a fresh context.
"""

from __future__ import annotations

import errno
import importlib
from typing import Any, ClassVar

from drivers.cards.pcsc_replies import GET_UID
from drivers.line import TICK_S
from drivers.ports import PortError

PCSC = "pcsc:"


class PcscMissing(PortError):
    """pyscard is not installed on this computer."""

    code: ClassVar[str] = "library_missing"


class PcscOff(PortError):
    """The smart card service of this computer does not run."""

    code: ClassVar[str] = "service_off"


def library() -> Any:
    """pyscard's plain functions. Raises PcscMissing."""
    try:
        return importlib.import_module("smartcard.scard")
    except ImportError:
        raise PcscMissing(errno.ENOSYS, "pyscard is not installed") from None


def seen(scard: Any) -> list[str]:
    """Addresses (`pcsc:NAME`) of the readers that are plugged in. Raises PcscOff."""
    context = _context(scard)
    try:
        return [f"{PCSC}{name}" for name in _names(scard, context)]
    finally:
        scard.SCardReleaseContext(context)


class PcscPort:
    """A drivers.line.Port. `pcsc:` alone is the first reader. Raises OSError when it is not there, or goes."""

    def __init__(self, address: str, scard: Any = None) -> None:
        self._scard = scard or library()
        self._context = _context(self._scard)
        names = [name for name in _names(self._scard, self._context) if address in (PCSC, f"{PCSC}{name}")]
        if not names:
            self._scard.SCardReleaseContext(self._context)
            raise FileNotFoundError(errno.ENOENT, "no such reader")
        self._name = names[0]
        self._known = self._scard.SCARD_STATE_UNAWARE

    @property
    def in_waiting(self) -> int:
        return 0  # a read gives a whole answer, whatever size it asks for

    def read(self, size: int = 1) -> bytes:
        """The answer of a card that was laid down within this tick, or nothing."""
        if not size:
            return b""
        scard, before = self._scard, self._known
        watched = [(self._name, before)]
        result, states = scard.SCardGetStatusChange(self._context, int(TICK_S * 1000), watched)
        if result == scard.SCARD_E_TIMEOUT:
            return b""
        self._check(result)
        event = states[0][1]
        if event & (scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE):
            raise OSError(errno.ENODEV, "the reader is gone")
        self._known = event & ~scard.SCARD_STATE_CHANGED
        came = event & scard.SCARD_STATE_PRESENT and not before & scard.SCARD_STATE_PRESENT
        return self._ask() if came else b""

    def write(self, data: bytes) -> int:
        raise OSError(errno.EPERM, "this reader is asked for numbers only")

    def close(self) -> None:
        self._scard.SCardReleaseContext(self._context)

    def _ask(self) -> bytes:
        """The card's number and status; nothing for a card that was taken away again or will not speak."""
        scard = self._scard
        protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
        result, card, protocol = scard.SCardConnect(self._context, self._name, scard.SCARD_SHARE_SHARED, protocols)
        if result != scard.SCARD_S_SUCCESS:
            return b""
        pci = scard.SCARD_PCI_T1 if protocol == scard.SCARD_PROTOCOL_T1 else scard.SCARD_PCI_T0
        try:
            result, answer = scard.SCardTransmit(card, pci, list(GET_UID))
        finally:
            scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
        return bytes(answer) if result == scard.SCARD_S_SUCCESS else b""

    def _check(self, result: int) -> None:
        if result != self._scard.SCARD_S_SUCCESS:
            raise OSError(errno.ENODEV, f"the smart card service said {result & 0xFFFFFFFF:08X}")


def _context(scard: Any) -> Any:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    if result != scard.SCARD_S_SUCCESS:
        raise PcscOff(errno.ENOTCONN, f"no smart card service: {result & 0xFFFFFFFF:08X}")
    return context


def _names(scard: Any, context: Any) -> list[str]:
    result, names = scard.SCardListReaders(context, [])
    return list(names) if result == scard.SCARD_S_SUCCESS else []
