"""What the card of an emergency draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Prepared:
    """A sentence that is ready to be shown; nth: its place."""

    nth: int
    title: str
    text: str


@dataclass(frozen=True)
class TakeoverModel:
    """running: the title that stands on the screens, "" for none; since: when it came there; here: this computer has a
    public screen that shows it; may_edit: prepared sentences may be changed."""

    known: bool = False
    sentences: tuple[Prepared, ...] = ()
    running: str = ""
    since: str = ""
    here: bool = False
    may_edit: bool = False
