"""What the public screen draws, made of a board of the desk's screen room: pictures that take turns, and what stands. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from desk.core.clock import SiteTime
from desk.screen.rules import Item, Kind, Line, Named, Number
from desk.screen.rules_board import Board

WIDE, LINES = 25, 6  # signs of a line and lines of a notice on one picture, in the smallest letters
ROWS = 9  # of a roster on one picture
LONG_S, SHORT_S, SIGNS_A_SECOND = 40, 14, 7  # how long a picture stays: calm, and long enough to be read twice


class What(StrEnum):
    """The pictures that take turns."""

    ROSTER = "roster"
    SITTING = "sitting"
    NOTICE = "notice"
    NUMBERS = "numbers"
    QUIET = "quiet"  # nothing to show: the time, who is on duty, what to dial


@dataclass(frozen=True)
class Row:
    """A shift in the week. weekday: 1 Monday to 7 Sunday, 0 for a further one of the same day; day: ISO."""

    weekday: int
    day: str
    start: str
    end: str
    title: str
    names: tuple[Named, ...]
    past: bool = False
    now: bool = False


@dataclass(frozen=True)
class Turn:
    """One picture. key: stays while its content does; part, parts: of a roster that takes several; ahead: it is next week's."""

    what: What
    key: str = ""
    title: str = ""
    text: str = ""
    official: bool = False
    rows: tuple[Row, ...] = ()
    part: int = 1
    parts: int = 1
    ahead: bool = False
    sitting: Sitting | None = None
    numbers: tuple[Number, ...] = ()

    @property
    def seconds(self) -> int:
        """How long it stays before the next one comes."""
        signs = len(self.title) + len(self.text)
        return (
            max(SHORT_S, min(LONG_S, SHORT_S // 2 + signs // SIGNS_A_SECOND)) if self.what is What.NOTICE else SHORT_S
        )


@dataclass(frozen=True)
class Sitting:
    """Today's reception. state: 0 to come, 1 now, 2 over."""

    start: str
    end: str
    place: str
    names: tuple[Named, ...]
    state: int = 0


@dataclass(frozen=True)
class OnDuty:
    """Who is there now; until: the end of their shift. roster: by the roster, not only signed on at the desk."""

    names: tuple[Named, ...] = ()
    until: str = ""
    roster: bool = False
    next_at: str = ""
    next_names: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Head:
    """day: ISO, of the site."""

    estate: str = ""
    gate: str = ""
    day: str = ""
    weekday: int = 0
    time: str = ""


@dataclass(frozen=True)
class Beside:
    """The column beside the pictures."""

    duty: OnDuty = OnDuty()
    sittings: tuple[Sitting, ...] = ()
    open_matters: int | None = None
    phone: str = ""


@dataclass(frozen=True)
class Alarm:
    """An emergency over everything."""

    title: str
    text: str


@dataclass(frozen=True)
class Shown:
    """The whole screen at a moment."""

    head: Head = Head()
    turns: tuple[Turn, ...] = (Turn(What.QUIET),)
    beside: Beside = Beside()
    alarm: Alarm | None = None

    @property
    def quiet(self) -> bool:
        return self.turns[0].what is What.QUIET


def shown(board: Board, moment: int) -> Shown:
    """The screen of a board at a moment (UTC ms), which may lie after the one the board was read at."""
    board = board.at(moment)
    time = SiteTime(board.zone) if board.zone else SiteTime()
    sittings = tuple(_sitting(time, line, moment) for line in board.sittings)
    alarm = Alarm(board.emergency.title, board.emergency.text) if board.emergency else None
    turns = (*_roster(time, board), *_receptions(board, sittings), *_notices(board.shown), *_numbers(board.numbers))
    worth = any(turn.what is not What.NUMBERS for turn in turns)
    return Shown(
        _head(time, board), turns if worth else (Turn(What.QUIET),),
        Beside(_duty(time, board), sittings, board.open_matters or None, board.gate_phone), alarm,
    )  # fmt: skip


def preview(title: str, text: str, official: bool) -> Shown:
    """How a notice that is being written will look."""
    return Shown(turns=notice("preview", title, text, official))


def _head(time: SiteTime, board: Board) -> Head:
    local = time.local(board.moment)
    return Head(
        board.estate, board.gate, local.date().isoformat(), local.isoweekday(), f"{local:%H:%M}"
    )  # fmt: skip


def _clock(time: SiteTime, at: int) -> str:
    return f"{time.local(at):%H:%M}"


def _roster(time: SiteTime, board: Board) -> tuple[Turn, ...]:
    """The week, on as many pictures as it takes; a day begins a new one rather than be torn."""
    days: dict[str, list[Row]] = {}
    for line in board.week:
        local = time.local(line.start_at)
        iso = local.date().isoformat()
        day = days.setdefault(iso, [])
        day.append(
            Row(
                0 if day else local.isoweekday(), iso, _clock(time, line.start_at),
                _clock(time, line.end_at), line.title, line.names, line.end_at <= board.moment,
                line.start_at <= board.moment < line.end_at,
            )
        )  # fmt: skip
    pages: list[tuple[Row, ...]] = []
    for rows in days.values():
        for start in range(0, len(rows), ROWS):
            part = tuple(rows[start : start + ROWS])
            if pages and len(pages[-1]) + len(part) <= ROWS:
                pages[-1] = (*pages[-1], *part)
            else:
                pages.append(part)
    current = [page for page in pages if not all(row.past for row in page)] or pages
    return tuple(
        Turn(What.ROSTER, f"roster {nth}", rows=page, part=nth + 1, parts=len(current), ahead=board.ahead) for nth, page in enumerate(current)
    )  # fmt: skip


def _sitting(time: SiteTime, line: Line, moment: int) -> Sitting:
    state = 2 if moment >= line.end_at else 1 if moment >= line.start_at else 0
    return Sitting(_clock(time, line.start_at), _clock(time, line.end_at), line.place, line.names, state)


def _receptions(board: Board, sittings: tuple[Sitting, ...]) -> tuple[Turn, ...]:
    return tuple(
        Turn(What.SITTING, f"sitting {line.key}", sitting=one)
        for line, one in zip(board.sittings, sittings, strict=True)
        if one.state < 2
    )


def _notices(items: tuple[Item, ...]) -> tuple[Turn, ...]:
    return tuple(turn for one in items for turn in notice(one.id, one.title, one.text, one.kind is Kind.OFFICIAL))


def notice(key: str, title: str, text: str, official: bool) -> tuple[Turn, ...]:
    """A notice on as many pictures as it takes to stay readable from four metres."""
    parts = paged(text)
    return tuple(
        Turn(What.NOTICE, f"{key} {nth}", title, part, official, part=nth + 1, parts=len(parts))
        for nth, part in enumerate(parts)
    )


def paged(text: str) -> list[str]:
    """Lines of a text in portions that fit one picture in the smallest letters; long lines are cut where a picture ends."""
    pages: list[list[str]] = [[]]
    left = LINES
    for line in text.split("\n"):
        for piece in _pieces(line):
            needed = max(1, ceil(_wide(piece) / WIDE))
            if needed > left and pages[-1]:
                pages.append([])
                left = LINES
            pages[-1].append(piece)
            left -= needed
    return ["\n".join(page).strip("\n") for page in pages]


def _pieces(line: str) -> list[str]:
    """A line, cut at a mark or a blank where it would fill more than a picture."""
    found = []
    while _wide(line) > WIDE * LINES:
        cut = next(nth for nth in range(len(line)) if _wide(line[: nth + 1]) > WIDE * LINES)
        mark = max(line.rfind(sign, 0, cut) for sign in "。！？；，. ;,") + 1
        cut = mark if mark > cut // 2 else cut
        found.append(line[:cut])
        line = line[cut:].lstrip()
    return [*found, line]


def _wide(text: str) -> float:
    """In Chinese signs; Latin letters take a little more than half of one."""
    return sum(0.56 if sign.isascii() else 1.0 for sign in text)


def _numbers(numbers: tuple[Number, ...]) -> tuple[Turn, ...]:
    return (Turn(What.NUMBERS, "numbers", numbers=numbers),) if numbers else ()


def _duty(time: SiteTime, board: Board) -> OnDuty:
    """By the roster; where it says nothing of now, whoever is signed on at the desk."""
    now = [line for line in board.now if line.names]
    later = [line for line in board.week if line.start_at > board.moment and line.names]
    coming = OnDuty()
    if later and time.day(later[0].start_at) == time.day(board.moment):
        coming = OnDuty(next_at=_clock(time, later[0].start_at), next_names=later[0].names)
    if now:
        names = tuple(dict.fromkeys(one for line in now for one in line.names))
        until = _clock(time, min(line.end_at for line in now))
        return replace(coming, names=names, until=until, roster=True)
    signed_on = tuple(one for line in board.officer for one in line.names)
    return replace(coming, names=signed_on)
