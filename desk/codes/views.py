"""Frozen values that leave the codes room: what a scan turned out to be, what was issued, what may be printed."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes.foreign import Foreign
from desk.codes.rules import ALWAYS, SCREEN_OF, Answer, Kind, Screen, Status, Why, Window


@dataclass(frozen=True)
class Use:
    """One entry on a pass. at: UTC milliseconds; gate: the gate's name; flag: the answer it went against, "" if none."""

    at: int
    gate: str
    visit_id: str = ""
    flag: str = ""


@dataclass(frozen=True)
class CodeView:
    """A code as lists and cards show it: no key, no digits. household: its masked label; num: local order of issue."""

    code_id: str
    kind: Kind
    serial: str
    version: int
    status: Status
    subject_kind: str
    subject_id: str
    household: str
    window: Window
    uses: int
    issued_at: int
    issuing_gate: str
    visitor_ref: str = ""
    revoked_at: int | None = None
    revoked_reason: str = ""
    replaced_by: str = ""
    num: int = 0


@dataclass(frozen=True)
class Identified:
    """What a scanned text is. `answer` decides the screen; everything else is for the card.

    key: what `use_pass` knows the pass by; code: its record when it is known here; uses_left None: any number;
    clock_doubt: the answer hangs on a clock that may be wrong.
    """

    answer: Answer
    why: Why = Why.NONE
    kind: Kind | None = None
    key: str = ""
    code: CodeView | None = None
    window: Window = ALWAYS
    uses: int = 0
    uses_left: int | None = None
    first_use: Use | None = None
    last_use: Use | None = None
    foreign: Foreign | None = None
    clock_doubt: bool = False

    @property
    def screen(self) -> Screen:
        return SCREEN_OF[self.answer]

    @property
    def known_here(self) -> bool:
        """False for a pass that proves itself by its signature while its record has not come here yet."""
        return self.code is not None

    @property
    def code_id(self) -> str:
        return self.code.code_id if self.code else ""

    @property
    def serial(self) -> str:
        return self.code.serial if self.code else ""

    @property
    def subject_id(self) -> str:
        return self.code.subject_id if self.code else ""


@dataclass(frozen=True)
class DigitsAnswer:
    """The answer to six digits: the pass, or several valid ones to choose from, or one no longer good, or none.

    tries_left: wrong guesses still allowed; wait_ms > 0: too many, nothing was looked up.
    """

    found: tuple[Identified, ...] = ()
    tries_left: int = 0
    wait_ms: int = 0


@dataclass(frozen=True)
class Issued:
    """A new code: `text` goes into the QR code; digits only for a pass. Show or print it, do not keep it."""

    code_id: str
    kind: Kind
    serial: str
    text: str
    digits: str = ""
    window: Window = ALWAYS
    uses: int = 0
    subject_id: str = ""


@dataclass(frozen=True)
class PassRequest:
    """What a pass is asked for. household_id may be empty (a visit to the committee); visitor_ref: opaque.

    uses: entries it is good for, 0 = any number inside the window.
    """

    window: Window
    household_id: str = ""
    uses: int = 1
    visitor_ref: str = ""


@dataclass(frozen=True)
class PassUsed:
    """An entry as it was written. repeated: the same nonce had been written before, nothing was added."""

    use_id: str
    at: int
    flag: str
    uses_left: int | None
    repeated: bool = False
