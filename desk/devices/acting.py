"""What the rest of the desk may ask of attached devices, without knowing how they are driven.

Rooms are strangers to this one: they are handed something that fits `Acts` (tests hand them their own).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from desk.core.actor import Actor
from desk.core.events import DeviceSaid

Plain = str | int | float | bool  # what drivers.api.Value is, said again: a room that acts sees no driver


class Role(StrEnum):
    """What a device is to the gatehouse; a person gives it, no driver guesses it."""

    ID_READER = "id_reader"
    SCANNER = "scanner"
    RECEIPT_PRINTER = "receipt_printer"
    LABEL_PRINTER = "label_printer"
    BARRIER = "barrier"
    RELAY = "relay"
    LOCKER = "locker"
    DISPENSER = "dispenser"
    CARD_READER = "card_reader"
    AIR_SENSOR = "air_sensor"
    CLIMATE_SENSOR = "climate_sensor"
    CONTACT = "contact"
    SOS_RECEIVER = "sos_receiver"
    WATCH_GATEWAY = "watch_gateway"


class Ended(StrEnum):
    """How an action ended: proved, surely not happened (or refused), or bytes left and nobody knows."""

    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Purpose:
    """What an action is for: `visit`, `loan`, `dispense`, `automation`, `test`... and the id of that."""

    subject_kind: str = ""
    subject_id: str = ""


@dataclass(frozen=True)
class Acted:
    """What came of an action. action_id: of its record (`""` when it was refused before anything was recorded).

    code: `""` when done, else why (`device.*`, with a sentence in ui/texts_devices.py); fields: what the device said
    (`{"proof": "drop"}`), not shown in repr.
    """

    action_id: str
    outcome: Ended
    code: str = ""
    fields: Mapping[str, Plain] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Attached:
    """A device as others need to know it. ok and code: its standing (`device.ready`, `device.port_gone`...)."""

    id: str
    name: str
    role: Role
    driver: str
    actions: tuple[str, ...]
    ok: bool
    code: str
    training: bool = False
    place: str = ""


Answer = Callable[[Acted], None]
NO_PURPOSE = Purpose()


class Acts(Protocol):
    """The one door to devices that do something."""

    def attached(self, role: Role | None = None) -> Sequence[Attached]:
        """The devices in use, of one role or all, in the order they were added; from any thread, at once."""
        ...

    def act(
        self,
        device_id: str,
        action: str,
        params: Mapping[str, Plain] | None = None,
        *,
        purpose: Purpose = NO_PURPOSE,
        private: Mapping[str, Plain] | None = None,
        actor: Actor | None = None,
        done: Answer | None = None,
    ) -> None:
        """Record the action, commit, then do it on a thread of the device's own, record what came of it, answer.

        Returns at once and raises nothing: `done` is called exactly once, on the caller's loop, also for a refusal
        (`device.gone`, `device.off`, `device.action`, a store in trouble), which is FAILED.
        params are kept and travel to the other desks: no personal data. private: more parameters (a print job's
        picture), handed to the device and kept nowhere. actor: None is who is on duty; give one for a machine's doing.
        Nothing is ever repeated by itself: UNKNOWN stays until a person has looked.
        """
        ...


class Keeps(Protocol):
    """For alarms, which are stored before the device is answered."""

    def keep(self, kind: str, call: Callable[[DeviceSaid], None]) -> None:
        """`call` gets readings of this kind before anybody else, on the device's thread, and may block it shortly.

        When it raises, nobody else hears of it, and a device that wants an answer (a watch) gets none and says it again.
        """
        ...


Draw = Callable[[bool], str]  # given whether it is a copy: the job, as desk.devices.paper.packed writes it


class Prints(Protocol):
    """Printers that are attached devices, each with a queue of its own."""

    def print(
        self,
        device_id: str,
        draw: Draw,
        *,
        purpose: Purpose = NO_PURPOSE,
        actor: Actor | None = None,
        done: Answer | None = None,
    ) -> None:
        """Print once, when the printer's turn comes and it is ready; after ten minutes not at all (`device.expired`).

        draw is called on the printer's thread, just before. It is a copy when the same purpose (with an id) was printed
        before or may have been. Answered as `Acts.act`.
        """
        ...

    def waiting(self, device_id: str) -> int:
        """How many orders wait for this device or are being done."""
        ...
