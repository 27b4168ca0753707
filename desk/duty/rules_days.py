"""Which shifts a month has: what the templates say, week by week, and the days that are unlike their weekday."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.core.ids import derived_id
from desk.core.text import clean_line
from desk.duty.rules import (
    DAY_MIN,
    NAME_MAX,
    PEOPLE_MAX,
    TEXT_MAX,
    Capacity,
    DayKind,
    Need,
    Span,
    day_after,
    day_checked,
    day_start,
    days_of,
    span_of,
    weekday_of,
)

DAYS_MAX = 62  # of holidays in a row


@dataclass(frozen=True)
class Template:
    """A shift as it comes every week; fields as in tables.ShiftTemplate, needs_mix: its mix. id "" while it is new."""

    name: str
    start_min: int
    end_min: int
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    id: str = ""
    post: str = ""
    place: str = ""
    least: int = 1
    most: int = 1
    needs_mix: tuple[Need, ...] = ()
    needs: tuple[str, ...] = ()  # skills
    capacities: tuple[str, ...] = ()
    minors: bool = False
    heavy: bool = False
    sitting: bool = False
    content: str = ""
    from_day: str = ""
    until_day: str = ""
    sort: int = 0
    gate_id: str = ""


@dataclass(frozen=True)
class DayRule:
    """One day unlike its weekday: kind as DayKind; template_id "" means every template; least: head count of an extra."""

    day: str
    kind: str
    template_id: str = ""
    name: str = ""
    least: int | None = None
    id: str = ""


@dataclass(frozen=True)
class Due:
    """A shift that a month should have."""

    id: str
    template: Template
    day: str
    span: Span
    least: int


@dataclass(frozen=True)
class Days:
    """The rules of a month's days, ready to be asked."""

    rules: tuple[DayRule, ...]
    _by_day: dict[str, list[DayRule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in self.rules:
            self._by_day.setdefault(rule.day, []).append(rule)

    def holiday(self, day: str) -> str | None:
        """The name of a holiday ("" when it has none), None on another day."""
        return next((rule.name for rule in self._by_day.get(day, ()) if rule.kind == DayKind.HOLIDAY), None)

    def runs(self, template: Template, day: str) -> bool:
        """Is this shift worked that day? An extra beats everything, then what is closed, then the weekday."""
        said = [rule for rule in self._by_day.get(day, ()) if rule.template_id in ("", template.id)]
        kinds = {rule.kind for rule in said}
        if any(rule.kind == DayKind.EXTRA and rule.template_id == template.id for rule in said):
            return True
        if DayKind.CLOSED in kinds or DayKind.HOLIDAY in kinds or not _in_force(template, day):
            return False
        return weekday_of(day) in template.weekdays

    def least(self, template: Template, day: str) -> int:
        """How many are needed that day."""
        said = (r.least for r in self._by_day.get(day, ()) if r.template_id == template.id and r.least is not None)
        return next(said, template.least)


def due_shifts(time: SiteTime, month: str, templates: Sequence[Template], days: Days) -> list[Due]:
    """The shifts of a month in the order they are worked, each under the id every desk gives it."""
    found = []
    for day in days_of(month):
        for template in templates:
            if days.runs(template, day):
                span = span_of(time, day, template.start_min, template.end_min)
                least = days.least(template, day)
                found.append(Due(shift_id(time, template.id, day), template, day, span, least))
    return sorted(found, key=lambda due: (due.span.start_at, due.template.sort, due.id))


def shift_id(time: SiteTime, template_id: str, day: str) -> str:
    """The id of a template's shift on a day: it follows from both, whatever hours the template has by then."""
    return derived_id(day_start(time, day), "shift", template_id, day)


def checked(template: Template) -> Template:
    """The template as it may be stored.

    Refused: duty.template_name, duty.template_weekdays, duty.template_hours, duty.template_people(least, most),
    duty.template_mix(need, most), duty.day_wrong, duty.template_dates.
    """
    name = clean_line(template.name, NAME_MAX)
    if not name:
        raise Refused("duty.template_name")
    weekdays = tuple(sorted({day for day in template.weekdays if 1 <= day <= 7}))
    if not weekdays:
        raise Refused("duty.template_weekdays")
    if not (0 <= template.start_min < DAY_MIN and 0 <= template.end_min <= DAY_MIN):
        raise Refused("duty.template_hours")
    if not 1 <= template.least <= template.most <= PEOPLE_MAX:
        raise Refused("duty.template_people", least=template.least, most=template.most)
    _check_mix(template)
    for day in filter(None, (template.from_day, template.until_day)):
        day_checked(day)
    if template.from_day and template.until_day and template.until_day < template.from_day:
        raise Refused("duty.template_dates")
    texts = {part: clean_line(getattr(template, part), TEXT_MAX) for part in ("post", "place", "content")}
    skills = tuple(dict.fromkeys(filter(None, (clean_line(one, NAME_MAX) for one in template.needs))))
    return Template(**{**vars(template), **texts, "name": name, "weekdays": weekdays, "needs": skills})


def holidays(first: str, last: str, name: str) -> list[DayRule]:
    """One rule a day from the first to the last. Refused: as in_a_row."""
    return in_a_row(first, last, DayRule(first, DayKind.HOLIDAY, name=clean_line(name, NAME_MAX)))


def in_a_row(first: str, last: str, rule: DayRule) -> list[DayRule]:
    """The rule for each day from the first to the last. Refused("duty.day_wrong"), Refused("duty.days_many", most=...)."""
    start, end = day_checked(first), day_checked(last)
    if end < start:
        raise Refused("duty.day_wrong")
    found = []
    while start <= end:
        found.append(replace(rule, day=start))
        if len(found) > DAYS_MAX:
            raise Refused("duty.days_many", most=DAYS_MAX)
        start = day_after(start)
    return found


def weekly(templates: Iterable[Template]) -> dict[int, list[Template]]:
    """Which templates run on which weekday, for the picture of a week."""
    whole = list(templates)
    return {day: [one for one in whole if day in one.weekdays] for day in range(1, 8)}


def _check_mix(template: Template) -> None:
    known = set(Capacity)
    for need in template.needs_mix:
        if not need.of or not set(need.of) <= known or not 1 <= need.least <= template.most:
            raise Refused("duty.template_mix", need=need.least, most=template.most)
        if template.capacities and not set(need.of) & set(template.capacities):
            raise Refused("duty.template_mix_shut")


def _in_force(template: Template, day: str) -> bool:
    return (not template.from_day or template.from_day <= day) and (not template.until_day or day <= template.until_day)
