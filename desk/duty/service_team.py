"""Verbs on the team: take somebody in, change what is known of them, let them go; pairs; when they can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_team
from desk.duty.rules import NAME_MAX, TEXT_MAX, Capacity, PairKind, days_of, month_checked
from desk.duty.rules_availability import Line, checked
from desk.duty.service_assignments import rebuild_members
from desk.duty.tables import Availability, DutyMember, Pair
from desk.operators.pins import hash_pin
from desk.operators.rules import chip_labels
from desk.store.unit import Unit

EDIT = "duty.edit"
SKILLS_MAX = 20
LINES_MAX = 400  # of one member
MANY_MAX = 300  # members at once
_M, _A, _P = DutyMember.__table__.c, Availability.__table__.c, Pair.__table__.c


@dataclass(frozen=True)
class About:
    """What is typed in about a member; meanings as in tables.DutyMember."""

    name: str
    capacity: str = Capacity.VOLUNTEER
    phone: str = ""
    body_name: str = ""
    skills: tuple[str, ...] = ()
    operator_id: str = ""
    person_id: str = ""
    show_name: bool = False
    minor: bool = False
    guardian: str = ""
    guardian_at: int | None = None
    insured_until: int | None = None
    trained_at: int | None = None
    volunteer_no: str = ""
    id_kind: str = ""
    id_no: str = ""
    most_a_month: int = 0
    note: str = ""


def add_member(u: Unit, about: About, same_name: bool = False, joined_at: int | None = None) -> str:
    """Take somebody into the team (joined_at: UTC ms, None for now); returns their id. Right duty.edit.

    Refused: duty.name_empty, duty.capacity_unknown, duty.phone_wrong, duty.wish_wrong, duty.guardian_ahead,
    duty.name_known (unless same_name: another person of that name), duty.operator_taken.
    """
    u.actor.require(EDIT)
    values = _values(u, about)
    if not same_name and reads_team.namesakes(u, values["name"]):
        raise Refused("duty.name_known")
    eid = u.add(DutyMember, **values, label=_label(u, values["name"]), joined_at=joined_at or u.now)
    u.audit("duty.member_added", "duty_member", eid, capacity=values["capacity"], minor=values["minor"])
    u.changed("duty")
    return eid


def add_many(u: Unit, names: Sequence[str], capacity: str) -> list[str]:
    """Take in everybody of a list who is not of the team yet; returns their ids. Refused: duty.list_long(most), as above."""
    if len(names) > MANY_MAX:
        raise Refused("duty.list_long", most=MANY_MAX)
    clean = dict.fromkeys(filter(None, (clean_line(name, NAME_MAX) for name in names)))
    return [add_member(u, About(name, capacity)) for name in clean if not reads_team.namesakes(u, name)]


def edit_member(u: Unit, member_id: str, about: About) -> None:
    """Write what is known of a member anew; which resident they are stays, where nothing is said of it. Right duty.edit.

    Refused: as add_member, store.gone.
    """
    u.actor.require(EDIT)
    values = _values(u, about, member_id)
    if not about.person_id:
        values.pop("person_id")
    now = reads_team.member(u, member_id)
    if now is not None and now.name != values["name"]:
        values["label"] = _label(u, values["name"], member_id)
    u.set(DutyMember, member_id, **values)
    if now is not None and now.capacity != values["capacity"]:
        rebuild_members(u, [member_id])
    u.audit("duty.member_edited", "duty_member", member_id, capacity=values["capacity"], minor=values["minor"])
    u.changed("duty")


def link_person(u: Unit, person_id: str, member_id: str) -> None:
    """This resident is that member of the team, and no other; "" for none. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    before = reads_team.member_of_person(u, person_id)
    if before is not None and before.id != member_id:
        u.set(DutyMember, before.id, person_id=None)
    if member_id:
        u.set(DutyMember, member_id, person_id=person_id)
    u.audit("duty.member_linked", "duty_member", member_id or (before.id if before else ""), linked=bool(member_id))
    u.changed("duty")


def open_member(u: Unit, member_id: str) -> reads_team.Member:
    """A member's whole card, name and phone in full; it stands in the trail. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    found = reads_team.member(u, member_id)
    if found is None:
        raise Refused("store.gone", kind="duty_member")
    u.audit("duty.member_opened", "duty_member", member_id)
    return found


def set_pin(u: Unit, member_id: str, pin: str) -> None:
    """A PIN to clock on by, "" takes it away. Right duty.edit. Refused: pin.*, store.gone. Takes about 30 ms."""
    u.actor.require(EDIT)
    u.set(DutyMember, member_id, pin_hash=hash_pin(u, pin) if pin else None)
    u.audit("duty.member_pin", "duty_member", member_id, taken_away=not pin)
    u.changed("duty")


def note_card_photo(u: Unit, member_id: str) -> None:
    """Whose card it is agreed to a photo on it, asked by itself; the photo is kept nowhere. Right duty.edit."""
    u.actor.require(EDIT)
    u.audit("duty.card_photo", "member", member_id)


def let_go(u: Unit, member_id: str) -> None:
    """They leave the team; what they served stays. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.set(DutyMember, member_id, left_at=u.now)
    u.audit("duty.member_left", "duty_member", member_id)
    u.changed("duty")


def take_back(u: Unit, member_id: str) -> None:
    """They are of the team again. Right duty.edit. Refused: store.gone (also when their name was erased meanwhile)."""
    u.actor.require(EDIT)
    found = reads_team.member(u, member_id)
    if found is not None and not found.name:
        raise Refused("store.gone", kind="duty_member")
    u.set(DutyMember, member_id, left_at=None)
    u.audit("duty.member_back", "duty_member", member_id)
    u.changed("duty")


