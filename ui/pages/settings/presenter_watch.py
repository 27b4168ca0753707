"""The watch list (关注名单): who the desk is to look at twice, why, until when. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.core.clock import DAY_MS
from ui import moments
from ui.pages.settings.model import WatchLine, WatchModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class WatchPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[WatchModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore

    def refresh(self) -> None:
        if self.ports.desk.actor.may("watch.edit"):
            self._turns.read("watch", self._model, self.show)

    def add(
        self, name: str, phone: str, plate: str, reason: str, advice: str, owner: str, days: int,
        done: Callable[[], None],
    ) -> None:  # fmt: skip
        from desk.reception import service_watch

        def work(u: Any) -> Any:
            return service_watch.add(
                u, name=name, phone=phone, plate=plate, reason=reason, advice=advice, owner=owner,
                expires_at=u.now + days * DAY_MS,
            )  # fmt: skip

        def answered(_: Any) -> None:
            done()
            self.refresh()

        self._turns.write("watch", work, answered, self.wrong)

    def keep(self, watch_id: str, days: int) -> None:
        """A manager has looked at it: it stays for so many days more."""
        self._review(watch_id, days)

    def end(self, watch_id: str) -> None:
        """A manager takes it off the list."""
        self._review(watch_id, None)

    def _review(self, watch_id: str, days: int | None) -> None:
        from desk.reception import service_watch

        def work(u: Any) -> None:
            service_watch.review(u, watch_id, keep_until=None if days is None else u.now + days * DAY_MS)

        self._turns.write(f"review {watch_id}", work, lambda _: self.refresh())

    def _model(self, r: Any) -> WatchModel:
        from desk.reception.reads_standing import watch_list

        time = self.ports.desk.time
        return WatchModel(
            tuple(
                WatchLine(
                    one.id, " · ".join(part for part in (one.name, one.phone, one.plate) if part), one.reason,
                    one.owner, moments.day(time.local(one.expires_at)), one.due,
                )
                for one in watch_list(r)
            ),
            self.ports.desk.actor.may("watch.review"),
        )  # fmt: skip
