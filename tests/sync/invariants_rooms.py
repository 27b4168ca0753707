"""What must hold of the real rooms when everything is mended. Each raises AssertionError with the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, select

from desk.alarms import reads as alarms
from desk.core.clock import DAY_MS, SiteTime
from desk.devices import reads as devices
from desk.duty import reads_certificates, reads_changes, reads_handover, reads_hours, reads_roster, reads_shifts
from desk.duty.service_assignments import rebuild_months
from desk.duty.tables import Assignment
from desk.faces import reads_deeds as faces_deeds
from desk.faces import reads_lane as faces_lane
from desk.hearings import reads as hearings
from desk.hearings.rules_matter import Event
from desk.hearings.service_events import rebuild_many
from desk.hearings.tables import Matter, MatterEvent, Sitting
from desk.hub.tables import ENTITY
from desk.lending import reads as lending
from desk.lending.service_facts import rebuild as rebuild_things
from desk.lending.tables import AssetClaim, AssetNow, Loan, LoanEvent
from desk.screen import reads as screen
from desk.screen.tables import ScreenItem
from desk.showing import feed
from desk.store.unit import Reading, Unit
from desk.store.wire_rows import merge_of, wire_columns
from desk.wire.kinds_list import KINDS
from desk.wire.ops import parse
from desk.wire.sharing import Merge, Sharing
from tests.sync.invariants import hub_lines
from tests.sync.rooms import RoomSim, by_itself, real_tables

if TYPE_CHECKING:
    from tests.sync.desks import Sim
    from tests.sync.world import World

Rows = Mapping[str, Mapping[str, Any]]
PROJECTIONS: Mapping[str, Any] = {"assignment": Assignment, "matter": Matter, "loan": Loan, "asset_now": AssetNow}


def check_rooms(world: World) -> None:
    same_rows_everywhere(world)
    hub_has_the_same_facts(world)
    same_projections_everywhere(world)
    kept_is_what_is_made_from_scratch(world)
    nothing_is_left_to_do(world)
    every_screen_says_the_same(world)
    one_month_stands(world)
    raised_once(world)
    one_sitting_a_shift(world)
    what_was_taken_down_stays_down(world)


def differences(mine: Any, other: Any, where: str = "") -> str:
    """The first few places where two say otherwise."""
    if is_dataclass(mine) and type(mine) is type(other):
        mine, other = vars(mine), vars(other)
    if isinstance(mine, list | tuple) and isinstance(other, list | tuple) and len(mine) == len(other):
        mine, other = dict(enumerate(mine)), dict(enumerate(other))
    if not isinstance(mine, Mapping) or not isinstance(other, Mapping):
        return f"{where}:\n  {mine}\n  {other}"
    names = [name for name in {**mine, **other} if mine.get(name) != other.get(name)]
    return "\n".join(differences(mine.get(name), other.get(name), f"{where} {name}") for name in names[:3])


def same_everywhere(world: World, say: Callable[[Sim], Mapping[str, Any]], what: str) -> None:
    first = say(world.desks[0])
    for desk in world.desks[1:]:
        other = say(desk)
        assert other == first, f"{what}: {world.desks[0].name}, {desk.name}\n{differences(first, other)}"


# --- rows -----------------------------------------------------------------------------------------------------------


def rows_of(desk: Sim, kind: str, table: Any) -> Rows:
    """Rows that travel, as they would be sent, opened; of records with their stamps."""
    wire, record = sorted(wire_columns(table)), merge_of(table) is Merge.RECORD
    found: dict[str, Mapping[str, Any]] = {}
    with desk.store.reading() as r:
        for row in r.conn.execute(select(table.__table__)).mappings():
            more = {"versions": row["versions"], "gone": row["deleted_at"] is not None} if record else {}
            found[row["id"]] = {**{name: row[name] for name in wire}, **more}
    return found


def same_rows_everywhere(world: World) -> None:
    for kind, table in real_tables().items():
        same_everywhere(world, lambda desk, k=kind, t=table: rows_of(desk, k, t), f"rows of {kind}")  # type: ignore[misc]


def hub_has_the_same_facts(world: World) -> None:
    """A fact that two desks wrote under one id says one thing: else the hub tells a new desk otherwise."""
    tables = {kind: table for kind, table in real_tables().items() if merge_of(table) is not Merge.RECORD}
    desk = world.desks[0]
    with world.db.reader.connect() as conn:
        rows = conn.execute(select(ENTITY.c.eid, ENTITY.c.kind, ENTITY.c.fields)).all()
    hub = {kind: {bytes(r.eid).hex(): msgspec.json.decode(r.fields) for r in rows if r.kind == kind} for kind in tables}
    for kind, table in tables.items():
        plain = [n for n, cls in next(k for k in KINDS if k.name == kind).fields.items() if cls is not Sharing.SEALED]
        mine = rows_of(desk, kind, table)
        assert mine.keys() == hub[kind].keys(), f"{kind}: {desk.name} {len(mine)}, the hub {len(hub[kind])}"
        for eid, row in mine.items():
            said = {name: value for name, value in hub[kind][eid].items() if name in plain}
            here = {name: row[name] for name in said}
            assert said == here, f"{kind} {eid}\n{differences(here, said)}"


# --- what is worked out of them ----------------------------------------------------------------------------------------


def projected(r: Reading) -> Mapping[str, Any]:
    """The rows of every projection by id, without what is this desk's own."""
    found = {}
    for name, table in PROJECTIONS.items():
        kept = [c.name for c in table.__table__.columns if c.name != "num" and c.info["cls"] is not Sharing.LOCAL]
        rows = r.conn.execute(select(table.__table__)).mappings()
        found |= {f"{name} {row['id']}": {column: row[column] for column in kept} for row in rows}
    return found


