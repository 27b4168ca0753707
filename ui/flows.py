"""How this desk has its machines join in: does a pass come out of the printer, does the barrier lift by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from desk import lifting, lockers
from desk.devices.acting import Acted, Acts, Attached, Ended, Purpose, Role
from desk.lockers import Door
from ui.texts import sentence

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.dispensing import Dispensing

PRINT_PASS, BARRIER = "print_pass", "barrier_opens"  # in the settings of this computer
NEVER, ASK, ALWAYS = "never", "ask", "always"
BY_HAND, BY_ITSELF = "hand", "itself"
CHOICES = {PRINT_PASS: (NEVER, ASK, ALWAYS), BARRIER: (BY_HAND, BY_ITSELF)}
PRINTERS = (Role.RECEIPT_PRINTER, Role.LABEL_PRINTER)
GOOD = frozenset({"barrier.up", "barrier.pulsed"})


class Voice(Protocol):
    """ui.shell.voice.Voice, as far as a barrier goes."""

    def done(self, text: str) -> None: ...
    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None: ...
    def tone(self, name: str) -> None: ...


class Flows:
    """In ports.extras["flows"]. devices: once they are there."""

    def __init__(self, desk: Desk, voice: Voice) -> None:
        self._desk, self._voice = desk, voice
        self.devices: Acts | None = None
        self.dispensing: Dispensing | None = None

    def chosen(self, name: str) -> str:
        """What is set of PRINT_PASS or BARRIER, the first choice until somebody has."""
        value = str(self._desk.settings.now.extra.get(name, ""))
        return value if value in CHOICES[name] else CHOICES[name][0]

    def choose(self, name: str, value: str) -> None:
        self._desk.settings.change(extra={**self._desk.settings.now.extra, name: value})

    def print_pass(self) -> str:
        """NEVER, ASK or ALWAYS; asked when there is nothing that prints without a question."""
        chosen = self.chosen(PRINT_PASS)
        return ASK if chosen == ALWAYS and not self._prints() else chosen

    def passed(self, kind: str, subject_id: str) -> None:
        """Somebody was let through by a pass (`visit`) or a key of the fast lane (`tally`), and that is written down."""
        one = lifting.barrier(self.devices)
        if one is None:
            return
        purpose = Purpose(kind, subject_id)
        if self.chosen(BARRIER) == BY_ITSELF:
            self._lift(one, purpose)
            return
        words = QCoreApplication.translate("Flows", "已放行。车要过，请抬杆。")
        self._voice.offer(words, QCoreApplication.translate("Flows", "抬杆"), lambda: self._lift(one, purpose))

    def dispenser(self) -> str:
        """The machine here that would hand something out, "" without one."""
        found = self.devices.attached(Role.DISPENSER) if self.devices is not None and self.dispensing else ()
        return next((one.id for one in found if one.ok), "")

    def hand_out(self, answer: Identified, name: str) -> None:
        """One for the household whose code was scanned. name: of what comes out."""
        if self.dispensing is not None:
            self.dispensing.by_code(answer, partial(self._handed_out, name))

    def _handed_out(self, name: str, acted: Acted) -> None:
        if acted.outcome is Ended.DONE:
            self._voice.tone("good")
            self._voice.done(sentence("dispense.done", {"name": name}))
            return
        self._voice.tone("bad")
        words = sentence(acted.code, acted.fields) if acted.code else ""
        if acted.outcome is Ended.UNKNOWN:
            words = sentence("dispense.unknown", {"name": name, "cause": words})
        self._voice.offer(words or sentence("device.refused"), "", lambda: None, "warn")

    def doors(self, found: Iterable[Door], kind: str, subject_id: str) -> None:
        """Things were lent or came back, and that is written down: the doors they hang behind open, each told once."""
        for door in lockers.here(self.devices, found):
            if self.devices is not None:
                lockers.open_door(self.devices, door, Purpose(kind, subject_id), partial(self._opened, door))

    def _opened(self, door: Door, acted: Acted) -> None:
        facts = {"n": door.compartment, "cause": sentence(acted.code) if acted.code else ""}
        words = sentence(f"locker.{acted.outcome.value}", facts)
        if acted.outcome is Ended.DONE:
            self._voice.done(words)
            return
        self._voice.tone("bad")
        self._voice.offer(words, "", lambda: None, "warn")

    def _lift(self, one: Attached, purpose: Purpose) -> None:
        if self.devices is not None:
            lifting.lift(self.devices, one, purpose, self._lifted)

    def _lifted(self, acted: Acted) -> None:
        code = lifting.told(acted)
        if code in GOOD:
            self._voice.done(sentence(code))
            return
        self._voice.tone("bad")
        cause = sentence(acted.code) if acted.code else ""
        self._voice.offer(sentence(code, {"cause": cause}), "", lambda: None, "warn")

    def _prints(self) -> bool:
        found = self.devices is not None and any(self.devices.attached(role) for role in PRINTERS)
        return found or bool(self._desk.settings.now.printer_name)
