"""Who is inside, who overstays, who may be: the open visits judged at this moment."""

from __future__ import annotations

from sqlalchemy import select

from desk.codes.reads import site_time
from desk.core.masking import mask_name
from desk.people import names
from desk.reception.reads_rows import Row, presence_of, stay_of, visit_row_view
from desk.reception.rules import VisitState
from desk.reception.rules_presence import FORGOTTEN_AFTER_MS, Presence, night_flag
from desk.reception.tables import Visit
from desk.reception.views import Hint, VisitRow
from desk.store.unit import Reading

_V = Visit.__table__
TAIL = 4  # digits: as many as a visitor may give instead of the number
CERTAIN = (Presence.INSIDE, Presence.OVERSTAY, Presence.UNREGISTERED)


def open_rows(r: Reading) -> list[Row]:
    """Every visit that is admitted and has no end, oldest first."""
    found = select(_V).where(_V.c.open_state == VisitState.ADMITTED.value)
    return sorted(r.conn.execute(found).mappings(), key=lambda row: int(row["num"]))


def recently_closed(r: Reading) -> list[Row]:
    """Visits the machine closed lately: nobody saw them leave."""
    found = select(_V).where(
        _V.c.auto_closed_at > r.now - FORGOTTEN_AFTER_MS, _V.c.state == VisitState.AUTO_CLOSED.value
    )
    # sorted here: asked to sort, SQLite walks the whole table instead of the small index
    return sorted(r.conn.execute(found).mappings(), key=lambda row: int(row["num"]))


def by_presence(r: Reading) -> dict[Presence, list[Row]]:
    """Open and lately closed visits, sorted by where they stand now."""
    found: dict[Presence, list[Row]] = {kind: [] for kind in Presence}
    for row in (*open_rows(r), *recently_closed(r)):
        found[presence_of(row, r.now)].append(row)
    return found


def on_the_roll(r: Reading) -> tuple[list[Row], list[Row]]:
    """(certain, perhaps): who a roll call asks for. Those past their limit count as certain for 24 h."""
    found = by_presence(r)
    certain = [row for kind in CERTAIN for row in found[kind]]
    return certain, found[Presence.UNCERTAIN]


def inside(r: Reading, kinds: tuple[Presence, ...] = CERTAIN, limit: int = 500) -> tuple[VisitRow, ...]:
    """Visits by presence, the newest first, masked."""
    found = by_presence(r)
    rows = sorted((row for kind in kinds for row in found[kind]), key=lambda row: -int(row["num"]))
    return tuple(visit_row_view(row, r.now) for row in rows[:limit])


def open_of(r: Reading, household_id: str = "", code_id: str = "", recurring_id: str = "") -> tuple[VisitRow, ...]:
    """Who is inside for a household, on a pass (its code id) or on a standing pass: what a scan at the way out is about."""
    wanted = {"household_id": household_id, "code_id": code_id, "recurring_id": recurring_id}
    asked = {name: value for name, value in wanted.items() if value}
    rows = [row for row in open_rows(r) if asked and all(row[name] == value for name, value in asked.items())]
    return tuple(visit_row_view(row, r.now) for row in rows[::-1])


def inside_hints(r: Reading, name: str = "", phone: str = "", plate: str = "") -> tuple[Hint, ...]:
    """Who is inside already under this name, full phone number or plate: came back, or a namesake."""
    key = names.fold(name)
    found = []
    for row in open_rows(r):
        if presence_of(row, r.now) not in CERTAIN:
            continue
        phoned = len(phone) > TAIL and row["phone"] == phone
        why = "plate" if plate and row["plate"] == plate else "phone" if phoned else ""
        if why or (key and names.fold(row["name"]) == key):
            found.append(Hint("inside", row["id"], why or "same", mask_name(row["name"]), bool(why), at=row["in_at"]))
    return tuple(found)


def night_rows(r: Reading, rows: list[Row]) -> list[Row]:
    """Those still here at night without a word that they stay."""
    time = site_time(r)
    return [row for row in rows if night_flag(stay_of(row), r.now, time)]


def people(rows: list[Row]) -> int:
    return sum(int(row["party_size"]) for row in rows)