def same_projections_everywhere(world: World) -> None:
    def say(desk: Sim) -> Mapping[str, Any]:
        with desk.store.reading() as r:
            return projected(r)

    same_everywhere(world, say, "projections")


class _Back(Exception):
    """Nothing of this unit is kept."""


def tried(desk: Sim, question: Callable[[Unit], None]) -> None:
    """Ask in a unit that leaves no trace."""
    with suppress(_Back), desk.store.unit(RoomSim.lead) as u:
        question(u)
        raise _Back


def kept_is_what_is_made_from_scratch(world: World) -> None:
    def anew(u: Unit) -> None:
        kept = projected(u)
        for table in PROJECTIONS.values():
            u.conn.execute(delete(table))
        rebuild_months(u, reads_shifts.months(u))
        rebuild_many(u, u.conn.execute(select(MatterEvent.matter_id).distinct()).scalars())
        claimed, stepped = select(AssetClaim.item).distinct(), select(LoanEvent.asset_id).distinct()
        rebuild_things(u, [*u.conn.execute(claimed).scalars(), *u.conn.execute(stepped).scalars()])
        made = projected(u)
        assert made == kept, f"{u.device_id} made from scratch:\n{differences(kept, made)}"

    for desk in world.desks:
        tried(desk, anew)


def nothing_is_left_to_do(world: World) -> None:
    """Whoever knows the same does the same by itself: nothing more, once it has come around."""

    def again(u: Unit) -> None:
        by_itself(u)
        assert not u.kinds_written, f"{u.device_id} writes once more: {sorted(u.kinds_written)}"

    for desk in world.desks:
        tried(desk, again)


# --- what a person sees ----------------------------------------------------------------------------------------------


def every_screen_says_the_same(world: World) -> None:
    def say(desk: Sim) -> Mapping[str, Any]:
        with desk.store.reading() as r:
            return screens(r)

    same_everywhere(world, say, "screens")
    for desk in world.desks:
        tried(desk, _fed)


def _fed(u: Unit) -> None:
    feed(u, SiteTime())
    assert not feed(u, SiteTime()), "the screen is fed the same and says it changed"


