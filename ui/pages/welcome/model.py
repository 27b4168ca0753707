"""What the first run draws."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

STEPS = ("language", "estate", "gate", "manager", "key", "code", "camera", "people")
JOIN_STEPS = ("language", "gate", "key", "join", "code", "camera")  # the way into an estate that stands
AFTER_FOUNDING = STEPS[STEPS.index("code") :]
PASSPHRASE_LEAST = 8
WIPED = "wiped"  # in the machine's settings, see ui.app: a hub has had the desk that stood here wiped


@dataclass(frozen=True)
class Answers:
    """What was typed so far and may lie in the machine's settings until the store is made: never a PIN or a code."""

    site_name: str = ""
    address: str = ""
    gate_name: str = ""
    gate_phone: str = ""
    manager: str = ""

    @classmethod
    def of(cls, kept: Any) -> Answers:
        """From the settings file; anything odd in it counts as nothing typed."""
        found = kept if isinstance(kept, dict) else {}
        return cls(**{f.name: str(found.get(f.name, "")) for f in fields(cls)})


@dataclass(frozen=True)
class Imported:
    """How the import of residents stands. stage: "" | `checking` | `checked` | `writing` | `done`."""

    stage: str = ""
    file: str = ""
    done: int = 0
    total: int = 0
    rows: int = 0
    homes: int = 0
    people: int = 0
    left_out: int = 0


@dataclass(frozen=True)
class Joining:
    """How joining an estate stands. stage: "" (no ticket yet) | `working` | `paused` | `file` (one was chosen, its code is
    asked) | `reading` (it is being taken in); come: pages that have come; file: name of the chosen file."""

    stage: str = ""
    come: int = 0
    file: str = ""

    @property
    def begun(self) -> bool:
        """There is no way behind it."""
        return self.stage in ("working", "paused", "reading")


@dataclass(frozen=True)
class WelcomeModel:
    """One step.

    pin: what the pad asks for: `first` | `again` | `set` (typed twice) | `made` (the manager is there already);
    keyring: whether this system can keep the key, None while that is being found out; kept: where the key lies once
    there is a store; code: the recovery code while it is shown; typing: it is being typed back; unlock: the manager
    whose PIN is asked before going on after a break; joined: on the way into an estate that stands; wiped: a hub has had
    what stood here before wiped.
    """

    step: str = "language"
    language: str = "zh_CN"
    answers: Answers = Answers()
    busy: bool = False
    can_go_back: bool = False
    pin: str = "first"
    keyring: bool | None = None
    kept: str = ""
    code: str = ""
    typing: bool = False
    unlock: str = ""
    imported: Imported = Imported()
    joined: bool = False
    joining: Joining = Joining()
    wiped: bool = False

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the way one is on."""
        return JOIN_STEPS if self.joined else STEPS

    @property
    def number(self) -> int:
        return self.steps.index(self.step) + 1

    @property
    def total(self) -> int:
        return len(self.steps)
