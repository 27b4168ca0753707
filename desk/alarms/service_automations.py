"""Rules that act by themselves: set by a manager, paused for a time, each spray written down before it begins."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from desk.alarms import rights
from desk.alarms.reads_automations import BEGAN, RINGS_AT, rule_of, rules
from desk.alarms.rules import RingsAt
from desk.alarms.rules_automation import Automation, Does, checked, pause_end
from desk.alarms.tables import AutomationRow, AutomationRun
from desk.alarms.topics import ALARMS, AUTOMATIONS
from desk.core.errors import Refused
from desk.core.ids import derived_id
from desk.core.text import clean_line
from desk.store.unit import Unit

DONE, FAILED, UNKNOWN = "done", "failed", "unknown"
_R, _A = AutomationRun.__table__.c, AutomationRow.__table__.c


def save_automation(u: Unit, wanted: Automation) -> str:
    """Set a rule (id "" for a new one, and for what is usual); returns its id. Right automations.edit.

    Raises Refused as rules_automation.checked does, and Refused("store.gone").
    """
    u.actor.require(rights.AUTOMATIONS)
    one = checked(wanted)
    values: dict[str, Any] = {
        "kind": one.does.value, "name": one.name, "device_id": one.device_id or None, "relay_id": one.relay_id or None,
        "said": one.said(),
    }  # fmt: skip
    rule_id = one.id
    if rule_id:
        u.set(AutomationRow, rule_id, **values)
    else:
        rule_id = u.add(
            AutomationRow, **values, **_usual_id(u, one), gate_id=u.gate_id, operator_id=u.actor.operator_id or None
        )
    u.audit("automation.saved", "automation", rule_id, kind=one.does.value, **one.said())
    u.changed(AUTOMATIONS)
    return rule_id


def drop_automation(u: Unit, rule_id: str) -> None:
    """It is no more. Right automations.edit. Raises Refused("store.gone")."""
    u.actor.require(rights.AUTOMATIONS)
    u.drop(AutomationRow, rule_id)
    u.audit("automation.dropped", "automation", rule_id)
    u.changed(AUTOMATIONS)


def pause(u: Unit, wanted: Automation, pause_ms: int) -> int:
    """It stands still for so long; returns until when (UTC ms). A usual one is written down with it. Right
    automations.edit. Raises Refused("automation.pause", hours | "store.gone")."""
    u.actor.require(rights.AUTOMATIONS)
    until = pause_end(wanted.does, u.now, pause_ms)
    rule_id = wanted.id or save_automation(u, wanted)
    u.set(AutomationRow, rule_id, paused_until=until)
    u.audit("automation.paused", "automation", rule_id, until=until)
    u.changed(AUTOMATIONS)
    return until


def resume(u: Unit, rule_id: str) -> None:
    """It runs again. Right automations.edit. Raises Refused("store.gone")."""
    u.actor.require(rights.AUTOMATIONS)
    u.set(AutomationRow, rule_id, paused_until=0)
    u.audit("automation.resumed", "automation", rule_id)
    u.changed(AUTOMATIONS)


def begin_run(u: Unit, rule_id: str, value: float) -> str:
    """A spray is about to begin; returns its id, which its actions are for. Right alarms.raise.

    Raises Refused("automation.paused") when the rule was paused, changed away or dropped meanwhile.
    """
    u.actor.require(rights.RAISE)
    rule = rule_of(u, rule_id)
    if rule is None or rule.does is not Does.DUST or rule.paused(u.now):
        raise Refused("automation.paused")
    run_id = u.new_id()
    _run(u, rule_id, run_id, BEGAN, round(value))
    u.audit("automation.began", "automation", rule_id, value=round(value))
    return run_id


def end_run(u: Unit, rule_id: str, run_id: str, ended: str, code: str = "") -> None:
    """How the spray ended: done, failed or unknown. Right alarms.raise."""
    u.actor.require(rights.RAISE)
    _run(u, rule_id, run_id, ended, 0, code)


def settle_runs(u: Unit) -> int:
    """Sprays of this desk that a program began and never ended (it died): nobody knows; returns how many. At start."""
    u.actor.require(rights.RAISE)
    ended = select(_R.run_id).where(_R.kind != BEGAN)
    left = select(_R.automation_id, _R.run_id).where(
        _R.kind == BEGAN, _R.desk_id == u.device_id, _R.run_id.not_in(ended)
    )
    rows = u.conn.execute(left).all()
    for row in rows:
        _run(u, row.automation_id, row.run_id, UNKNOWN, 0, "automation.died")
    return len(rows)


def save_rings_at(u: Unit, named: RingsAt) -> None:
    """At which staffed desk alarms of other gates ring too, and whom to ring up. Right automations.edit."""
    u.actor.require(rights.AUTOMATIONS)
    kept = {"gate_id": named.gate_id, "who": clean_line(named.who, 40), "phone": clean_line(named.phone, 24)}
    u.put_setting(RINGS_AT, kept)
    u.audit("alarms.rings_at_saved", gate=named.gate_id)
    u.changed(ALARMS, AUTOMATIONS)


def _usual_id(u: Unit, one: Automation) -> dict[str, str]:
    """Two desks that first write down what is usual write one row."""
    if one.does is not Does.SOS or any(known.id and known.does is one.does for known in rules(u)):
        return {}
    wanted = derived_id(0, "automation", u.site_id, one.does.value)
    taken = u.conn.execute(select(_A.num).where(_A.id == wanted)).first()
    return {} if taken else {"id": wanted}


def _run(u: Unit, rule_id: str, run_id: str, kind: str, value: int = 0, code: str = "") -> None:
    u.add(
        AutomationRun, id=run_id if kind == BEGAN else u.new_id(), automation_id=rule_id, run_id=run_id, kind=kind,
        at=u.now, value=value, code=code, gate_id=u.gate_id, desk_id=u.device_id,
    )  # fmt: skip
    u.changed(AUTOMATIONS)
