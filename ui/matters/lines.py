"""A matter as lists show it, for the page of a matter, the reception page and Today. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.core.clock import SiteTime
from ui import moments

if TYPE_CHECKING:
    from desk.hearings.service_bodies import Body
    from desk.hearings.views import MatterRow


END_OF_DAY = (23, 59)


@dataclass(frozen=True)
class BodyLine:
    """A body that answers for matters. name: the site's own, "" for the usual word; phones: (who, number);
    categories: what it is asked first about."""

    code: str
    name: str = ""
    level: int = 0
    phones: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A matter in a list, without who said it. left: minutes to the first reply, None when no clock runs; stage and resolve: words of
    desk.hearings.rules_clocks.Stage."""

    id: str
    number: str
    kind: str
    category: str
    state: str
    text: str
    place: str
    at: str
    owner: str = ""
    owner_name: str = ""
    due: str = ""
    left: int | None = None
    stage: str = "none"
    resolve: str = "none"
    level: int = 0
    hidden: bool = False
    accepted: bool = False
    supporters: int = 0
    uncertain: bool = False
    told: str = ""
    ended: bool = False
    answer: str = ""


def body_line(body: Body) -> BodyLine:
    phones = tuple((one.who, one.phone) for one in body.phones)
    return BodyLine(body.code, body.name, body.level, phones, body.categories)


def due_words(time: SiteTime, at: int | None, now: int) -> str:
    """A day that was promised: `11-22`; with the hour when it is not simply the end of the day."""
    if at is None:
        return ""
    local = time.local(at)
    if (local.hour, local.minute) != END_OF_DAY:
        return moments.told(time, at, now)
    near = moments.told(time, at, now)
    return near.rsplit(" ", 1)[0] if " " in near else moments.month_day(local)


def line_of(row: MatterRow, bodies: Sequence[BodyLine], time: SiteTime, now: int) -> Line:
    """A matter in a list."""
    body = next((one for one in bodies if one.code == row.owner), BodyLine(row.owner))
    return Line(
        row.id, row.short_no, row.kind.value, row.category.value, row.state.value, row.text, row.place,
        moments.told(time, row.at, now), row.owner, body.name, due_words(time, row.due_at, now), row.first_left,
        row.first.value, row.resolve.value, row.level, row.hidden, row.accepted, row.supporters, row.clock_uncertain,
        moments.told(time, row.told_at, now), not row.open, row.answer,
    )  # fmt: skip