def pair(u: Unit, one_id: str, other_id: str, kind: str) -> str:
    """Two serve together, or must not; returns the pair's id. Right duty.edit. Refused: duty.pair_wrong."""
    u.actor.require(EDIT)
    if one_id == other_id or kind not in list(PairKind):
        raise Refused("duty.pair_wrong")
    one, other = sorted((one_id, other_id))
    found = next((p for p in reads_team.pairs(u) if {p.one_id, p.other_id} == {one, other}), None)
    if found is None:
        eid = u.add(Pair, one_id=one, other_id=other, kind=kind)
    else:
        eid = found.id
        u.set(Pair, eid, kind=kind)
    u.audit("duty.pair", "duty_pair", eid, kind=kind)
    u.changed("duty")
    return eid


def unpair(u: Unit, pair_id: str) -> None:
    """Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.drop(Pair, pair_id)
    u.audit("duty.unpaired", "duty_pair", pair_id)
    u.changed("duty")


def say(u: Unit, line: Line) -> str:
    """One line of availability; returns its id. Right duty.edit. Refused: as rules_availability.checked, duty.lines_many."""
    u.actor.require(EDIT)
    clean = checked(line)
    if len(reads_team.lines(u, [clean.member_id]).get(clean.member_id, ())) >= LINES_MAX:
        raise Refused("duty.lines_many", most=LINES_MAX)
    eid = _add_line(u, clean)
    u.changed("duty")
    return eid


def unsay(u: Unit, line_id: str) -> None:
    """Take back a line. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.drop(Availability, line_id)
    u.changed("duty")


def say_month(u: Unit, month: str, said: Mapping[str, Sequence[Line]], source: str) -> dict[str, list[Line]]:
    """What a list or sheet says of a month, instead of what the same source said of it before; members not named keep theirs.

    Returns what stood there before, to be given back as it is: `say_month` with it undoes. Right duty.edit.
    Refused: as `say`.
    """
    u.actor.require(EDIT)
    days = days_of(month_checked(month))
    whole = reads_team.lines(u, said)
    before: dict[str, list[Line]] = {}
    for member_id, lines in said.items():
        old = [one for one in whole.get(member_id, ()) if one.source == source and one.from_day >= days[0]]
        old = [one for one in old if one.until_day and one.until_day <= days[-1]]
        before[member_id] = old
        for one in old:
            u.drop(Availability, one.id)
        if len(whole.get(member_id, ())) - len(old) + len(lines) > LINES_MAX:
            raise Refused("duty.lines_many", most=LINES_MAX)
        for line in lines:
            clean = checked(Line(**{**vars(line), "member_id": member_id, "source": source}))
            _add_line(u, clean)
    u.audit("duty.availability", month=month, members=len(said), source=source)
    u.changed("duty")
    return before


def _add_line(u: Unit, line: Line) -> str:
    values = {name: value for name, value in vars(line).items() if name != "id"}
    return u.add(Availability, **values)


def _values(u: Unit, about: About, member_id: str = "") -> dict[str, Any]:
    name = clean_line(about.name, NAME_MAX)
    if not name:
        raise Refused("duty.name_empty")
    if about.capacity not in list(Capacity):
        raise Refused("duty.capacity_unknown")
    phone = clean_line(about.phone, 40).replace(" ", "").replace("-", "")
    if phone and not (phone.lstrip("+").isdigit() and 5 <= len(phone) <= 20):
        raise Refused("duty.phone_wrong")
    if not 0 <= about.most_a_month <= 99:
        raise Refused("duty.wish_wrong")
    if about.guardian_at is not None and about.guardian_at > u.now + DAY_MS:
        raise Refused("duty.guardian_ahead")
    _check_operator(u, about.operator_id, member_id)
    skills = list(dict.fromkeys(filter(None, (clean_line(one, NAME_MAX) for one in about.skills))))[:SKILLS_MAX]
    return {
        "name": name, "phone": phone, "capacity": str(about.capacity), "skills": skills,
        "body_name": clean_line(about.body_name, TEXT_MAX), "operator_id": about.operator_id or None,
        "person_id": about.person_id or None, "show_name": about.show_name, "minor": about.minor,
        "guardian": clean_line(about.guardian, NAME_MAX) if about.minor else "",
        "guardian_at": about.guardian_at if about.minor else None, "insured_until": about.insured_until,
        "trained_at": about.trained_at, "volunteer_no": clean_line(about.volunteer_no, NAME_MAX),
        "id_kind": clean_line(about.id_kind, NAME_MAX), "id_no": clean_line(about.id_no, NAME_MAX),
        "most_a_month": about.most_a_month, "note": clean_line(about.note, TEXT_MAX),
    }  # fmt: skip


def _check_operator(u: Unit, operator_id: str, member_id: str) -> None:
    """One sign-on is one member."""
    found = reads_team.member_of_operator(u, operator_id)
    if found is not None and found.id != member_id:
        raise Refused("duty.operator_taken")


def _label(u: Unit, name: str, but: str = "") -> str:
    """The plainest word for them nobody else of the team has."""
    rows = u.conn.execute(select(_M.id, _M.label).where(_M.deleted_at.is_(None)))
    taken = {row.label for row in rows if row.id != but}
    words = chip_labels(name)
    plain = words[0]
    more = (f"{plain}{n}" for n in range(10, 10 + MANY_MAX))
    return next((word for word in (*words, *more) if word not in taken), words[-1])
