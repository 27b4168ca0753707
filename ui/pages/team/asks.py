"""What the team page asks the desk, turned into what it draws. Runs on the lanes; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.team.model import DayRow, HeardRow, LineRow, MemberForm, MemberRow, PairRow, TemplateRow

if TYPE_CHECKING:
    from desk.core.clock import SiteTime
    from desk.duty.reads_team import Member
    from desk.duty.rules_availability import Line
    from desk.duty.rules_chat import Row
    from desk.duty.rules_days import Template


def overview(r: Any, month: str) -> dict[str, Any]:
    """The team, its shifts and its days as fields of TeamModel."""
    from desk.duty import reads_shifts, reads_team
    from desk.operators.reads import sign_on_list

    said = reads_team.lines(r)
    count = Counter(one.member_id for one in reads_shifts.cells(r, month))
    whole = [one for one in reads_team.members(r, left=True) if one.name]  # others were erased after they left
    rows = tuple(_row(one, len(said.get(one.id, ())), count[one.id], r.now) for one in whole)
    return {
        "members": rows, "ready": True,
        "operators": tuple((chip.operator_id, chip.label) for chip in sign_on_list(r)),
        "templates": tuple(template_row(one) for one in reads_team.templates(r)),
        "days": days(r),
    }  # fmt: skip


def days(r: Any) -> tuple[DayRow, ...]:
    """Days unlike their weekday that are not long past."""
    from desk.duty import reads_team

    names = {one.id: one.name for one in reads_team.templates(r)}
    since = reads_team.site_time(r).day(r.now).isoformat()[:8] + "01"
    return tuple(
        DayRow(one.id, one.day, one.kind, one.name, names.get(one.template_id, ""), one.least or 0)
        for one in reads_team.day_rules(r, since)
    )


def form(one: Member, time: SiteTime) -> MemberForm:
    """A member as the form shows them."""

    def day(at: int | None) -> str:
        return time.day(at).isoformat() if at else ""

    return MemberForm(
        one.id, one.name, one.capacity, one.phone, one.body_name, " ".join(one.skills), one.operator_id, one.show_name,
        one.minor, one.guardian, day(one.guardian_at), one.most_a_month,
        one.note, one.left_at is not None, one.has_pin, day(one.insured_until), day(one.trained_at),
    )  # fmt: skip


def times(r: Any, member_id: str) -> dict[str, Any]:
    """When a member can, and with whom."""
    from desk.duty import reads_team

    names = reads_team.labels(r)
    pairs = [
        PairRow(one.id, names.get(one.other_id if one.one_id == member_id else one.one_id, "?"), one.kind)
        for one in reads_team.pairs(r)
        if member_id in (one.one_id, one.other_id)
    ]
    said = reads_team.lines(r, [member_id]).get(member_id, [])
    return {"times": tuple(line_row(one) for one in said), "pairs": tuple(pairs)}


def heard(r: Any, text: str, month: str, settled: Iterable[tuple[int, str]]) -> dict[str, Any]:
    """A pasted list as it was understood."""
    from desk.duty import reads_team

    team = reads_team.members(r)
    labels = {one.id: one.label for one in team}
    found, heading = read(text, month, team, settled)
    rows = tuple(
        HeardRow(
            row.nth, row.text, row.name, row.members, tuple(labels.get(one, "?") for one in row.members),
            tuple(line_row(one) for one in row.lines),
            tuple((f"duty.doubt.{doubt.value}", words) for doubt, words in row.doubts.items()), row.ready,
        )
        for row in found
    )  # fmt: skip
    return {"heard": rows, "heading": heading, "pasted": text}


def read(
    text: str, month: str, team: Iterable[Member], settled: Iterable[tuple[int, str]]
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a list, those settled by somebody among them."""
    from desk.duty import rules_chat

    names: dict[str, list[str]] = {}
    for one in team:
        for name in {one.name, one.label}:
            names.setdefault(name, []).append(one.id)
    whole, known = rules_chat.read(text, month, names), dict(settled)
    rows = (rules_chat.settle(row, known[row.nth]) if row.nth in known else row for row in whole.rows)
    return tuple(rows), whole.heading


def template_row(one: Template) -> TemplateRow:
    from desk.duty.rules import ONE_OR_THREE_NEED

    plain = ONE_OR_THREE_NEED in one.needs_mix
    return TemplateRow(
        one.id, one.name, one.place, one.weekdays, one.start_min, one.end_min, one.least, one.most, plain,
        tuple(map(str, one.capacities)), " ".join(one.needs), one.minors, one.heavy, one.sitting,
        len(one.needs_mix) > plain,
    )  # fmt: skip


def line_row(one: Line) -> LineRow:
    return LineRow(one.id, one.says, one.weekday, one.from_day, one.until_day, one.start_min, one.end_min, one.source)


def template_of(row: TemplateRow, known: Template | None) -> Template:
    """What was typed, over what the template had."""
    from desk.duty.rules import ONE_OR_THREE_NEED
    from desk.duty.rules_days import Template

    base = known or Template(row.name, row.start_min, row.end_min, sort=row.start_min)
    others = tuple(need for need in base.needs_mix if need != ONE_OR_THREE_NEED)
    mix = (ONE_OR_THREE_NEED, *others) if row.one_or_three else others
    return replace(
        base, id=row.id, name=row.name, place=row.place, weekdays=row.weekdays, start_min=row.start_min,
        end_min=row.end_min, least=row.least, most=row.most, needs_mix=mix, capacities=row.capacities,
        needs=tuple(row.skills.split()), minors=row.minors, heavy=row.heavy, sitting=row.sitting,
        content=base.content or row.name,
    )  # fmt: skip


def _row(one: Member, lines: int, count: int, now: int) -> MemberRow:
    notes = []
    if one.minor:
        notes.append("minor" if one.guardian_at is not None else "no_consent")
    if one.insured_until is not None and one.insured_until < now:
        notes.append("uninsured")
    if one.most_a_month and count > one.most_a_month:
        notes.append("over_wish")
    return MemberRow(one.id, one.label, one.capacity, one.skills, lines, count, tuple(notes), one.left_at is not None)
