"""Verbs on what every month needs: shift templates, holidays, days unlike their weekday."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_team
from desk.duty.rules import NAME_MAX, PEOPLE_MAX, DayKind, mix_of
from desk.duty.rules_days import DayRule, Template, checked, holidays, in_a_row
from desk.duty.service_team import EDIT
from desk.duty.tables import DayException, ShiftTemplate
from desk.store.unit import Unit

TEMPLATES_MAX = 60


def save_template(u: Unit, template: Template) -> str:
    """Add a template (id ""), or write one anew; shifts of an opened month keep what they had. Right duty.edit.

    Returns its id. Refused: as rules_days.checked, duty.templates_many, store.gone.
    """
    u.actor.require(EDIT)
    clean = checked(template)
    values = template_values(u, clean)
    if clean.id:
        u.set(ShiftTemplate, clean.id, **values)
        eid = clean.id
    else:
        if len(reads_team.templates(u)) >= TEMPLATES_MAX:
            raise Refused("duty.templates_many", most=TEMPLATES_MAX)
        eid = u.add(ShiftTemplate, **values)
    u.audit("duty.template", "shift_template", eid, new=not clean.id)
    u.changed("duty")
    return eid


def drop_template(u: Unit, template_id: str) -> None:
    """No new shifts from it; those there are stay. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.drop(ShiftTemplate, template_id)
    u.audit("duty.template_dropped", "shift_template", template_id)
    u.changed("duty")


def add_holidays(u: Unit, first: str, last: str, name: str) -> list[str]:
    """Days without shifts, first to last; returns the ids of the new ones. Right duty.edit. Refused: as rules_days.holidays."""
    u.actor.require(EDIT)
    asked = holidays(first, last or first, name)
    known = {rule.day for rule in reads_team.day_rules(u, first, last or first) if rule.kind == DayKind.HOLIDAY}
    return _put(u, [rule for rule in asked if rule.day not in known])


def set_day(u: Unit, rule: DayRule) -> str:
    """As set_days, for the day of the rule alone."""
    return set_days(u, rule.day, rule.day, rule)[0]


def set_days(u: Unit, first: str, last: str, rule: DayRule) -> list[str]:
    """Days of one template (or of all, template_id ""): closed, or extra with its own head count, instead of what was said
    of it there before. Right duty.edit; returns their ids.

    Refused: duty.day_wrong, duty.days_many(most), duty.day_kind, duty.template_people.
    """
    u.actor.require(EDIT)
    asked = in_a_row(first, last, rule)
    if rule.kind not in list(DayKind) or (rule.kind == DayKind.EXTRA and not rule.template_id):
        raise Refused("duty.day_kind")
    if rule.least is not None and not 1 <= rule.least <= PEOPLE_MAX:
        raise Refused("duty.template_people", least=rule.least, most=PEOPLE_MAX)
    for old in reads_team.day_rules(u, asked[0].day, asked[-1].day):
        if old.template_id == rule.template_id:
            u.drop(DayException, old.id)
    return _put(u, asked)


def drop_day(u: Unit, rule_ids: Sequence[str]) -> None:
    """Those days are as their weekday again. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    for rule_id in rule_ids:
        u.drop(DayException, rule_id)
    u.audit("duty.days_dropped", count=len(rule_ids))
    u.changed("duty")


def template_values(u: Unit, template: Template) -> dict[str, Any]:
    """A template's columns but its id."""
    return {
        "name": template.name, "post": template.post, "gate_id": template.gate_id or u.gate_id, "place": template.place,
        "weekdays": list(template.weekdays), "start_min": template.start_min, "end_min": template.end_min,
        "least": template.least, "most": template.most, "mix": mix_of(template.needs_mix),
        "needs": list(template.needs), "capacities": [str(one) for one in template.capacities],
        "minors": template.minors, "heavy": template.heavy, "sitting": template.sitting, "content": template.content,
        "from_day": template.from_day, "until_day": template.until_day, "sort": template.sort,
    }  # fmt: skip


def _put(u: Unit, rules: Sequence[DayRule]) -> list[str]:
    ids = [
        u.add(
            DayException, day=rule.day, kind=str(rule.kind), template_id=rule.template_id or None,
            name=clean_line(rule.name, NAME_MAX), least=rule.least,
        )
        for rule in rules
    ]  # fmt: skip
    u.audit("duty.days", count=len(ids))
    u.changed("duty")
    return ids
