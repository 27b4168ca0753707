"""Updates: looked for at the address or on a stick, fetched, put off, handed over. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.core.errors import Fault, Refused
from desk.core.version import VERSION
from ui import moments
from ui.pages.settings.model_update import UpdateModel, Waiting
from ui.shell.ports import Ports, ignore

LANE = "updates"  # megabytes over a slow line hold nothing up
MB = 1_000_000


class UpdatePresenter:
    """`show(model)`; `wrong(error)`; `ask(model)`: the file is here and verified, is it to be now?"""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[UpdateModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.ask: Callable[[UpdateModel], None] = ignore
        self.model = UpdateModel(VERSION)
        self._ready: Any = None
        self._far = (0, 0)

    def refresh(self) -> None:
        if not self.model.busy:
            self.ports.desk.lanes.run(LANE, self._known, lambda found: self._draw(**found), self.wrong)

    def may(self) -> bool:
        return self.ports.desk.actor.may("update")

    def look(self, place: str = "") -> None:
        """Ask the address, or a folder."""
        if self.model.busy:
            return
        self._draw(busy="looking", newest=False, command="")
        self.ports.desk.lanes.run(LANE, lambda: self._look(place), self._on_looked, self._failed)

    def look_at_stick(self) -> None:
        """The stick that is plugged in. Refused("update.no_stick") when none carries updates: then a folder is chosen."""
        if self.model.busy:
            return
        self._draw(busy="looking", newest=False, command="")
        self.ports.desk.lanes.run(LANE, self._look_at_stick, self._on_looked, self._failed)

    def begin(self) -> None:
        """Fetch what was found, then ask. Right update."""
        actor = self.ports.desk.actor
        if self.model.busy or self.model.waiting is None:
            return
        if not self.may():
            self.wrong(Refused("right.missing", right="update", role=actor.role))
            return
        self._far = (0, 0)
        self._draw(busy="fetching", done=0, total=0, newest=False)

        def work() -> Any:
            from desk import updating

            return updating.fetch(self.ports.desk, actor, self._told)

        self.ports.desk.lanes.run(LANE, work, self._on_fetched, self._failed)

    def progress(self) -> None:
        """How far it is. Called by the view's clock."""
        if self.model.busy == "fetching":
            self._draw(done=self._far[0] // MB, total=max(1, self._far[1] // MB) if self._far[1] else 0)

    def go(self) -> None:
        """Now: the program closes its pages and hands over."""
        if self._ready is not None:
            self.ports.extras["update"](self._ready)

    def put_off(self, till: int) -> None:
        """Not before then (UTC ms). Right update."""
        from desk import updating

        desk = self.ports.desk
        try:
            updating.put_off(desk, desk.actor, till)
        except Fault as fault:
            self.wrong(fault)
            return
        self.refresh()

    # -- inside

    def _told(self, done: int, total: int) -> None:
        self._far = (done, total)

    def _look(self, place: str) -> dict[str, Any]:
        from desk import updating

        updating.look(self.ports.desk, place)
        return self._known()

    def _look_at_stick(self) -> dict[str, Any]:
        from desk import updating

        found = updating.stick()
        if found is None:
            raise Refused("update.no_stick")
        return self._look(str(found))

    def _on_looked(self, found: dict[str, Any]) -> None:
        self._draw(**{**found, "busy": "", "newest": found["waiting"] is None})
        self.ports.say.tone("good")

    def _on_fetched(self, ready: Any) -> None:
        from desk.updates import handing
        from desk.updates.here import installed

        self._ready = ready
        command = handing.by_hand(ready, installed())
        self._draw(**{**self._known(), "busy": "", "command": command})
        if not command:
            self.ask(self.model)

    def _failed(self, error: Exception) -> None:
        self._draw(busy="")
        self.wrong(error)

    def _known(self) -> dict[str, Any]:
        from desk import updating
        from desk.updates import rules, trial

        desk = self.ports.desk
        now, at = updating.known(desk), desk.clock.now_ms()
        last = trial.result(desk.home)
        when = last.get("at")
        return {
            "off": updating.off(), "online": bool(updating.address(desk)), "waiting": self._waiting(now),
            "crowded": rules.busy(desk.time, at), "choices": self._choices(now) if now.offer else (),
            "last": str(last.get("what", "")), "last_from": str(last.get("before", "")), "last_to": str(last.get("after", "")),
            "last_at": self._moment(when) if isinstance(when, int) else "",
        }  # fmt: skip

    def _choices(self, now: Any) -> tuple[tuple[int, str], ...]:
        from desk import updating

        return tuple((till, self._moment(till)) for till in updating.choices(self.ports.desk, now))

    def _waiting(self, now: Any) -> Waiting | None:
        one = now.offer
        if one is None:
            return None
        notes = one.notes.get(self.ports.lang) or next(iter(one.notes.values()), "")
        later = now.till > self.ports.desk.clock.now_ms()
        over = not self._choices(now)
        return Waiting(
            one.version, max(1, round(one.size / MB)), one.security, notes.strip(), one.made_on,
            self._moment(now.till) if later else "", over,
        )  # fmt: skip

    def _moment(self, at: int) -> str:
        return moments.moment(self.ports.desk.time.local(at))

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