def screens(r: Reading) -> Mapping[str, Any]:
    lead = RoomSim.lead
    months = reads_shifts.months(r)
    matters = [row.id for row in hearings.recent(r, lead)]
    return {
        **{f"month {month}": _month(r, month) for month in months},
        "swaps": sorted((one.swap.id, one.swap.state, one.reason) for one in reads_changes.inbox(r)),
        "records": reads_hours.records(r),
        "hours": sorted((one.member_id, one.counted, one.waiting) for one in reads_hours.sums(r, reads_hours.records(r))),
        "papers": reads_certificates.certificates(r),
        "handovers": reads_handover.history(r, everywhere=True),
        "waiting": reads_handover.waiting(r),
        "matters": sorted(hearings.recent(r, lead), key=lambda row: row.id),
        "open": sorted(row.id for row in hearings.open_matters(r, lead)),
        "cards": {matter: hearings.card(r, lead, matter) for matter in matters},
        "notices": sorted(screen.items(r), key=lambda one: one.id),
        "things": [lending.card(r, one.id) for one in sorted(lending.assets(r, all_gates=True), key=lambda one: one.id)],
        "lent": lending.open_loans(r),
        "kept": lending.reservations(r),
        "machines": [replace(one, here=True) for one in devices.history(r, most=10_000)],
        "stock": [replace(one, here=True, device="") for one in devices.stock(r)],
        "alarms": [alarms.card(r, one.id) for one in alarms.recent(r, 10_000)],
        "open alarms": alarms.open_alarms(r),
        "wearers": alarms.wearers(r),
        "automations": alarms.automations(r),
        "lanes": faces_lane.lanes_on(r),
        "templates": sorted((place, sorted(held)) for place, held in faces_deeds.held_at(r).items()),
    }  # fmt: skip


def _month(r: Reading, month: str) -> Any:
    view = reads_roster.month(r, month)
    held = reads_shifts.assignments(r, [one.id for one in view.shifts])
    return (
        view.shifts, sorted(map(repr, view.lines)), view.issue, view.proposals, view.changed, sorted(map(repr, held)),
        sorted(map(repr, view.conflicts)), sorted(map(repr, view.gaps)),
    )  # fmt: skip


def one_month_stands(world: World) -> None:
    """Of what was published for a month one stands; each other is what it was built on, a proposal, or settled."""
    for desk in world.desks:
        with desk.store.reading() as r:
            for month in reads_shifts.months(r):
                issues, found = reads_shifts.issues(r, month), reads_shifts.what_stands(r, month)
                assert (found.issue is not None) == bool(issues), f"{desk.name}: of {len(issues)} none stands"
                acts = reads_shifts.acts(r, [one.id for one in issues])
                accepted = {one.based_on for one in issues if "accepted" in acts.get(one.id, ())}
                for one in found.proposals:
                    assert "accepted" not in acts.get(one.id, ()) or one.based_on in accepted


def raised_once(world: World) -> None:
    """However many desks found a matter late, its card tells of each level once, and its level is the highest."""
    for desk in world.desks:
        with desk.store.reading() as r:
            for row in hearings.recent(r, RoomSim.lead):
                card = hearings.card(r, RoomSim.lead, row.id)
                levels = [event.level for event in card.events if event.kind is Event.ESCALATED]
                assert len(levels) == len(set(levels)), f"{desk.name} {row.id} was raised to {levels}"
                assert row.level == max(levels, default=0), f"{desk.name} {row.id} stands at {row.level}: {levels}"
                assert sum(event.kind is Event.DOUBTED for event in card.events) <= 1


def one_sitting_a_shift(world: World) -> None:
    """Wherever residents are to be received there is one sitting, also when hours were changed, or a shift called off
    and worked after all."""
    for desk in world.desks:
        with desk.store.reading() as r:
            shifts = [one for one in reads_shifts.shifts_between(r, r.now, r.now + 7 * DAY_MS) if one.sitting]
            served = {held.shift_id for held in reads_shifts.serving(r, [one.id for one in shifts])}
            alive = select(Sitting.shift_id).where(Sitting.deleted_at.is_(None))
            count = Counter(r.conn.execute(alive).scalars())
        for one in shifts:
            if one.cancelled_at is None and one.id in served:
                assert count[one.id] == 1, f"{desk.name}: {count[one.id]} sittings of one shift"
            elif one.cancelled_at is not None:
                assert count[one.id] <= 1, f"{desk.name}: {count[one.id]} sittings of a shift called off"


def what_was_taken_down_stays_down(world: World) -> None:
    """Nobody puts anything back in these histories: a retraction stands against every change, whenever that came."""
    ops = [parse(bytes(line.body)) for line in hub_lines(world) if line.body]
    down = {op.eid for op in ops if op.kind == "screen_item" and op.f.get("retracted_at")}
    for desk in world.desks:
        with desk.store.reading() as r:
            rows = r.conn.execute(select(ScreenItem.id, ScreenItem.retracted_at)).all()
        shown = {row.id for row in rows if row.retracted_at is None}
        assert not shown & down, f"{desk.name} shows what was taken down"
