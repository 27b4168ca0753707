"""A pasted chat list (群接龙) read line by line: who, and when they can; what was not understood stays beside it.

Nothing is guessed in silence: each row says what was taken from it, and the pieces that were not. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk.core.text import clean_line
from desk.duty.rules import NAME_MAX, Says
from desk.duty.rules_availability import Line
from desk.duty.rules_chat_words import Said, understand

ROWS_MAX = 500
ROW_MAX = 400  # characters of one row that are read


class Doubt(StrEnum):
    """What is wrong with a row or a piece of it."""

    NOBODY = "nobody"  # no member of this name
    TWO_NAMES = "two_names"  # several members of this name
    TWICE = "twice"  # the same member stands in the list again
    NO_TIME = "no_time"  # nothing in it says when
    DAY = "day"  # there is no such day
    MONTH = "month"  # a day of another month
    WEEKDAY = "weekday"  # the day is another weekday than it says
    WORDS = "words"  # pieces that were not understood
    LONG = "long"  # longer than a row is read
    MANY = "many"  # beyond the rows that are read


FATAL = frozenset({Doubt.NOBODY, Doubt.TWO_NAMES, Doubt.NO_TIME, Doubt.LONG, Doubt.MANY})
"""With one of these nothing of the row can be taken over until somebody settles it."""


@dataclass(frozen=True)
class Row:
    """One row as it was read. members: who it may be; lines: when (without a member); pieces: doubt -> the words."""

    nth: int
    text: str
    name: str
    members: tuple[str, ...]
    lines: tuple[Line, ...]
    doubts: Mapping[Doubt, tuple[str, ...]] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """May it be taken over as it is? Pieces not understood are shown and do not hold it up."""
        return not FATAL & self.doubts.keys()

    @property
    def clear(self) -> bool:
        return not self.doubts


@dataclass(frozen=True)
class Heard:
    """The whole list. heading: lines before the first row and empty words; rows: everything else, in order."""

    rows: tuple[Row, ...]
    heading: tuple[str, ...]


_NUMBER = re.compile(r"^\s*[(（【\[]?(\d{1,3})[)）】\]]?\s*(?:[.、．。:：,，)）-]|\s)\s*(?=\D)")
_HEADING = re.compile(r"^\s*(?:#|＃|【|接龙|例[:：如]|群接龙|报名接龙|大家|请)")
_NAME = re.compile(r"^[\s@]*([㐀-鿿\U00020000-\U0003ffff·]{2,4}|[A-Za-z][A-Za-z .'-]{0,40})")
_STOPS = re.compile(r"[\s:：,，;；、。()（）\[\]【】+＋|｜/-]")
_TITLES = ("老师", "阿姨", "叔叔", "师傅", "同志", "书记", "主任")


def read(text: str, month: str, names: Mapping[str, Iterable[str]]) -> Heard:
    """Read a list for a month ("2026-12"). names: name or label -> member ids who go by it."""
    known = {name: tuple(ids) for name, ids in names.items() if name}
    rows, heading = list[Row](), list[str]()
    numbered = any(_NUMBER.match(line) for line in text.splitlines())
    for line in text.splitlines():
        if not line.strip():
            continue
        found = _NUMBER.match(line)
        named = any(line.strip().startswith(name) for name in known)
        if not rows and found is None and not named and (numbered or _HEADING.match(line)):
            heading.append(clean_line(line, ROW_MAX))
        else:
            body = line[found.end() :] if found else line
            rows.append(_row(len(rows) + 1, line, body, month, known))
    return Heard(tuple(_twice(rows)), tuple(heading))


def taken(rows: Iterable[Row]) -> dict[str, list[Line]]:
    """What the rows that are ready say, by member; a member of two rows has both.

    Where something of a row was not understood its first line keeps the whole row as its reason: nothing is lost.
    """
    found: dict[str, list[Line]] = {}
    for row in rows:
        if row.ready:
            whole = row.text if row.doubts.keys() - {Doubt.TWICE} else ""
            lines = [replace(line, member_id=row.members[0]) for line in row.lines]
            found.setdefault(row.members[0], []).extend([replace(lines[0], reason=whole), *lines[1:]])
    return found


def settle(row: Row, member_id: str) -> Row:
    """Somebody said who it is."""
    settled = (Doubt.NOBODY, Doubt.TWO_NAMES)
    doubts: dict[Doubt, tuple[str, ...]] = {one: words for one, words in row.doubts.items() if one not in settled}
    return replace(row, members=(member_id,), doubts=doubts)


def _row(nth: int, line: str, body: str, month: str, known: Mapping[str, tuple[str, ...]]) -> Row:
    shown = clean_line(line, ROW_MAX)
    if nth > ROWS_MAX:
        return Row(nth, shown, "", (), (), {Doubt.MANY: ()})
    if len(line) > ROW_MAX:
        return Row(nth, shown, "", (), (), {Doubt.LONG: ()})
    clean = clean_line(body, ROW_MAX)
    name, members, rest = _who(clean, known)
    said = understand(rest, month)
    return Row(nth, shown, name, members, said.lines, _doubts(name, members, said))


def _doubts(name: str, members: Sequence[str], said: Said) -> dict[Doubt, tuple[str, ...]]:
    found: dict[Doubt, tuple[str, ...]] = {}
    if len(members) != 1:
        found[Doubt.TWO_NAMES if members else Doubt.NOBODY] = (name,) if name else ()
    for doubt, pieces in (
        (Doubt.DAY, said.no_day), (Doubt.MONTH, said.other_month), (Doubt.WEEKDAY, said.other_weekday),
        (Doubt.WORDS, said.unknown),
    ):  # fmt: skip
        if pieces:
            found[doubt] = tuple(pieces)
    if not said.lines:
        found[Doubt.NO_TIME] = ()
    return found


def _who(text: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...], str]:
    """(name, who goes by it, the rest). The longest known name at the start, else what looks like one."""
    bare = text.lstrip(" @")
    fits = max((name for name in known if bare.startswith(name)), key=len, default="")
    if fits:
        rest = bare[len(fits) :]
        title = next((title for title in _TITLES if rest.startswith(title)), "")
        return fits, known[fits], _without_note(rest[len(title) :])
    first = _STOPS.split(bare, maxsplit=1)[0]
    found = _NAME.match(first if first else bare)
    name = found.group(1).strip() if found else first[:NAME_MAX]
    return name, (), _without_note(bare[len(name) :])


def _without_note(rest: str) -> str:
    """(志愿者), (3栋) and the like after a name say nothing of time."""
    return re.sub(r"^\s*[(（][^()（）]{0,20}[)）]", " ", rest)


def _twice(rows: Sequence[Row]) -> list[Row]:
    seen, found = set[str](), list[Row]()
    for row in rows:
        who = row.members[0] if len(row.members) == 1 else ""
        doubts: Mapping[Doubt, tuple[str, ...]] = {**row.doubts, Doubt.TWICE: (row.name,)}
        found.append(replace(row, doubts=doubts) if who and who in seen else row)
        seen.add(who)
    return found


__all__ = ["FATAL", "Doubt", "Heard", "Row", "Says", "read", "settle", "taken"]
