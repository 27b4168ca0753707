"""The lock, the switch between people, and how long what is kept. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui import moments
from ui.pages.settings.model import HoldRow, KeepingModel, Kept, ReportLine
from ui.shell.ports import Ports, Question, ignore
from ui.shell.turns import Turns


class KeepingPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[KeepingModel], None] = ignore
        self.wrong: Callable[[str, Exception], None] = ignore

    def refresh(self) -> None:
        self._turns.read("keeping", self._model, self.show)

    def lock_after(self, minutes: int) -> None:
        if self._may_desk():
            self.ports.desk.settings.change(lock_minutes=minutes)
        self.refresh()

    def switch_pin(self, mode: str) -> None:
        if self._may_desk():
            settings = self.ports.desk.settings
            settings.change(extra={**settings.now.extra, "switch_pin": mode})
        self.refresh()

    def keep_id(self, on: bool) -> None:
        from desk.reception.service_minimum import keep_id_number

        self._turns.write("keep_id", lambda u: keep_id_number(u, on), lambda _: self.refresh(), self._failed)

    def days(self, kind: str, days: int) -> None:
        """Another time for one kind; shorter ones erase at the next run."""
        from desk.erasing import rules
        from desk.records.retention import set_days

        self._turns.write(
            f"days {kind}",
            lambda u: set_days(u, rules(), kind, days),
            lambda _: self.refresh(),
            lambda error: self.wrong(kind, error),
        )

    def clean_now(self) -> None:
        """A person says that the clock is right: what is due is erased now. Right retention.run."""
        desk = self.ports.desk
        actor = desk.actor

        def work() -> Any:
            from desk.erasing import erase

            actor.require("retention.run")
            return erase(desk, "asked", confirmed=True)

        desk.lanes.run("chores", work, lambda _: self.refresh(), self.ports.say.problem)

    def confirm_clock(self, seen_at: int, question: Question, then: Callable[[], None]) -> None:
        """The time on the screen is right, once it was asked. seen_at: that time, UTC ms."""
        from desk.store.wall import confirm

        def work() -> None:
            self._turns.write("clock", lambda u: confirm(u, seen_at), lambda _: self._confirmed(then), self._failed)

        self.ports.say.ask(question, work)

    def _confirmed(self, then: Callable[[], None]) -> None:
        then()
        self.refresh()

    def release(self, hold_id: str) -> None:
        from desk.records.service_holds import release_hold

        self._turns.write("hold", lambda u: release_hold(u, hold_id), lambda _: self.refresh())

    def _may_desk(self) -> bool:
        from desk.core.errors import Refused

        actor = self.ports.desk.actor
        if actor.may("settings.desk"):
            return True
        self.ports.say.problem(Refused("right.missing", right="settings.desk", role=actor.role))
        return False

    def _failed(self, error: Exception) -> None:
        self.ports.say.problem(error)
        self.refresh()

    def _model(self, r: Any) -> KeepingModel:
        from desk.erasing import rules
        from desk.reception.service_minimum import keeps_id_number
        from desk.records.reads_holds import holds
        from desk.records.reads_retention import reports
        from desk.records.retention import days_of
        from desk.store.wall import wall

        now, time = self.ports.desk.settings.now, self.ports.desk.time
        last = next(iter(reports(r, 1)), None)
        stands = wall(r)
        return KeepingModel(
            now.lock_minutes,
            str(now.extra.get("switch_pin", "higher")),
            keeps_id_number(r),
            tuple(
                Kept(one.kind, days_of(r, one), one.days_default, one.period.shortest, one.period.longest)
                for one in rules()
            ),
            moments.moment(time.local(last.at)) if last else "",
            last.postponed if last else "",
            moments.moment(time.local(stands.now)),
            moments.moment(time.local(stands.newest)) if stands.doubt else "",
            stands.now,
            tuple(ReportLine(one.kind, one.days, one.erased, one.held) for one in last.results) if last else (),
            tuple(
                HoldRow(one.id, one.authority, one.reason, moments.day(time.local(one.expires_at))) for one in holds(r)
            ),
        )
