"""What the admit form draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.people.reads_doors import Door
from desk.reception import rules

TEXT_FIELDS = ("name", "company", "phone", "plate", "purpose", "items_in", "badge_no", "note", "id_number")
ID_KINDS = tuple(kind.value for kind in rules.ID_KINDS)
FAST = ("rider", "courier")


@dataclass(frozen=True)
class Suggestion:
    """Something a person looks at before admitting. kind: watch, expected, pass, person; why: see desk.reception.views.Hint.

    label: masked; advice: of the watch list; when: local time of the last or the expected visit; place: masked door.
    """

    kind: str
    ref: str
    why: str
    label: str
    advice: str = ""
    when: str = ""
    place: str = ""


@dataclass(frozen=True)
class PermitLine:
    """A permit to pick. says: window.* code why it does not hold now, "" when it does; dates and hours are local."""

    id: str
    number: str
    company: str
    until: str
    hours: str
    workers: int
    says: str = ""


class PassState(StrEnum):
    """Of the pass on paper: not wanted, shall it be printed?, on its way, came out (as far as known), did not."""

    NONE = ""
    ASKED = "asked"
    SENT = "sent"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True)
class CardRead:
    """A document that a machine read into the form. kind: rules.IdKind; doubts: of desk.reception.rules_card."""

    kind: str
    masked: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CardAsks:
    """A document that says something else than the form. name: on the document; typed: in the form."""

    kind: str
    name: str
    typed: str


@dataclass(frozen=True)
class Done:
    """A visit that has been admitted. name, place masked; until: local time of its limit; read: kind of a document that a
    machine read."""

    visit_id: str
    kind: str
    name: str
    place: str
    at: str
    until: str
    party: int = 1
    badge_no: str = ""
    household_id: str = ""
    due_at: int = 0
    repeated: bool = False
    night: bool = False
    closed: int = 0
    read: str = ""


@dataclass(frozen=True)
class AdmitModel:
    """kind "": the type is being chosen. values: texts of the fields by name; fields of the type: required, optional.

    wrong: required fields to be marked after a press of *admit*; lacks: what still stands between form and admission
    (field names, and `proof`, `reason`, `call_host`); proofs: ways to confirm that are open now.
    permit_says: code why the picked permit does not hold now or for so many. id_kind: document that was shown, "" for none.
    """

    kind: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    door: Door | None = None
    party: int = 1
    minor: bool = False
    nights: int = 0
    purpose_code: str = ""
    id_kind: str = ""
    proof: str = "none"
    proofs: tuple[str, ...] = ()
    reason: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    known: str = ""
    watch: str = ""
    permits: tuple[PermitLine, ...] = ()
    permit: str = ""
    permit_says: str = ""
    may_permit: bool = False
    keep_id: bool = False
    lacks: tuple[str, ...] = ()
    wrong: bool = False
    restored: bool = False
    done: Done | None = None
    read: CardRead | None = None
    asks_card: CardAsks | None = None
    paper: PassState = PassState.NONE

    @property
    def waits(self) -> bool:
        """A permit that does not hold: the main button is not ready while anything is missing."""
        return bool(self.permit_says and self.lacks)

    def asks(self, name: str) -> bool:
        """Whether the form shows a field."""
        return name in self.required or name in self.optional
