"""Which rules stand, when they last ran and how that ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desk.alarms.rules import RingsAt
from desk.alarms.rules_automation import USUAL, Automation, automation_of
from desk.alarms.tables import AutomationRow, AutomationRun
from desk.alarms.views import AutomationView, Run
from desk.store.unit import Reading

RINGS_AT = "alarms.rings_at"
LAST_RUNS = 5
BEGAN = "began"
_A, _R = AutomationRow.__table__.c, AutomationRun.__table__.c


def rules(r: Reading) -> list[Automation]:
    """Every rule of the site; what is usual as long as the site has said nothing of that kind."""
    return [view.rule for view in _stored(r)] + _usual(view.rule for view in _stored(r))


def rule_of(r: Reading, rule_id: str) -> Automation | None:
    """A rule that stands, None for one that is gone."""
    return next((view.rule for view in _stored(r) if view.rule.id == rule_id), None)


def automations(r: Reading) -> list[AutomationView]:
    """Every rule with its last runs, newest first, as the page lists them."""
    stored = _stored(r)
    runs = _runs(r)
    shown = [
        AutomationView(view.rule, True, view.gate_id, tuple(runs.get(view.rule.id, ())[:LAST_RUNS])) for view in stored
    ]
    return shown + [AutomationView(rule, False, "") for rule in _usual(view.rule for view in stored)]


def last_runs(r: Reading) -> dict[str, int]:
    """When each rule last began a spray, UTC ms."""
    rows = r.conn.execute(
        select(_R.automation_id, func.max(_R.at).label("at")).where(_R.kind == BEGAN).group_by(_R.automation_id)
    )
    return {row.automation_id: row.at for row in rows}


def rings_at(r: Reading) -> RingsAt:
    """Where alarms of unstaffed gates ring."""
    said = r.setting(RINGS_AT, {})
    values = said if isinstance(said, dict) else {}
    return RingsAt(*(str(values.get(name, "")) for name in ("gate_id", "who", "phone")))


def _stored(r: Reading) -> list[AutomationView]:
    rows = r.conn.execute(select(AutomationRow.__table__).where(_A.deleted_at.is_(None)).order_by(_A.id)).mappings()
    found = ((row, _rule(row)) for row in rows)
    return [AutomationView(rule, True, row["gate_id"]) for row, rule in found if rule is not None]


def _rule(row: Mapping[Any, Any]) -> Automation | None:
    said = row["said"]
    return automation_of(
        row["id"], row["kind"], row["name"], row["device_id"] or "", row["relay_id"] or "",
        said if isinstance(said, dict) else {}, row["paused_until"],
    )  # fmt: skip


def _usual(stored: Any) -> list[Automation]:
    known = {rule.does for rule in stored}
    return [rule for rule in USUAL if rule.does not in known]


def _runs(r: Reading) -> dict[str, list[Run]]:
    """By rule, newest first."""
    rows = r.conn.execute(select(AutomationRun.__table__).order_by(_R.at, _R.id)).mappings().all()
    ended = {row["run_id"]: row for row in rows if row["kind"] != BEGAN}
    found: dict[str, list[Run]] = {}
    for row in rows:
        if row["kind"] == BEGAN:
            end = ended.get(row["run_id"])
            run = Run(row["run_id"], row["automation_id"], row["at"], row["value"], end["kind"] if end else BEGAN,
                      end["code"] if end else "")  # fmt: skip
            found.setdefault(row["automation_id"], []).insert(0, run)
    return found
