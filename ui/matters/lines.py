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


@dataclass(frozen=True)
class BodyLine:
    """A body that answers for matters. name: the site's own, "" for the usual word; phones: (who, number)."""

    code: str
    name: str = ""
    level: int = 0
    phones: tuple[tuple[str, str], ...] = ()


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


def body_line(body: Body) -> BodyLine:
    return BodyLine(body.code, body.name, body.level, tuple((one.who, one.phone) for one in body.phones))


def line_of(row: MatterRow, bodies: Sequence[BodyLine], time: SiteTime, now: int) -> Line:
    """A matter in a list."""
    body = next((one for one in bodies if one.code == row.owner), BodyLine(row.owner))
    return Line(
        row.id, row.short_no, row.kind.value, row.category.value, row.state.value, row.text, row.place,
        moments.told(time, row.at, now), row.owner, body.name, moments.told(time, row.due_at, now), row.first_left,
        row.first.value, row.resolve.value, row.level, row.hidden, row.accepted, row.supporters, row.clock_uncertain,
        moments.told(time, row.told_at, now), not row.open,
    )  # fmt: skip
