"""Rules that act by themselves. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.clock import HOUR_MS
from ui import moments
from ui.pages.automations.model import Rings, RuleForm, RuleRow, RulesModel, RunLine
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.alarms.rules_automation import Automation


class AutomationsPresenter:
    """`show(model)` and `saved()` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[RulesModel], None] = ignore
        self.saved: Callable[[], None] = ignore

    def refresh(self) -> None:
        time, may = self._ports.desk.time, self._ports.desk.actor.may("automations.edit")
        devices, host = self._ports.extras.get("devices"), self._ports.extras.get("alarms")
        attached = tuple((one.id, one.name, one.role.value) for one in devices.attached()) if devices else ()
        names = {id_: name for id_, name, _ in attached}
        doing = host.alarming.doing() if host is not None and host.alarming is not None else {}

        def work(r: Any) -> RulesModel:
            from desk.alarms import reads
            from desk.store.identity import gate_names

            gates, rings = gate_names(r), reads.rings_at(r)
            rows = tuple(_row(one, time, r.now, names, doing, gates) for one in reads.automations(r))
            return RulesModel(
                True, rows, attached, tuple(gates.items()), Rings(rings.gate_id, rings.who, rings.phone), may
            )

        self._turns.read("rules", work, lambda model: self.show(model))

    def save(self, form: RuleForm) -> None:
        def work(u: Any) -> str:
            from desk.alarms import service

            return service.save_automation(u, rule_of(form))

        self._turns.write("save", work, lambda _: self.saved())

    def pause(self, form: RuleForm, hours: int) -> None:
        """It stands still for so many hours, and comes back by itself."""

        def work(u: Any) -> None:
            from desk.alarms import service

            service.pause(u, rule_of(form), hours * HOUR_MS)

        self._turns.write("pause", work, lambda _: self.saved())

    def resume(self, rule_id: str) -> None:
        def work(u: Any) -> None:
            from desk.alarms import service

            service.resume(u, rule_id)

        self._turns.write("resume", work, lambda _: self.refresh())

    def drop(self, rule_id: str) -> None:
        def work(u: Any) -> None:
            from desk.alarms import service

            service.drop_automation(u, rule_id)

        self._turns.write("drop", work, lambda _: self.saved())

    def save_rings(self, rings: Rings) -> None:
        def work(u: Any) -> None:
            from desk.alarms import service
            from desk.alarms.rules import RingsAt

            service.save_rings_at(u, RingsAt(rings.gate_id, rings.who, rings.phone))

        self._turns.write("rings", work, lambda _: self.saved())

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def ask(self, question: Any, yes: Callable[[], None]) -> None:
        self._ports.say.ask(question, yes)

    def go(self, page: str) -> None:
        self._ports.go.to(page)

    def leave(self) -> None:
        self._ports.go.back()


def rule_of(form: RuleForm) -> Automation:
    """What the form says, as the desk keeps it."""
    from desk.alarms.rules import Sort
    from desk.alarms.rules_automation import Automation, Does
    from desk.alarms.rules_dust import Dust
    from desk.alarms.rules_hours import Hours

    does = Does(form.does)
    return Automation(
        form.id, does, form.name, form.device_id, form.contact if does is Does.AFTER_HOURS else 0,
        tuple(sort for sort in Sort if sort.value in form.sorts), form.chime, form.open_when,
        Hours(_minute(form.from_at), _minute(form.until_at)),
        Dust(float(form.limit), form.minutes, form.seconds, form.rest_minutes), form.relay_id, form.channel,
    )  # fmt: skip


def form_of(rule: Automation) -> RuleForm:
    """A rule as the form shows it."""
    dust, hours = rule.dust, rule.hours
    return RuleForm(
        rule.id, rule.does.value, rule.name, rule.device_id, rule.contact or 1, tuple(sort.value for sort in rule.sorts),
        rule.chime, rule.open_when, _clock(hours.from_min), _clock(hours.until_min), int(dust.limit), dust.minutes,
        dust.seconds, dust.rest_minutes, rule.relay_id, rule.channel,
    )  # fmt: skip


def _row(one: Any, time: Any, now: int, names: dict[str, str], doing: dict[str, str], gates: dict[str, str]) -> RuleRow:
    rule = one.rule
    runs = tuple(RunLine(moments.told(time, run.at, now), run.value, run.ended, run.code) for run in one.runs)
    return RuleRow(
        form_of(rule), names.get(rule.device_id, ""), names.get(rule.relay_id, ""),
        moments.told(time, rule.paused_until, now) if rule.paused(now) else "", doing.get(rule.id, ""), runs,
        gates.get(one.gate_id, ""),
    )  # fmt: skip


def _minute(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
