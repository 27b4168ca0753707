"""The full alarm: which one stands in front, what is done about it, when it sounds. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui.alarms import asks
from ui.alarms.model import AlarmModel, Watch
from ui.shell.ports import Say, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.app import Desk

Acknowledge = Callable[[str, int], None]


class AlarmPresenter:
    """`show(alarm, others)`: the one in front, None for none; others: how many more ring. `told(watch)`: everything open
    here. `closed(alarm_id, false_alarm)`: it was closed just now."""

    def __init__(self, desk: Desk, say: Say) -> None:
        self._desk = desk
        self._turns = Turns(desk, say.problem)
        self.show: Callable[[AlarmModel | None, int], None] = ignore
        self.told: Callable[[Watch], None] = ignore
        self.closed: Callable[[str, bool], None] = ignore
        self.acknowledge: Acknowledge = ignore
        self.now: AlarmModel | None = None
        self.watch = Watch()
        self._wanted = ""  # somebody works on it, or asked for it
        self._aside: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Ask what is open here."""
        self._turns.read("watch", lambda r: asks.watch(r, self._desk.time), self._on_watch)

    def leave(self) -> None:
        """Cover and line go: an answer that is still under way finds nothing to stand on."""
        self._turns.close()

    # -- what is done

    def take(self) -> None:
        """I see to it."""
        alarm = self.now
        if alarm is None:
            return
        self._wanted = alarm.id

        def work(u: Any) -> None:
            from desk.alarms import service

            service.seen(u, alarm.id)

        self._turns.write("take", work, lambda _: self._taken(alarm))

    def called(self, whom: str, said: str) -> None:
        """Somebody was rung up, with what result."""

        def work(u: Any, alarm_id: str) -> None:
            from desk.alarms import service
            from desk.alarms.rules import Answered

            service.called(u, alarm_id, whom, Answered(said))

        self._write("called", work)

    def did(self, words: str, then: Callable[[], None] = ignore) -> None:
        """Something was done."""

        def work(u: Any, alarm_id: str) -> None:
            from desk.alarms import service

            service.did(u, alarm_id, words)

        self._write("did", work, lambda _: then())

    def close(self, note: str, false_alarm: bool = False) -> None:
        """It is over."""
        alarm = self.now

        def work(u: Any, alarm_id: str) -> None:
            from desk.alarms import service

            service.close(u, alarm_id, note, false_alarm)

        if alarm is not None:
            self._write("close", work, lambda _: self._on_closed(alarm.id, false_alarm))

    def reopen(self, alarm_id: str) -> None:
        """It was closed in error."""
        self._wanted = alarm_id

        def work(u: Any) -> None:
            from desk.alarms import service

            service.reopen(u, alarm_id)

        self._turns.write("reopen", work, lambda _: self.refresh())

    def aside(self) -> None:
        """Go on with something else; it stays in its line. What rings cannot be put aside."""
        if self.now is not None and not self.now.ringing:
            self._aside |= {self.now.id}
            self._wanted = ""
            self._on_watch(self.watch)

    def open(self, alarm_id: str) -> None:
        """Back in front."""
        self._aside -= {alarm_id}
        self._wanted = alarm_id
        self.refresh()

    def next(self) -> None:
        """The other one that rings."""
        mine = self.now.id if self.now is not None else ""
        if other := next((one for one in self.watch.ringing if one != mine), ""):
            self._aside |= {mine} if mine else frozenset()
            self.open(other)

    # -- answers

    def _write(self, what: str, work: Callable[[Any, str], None], done: Callable[[Any], None] = ignore) -> None:
        alarm = self.now
        if alarm is not None:
            self._turns.write(what, lambda u: work(u, alarm.id), done)

    def _taken(self, alarm: AlarmModel) -> None:
        if alarm.device_id and alarm.contact:
            self.acknowledge(alarm.device_id, alarm.contact)

    def _on_closed(self, alarm_id: str, false_alarm: bool) -> None:
        self._wanted = ""
        self.refresh()
        self.closed(alarm_id, false_alarm)

    def _on_watch(self, watch: Watch) -> None:
        self.watch = watch
        taken = {one.id for one in watch.taken}
        self._aside &= taken
        self.told(watch)
        wanted = self._wanted if self._wanted in taken | set(watch.ringing) else ""
        front = (
            wanted
            or next(iter(watch.ringing), "")
            or next((one.id for one in watch.taken if one.id not in self._aside), "")
        )
        if not front:
            self._turns.forget("whole")
            self._in_front(None)
            return
        self._turns.read("whole", lambda r: asks.whole(r, self._desk.time, front), self._in_front)

    def _in_front(self, alarm: AlarmModel | None) -> None:
        self.now = alarm
        self._wanted = alarm.id if alarm is not None else ""
        self.show(alarm, sum(one != self._wanted for one in self.watch.ringing))
