"""What the page of a matter draws: the form, what is like it, the receipt, and the card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from ui.matters.lines import BodyLine, Line

if TYPE_CHECKING:
    from desk.hearings.views import ReporterRow


@dataclass(frozen=True)
class NoteForm:
    """What is half filled in. id: made with the form, so that two presses note one matter. chosen: the category was
    pressed by a person; otherwise it follows the words. photos: names of pictures that are kept already."""

    id: str = ""
    kind: str = "matter"
    category: str = ""
    chosen: bool = False
    text: str = ""
    place: str = ""
    name: str = ""
    phone: str = ""
    anonymous: bool = False
    private: bool = False
    about_post: bool = False
    photos: tuple[str, ...] = ()
    repeat_of: str = ""
    more: bool = False

    @property
    def empty(self) -> bool:
        return not (self.text or self.place or self.name or self.phone or self.photos)

    def as_draft(self) -> dict[str, Any]:
        return {} if self.empty else asdict(self)

    @staticmethod
    def of(draft: Mapping[str, Any]) -> NoteForm:
        known = {name: draft[name] for name in NoteForm.__dataclass_fields__ if name in draft}
        return NoteForm(**{**known, "photos": tuple(known.get("photos", ()))})


@dataclass(frozen=True)
class Guess:
    """What the form learns while one types: category, who would have it, how long they have, and what is like it."""

    category: str
    owner: BodyLine
    first_min: int
    life: str = ""
    numbers: tuple[str, ...] = ()
    same: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Noted:
    """It is written down. due: when the first reply is owed; code: the text of the receipt's QR code."""

    id: str
    number: str
    kind: str
    category: str
    due: str
    owner: BodyLine
    code: str
    at: str
    estate: str
    phone: str
    joined: bool = False
    life: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Happening:
    """One line of the history. said: local time somebody was told; level: escalated to."""

    kind: str
    at: str
    text: str = ""
    level: int = 0
    said: str = ""
    owner: str = ""
    owner_name: str = ""
    operator: str = ""
    gate: str = ""


@dataclass(frozen=True)
class Full:
    """Who said it, for so many seconds."""

    name: str
    phone: str
    door: str
    seconds: int


@dataclass(frozen=True)
class CardModel:
    """Everything of one matter. bodies: to hand it to, with phones.

    on_paper: noted, first reply due and told by phone, with their days.
    """

    line: Line
    answer: str = ""
    first_owner: str = ""
    first_due: str = ""
    waiting: str = ""
    reopened: int = 0
    private: bool = False
    about_post: bool = False
    mediation: bool = False
    uncertain: bool = False
    photos: tuple[str, ...] = ()
    who: ReporterRow | None = None
    history: tuple[Happening, ...] = ()
    same: tuple[Line, ...] = ()
    bodies: tuple[BodyLine, ...] = ()
    acts: tuple[str, ...] = ()
    life: str = ""
    numbers: tuple[str, ...] = ()
    code: str = ""
    estate: str = ""
    phone: str = ""
    gate: str = ""
    on_paper: tuple[str, str, str] = ("", "", "")

    @property
    def body(self) -> BodyLine:
        """Who has it."""
        return next((one for one in self.bodies if one.code == self.line.owner), BodyLine(self.line.owner))

    @property
    def to_tell(self) -> BodyLine:
        """Whom to call now: the level it was raised to, else who has it."""
        raised = [one for one in self.bodies if one.level == self.line.level and self.line.level]
        return raised[0] if raised else self.body


@dataclass(frozen=True)
class ActDraft:
    """What one act needs, as typed. due_days: 0 for no day."""

    act: str
    text: str = ""
    owner: str = ""
    due_days: int = 0
    time: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
