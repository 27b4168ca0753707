"""What the page of the public screen asks, and how it reads what was typed. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui import moments
from ui.pages.screen.model import Draft, Place, Where

if TYPE_CHECKING:
    from desk.screen.rules import Item, Wanted


def ask(r: Any) -> dict[str, Any]:
    """Everything the list and the panels show."""
    from desk.screen import reads
    from desk.screen.rules import state_of
    from ui.public_screen.usual import usual

    items, late = reads.items(r), reads.moment(r)
    emergency = reads.board(r).emergency
    return {
        "items": items, "late": late, "states": {item.id: state_of(item, late).value for item in items},
        "emergency": emergency.title if emergency is not None else "",
        "sentences": tuple((one.title, one.text) for one in reads.prepared(r, usual())),
        "numbers": tuple((one.name, one.phone) for one in reads.numbers(r)), "rules": reads.rules(r),
    }  # fmt: skip


def wanted(u: Any, draft: Draft, spans: tuple[int, int]) -> Wanted:
    """What is asked of the desk; spans: from when to when (UTC ms)."""
    from desk.screen.rules import Kind, Wanted

    gates = (u.gate_id,) if draft.here_only else ()
    return Wanted(Kind(draft.kind), draft.title, draft.text, *spans, gates, draft.approver)


def span_of(time: Any, item: Item, late: int) -> str:
    """`10:00 – 11-25 20:00`."""
    end = item.retracted_at or item.until_at
    return f"{moments.told(time, item.from_at, late)} – {moments.told(time, end, late)}"


def key_of(monitor: Any) -> str:
    """By which the page tells monitors apart."""
    return f"{monitor.name}|{monitor.serial}|{monitor.model}"


def where_of(screen: Any) -> Where:
    """Where the running public screen (or None) stands."""
    if screen is None:
        return Where()
    keeper, chosen = screen.keeper, screen.keeper.chosen
    places = tuple(Place(key_of(one), one.name, one.model, f"{one.width} × {one.height}") for one in keeper.monitors())
    at = keeper.at
    mine = next((one for one in keeper.monitors() if at is not None and one == at), None)
    return Where(
        chosen.on, at.name if at is not None else "", keeper.missing(), key_of(mine) if mine is not None else "",
        chosen.scheme, places,
    )  # fmt: skip
