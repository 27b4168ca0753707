"""What the find page draws."""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = ("expected", "visit", "visitor", "household", "person", "matter", "goods", "pass")
DRAWN = 5  # rows of a group that are shown
FILTERS = ("all", "inside", "left", "refused", "expected")


@dataclass(frozen=True)
class Hit:
    """One thing found. group: one of GROUPS; title masked; state: a code of ui/texts_visits, ui/texts_hearings or "";
    when: local."""

    group: str
    id: str
    title: str
    place: str = ""
    kind: str = ""
    state: str = ""
    when: str = ""
    more: str = ""


@dataclass(frozen=True)
class FindModel:
    """query "": the history is shown. counts: how many of each group were found, at most what was asked for."""

    query: str = ""
    field: str = ""
    hits: tuple[Hit, ...] = ()
    full: bool = False  # some group has more than is shown
    busy: bool = False


@dataclass(frozen=True)
class HistoryRow:
    """A line of the history list. num: its keyset anchor."""

    num: int
    id: str
    when: str
    name: str
    kind: str
    state: str
    place: str
    party: int
    left: str
    watched: bool
    doubt: bool
