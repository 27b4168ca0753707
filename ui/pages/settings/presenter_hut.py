"""Making this desk an unattended hut, and what the hut allows. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk.core.errors import Fault
from desk.core.lanes import WRITE
from desk.hut_set import HutSet, hut_set, keep
from ui.shell.ports import Ports, Question, ignore


class HutPresenter:
    """Kept in this machine's settings. Right settings.desk."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[HutSet], None] = ignore

    def refresh(self) -> None:
        self.show(hut_set(self.ports.desk.settings.now.extra))

    def change(self, wanted: HutSet) -> None:
        """What the hut allows from now on."""
        self._keep(wanted)
        self.refresh()

    def begin(self, question: Question, autostart: bool) -> None:
        """Asked first: the program begins anew as a hut, with the computer too when that is wanted."""
        self.ports.say.ask(question, lambda: self._begin(autostart))

    def _begin(self, autostart: bool) -> None:
        if not self._keep(replace(hut_set(self.ports.desk.settings.now.extra), on=True)):
            return
        actor, desk = self.ports.desk.actor, self.ports.desk

        def written() -> None:
            from ui.hut.autostart import set_on

            with desk.store.unit(actor) as u:
                u.audit("hut.begun", autostart=autostart)
            set_on(autostart, ["--home", str(desk.home.root)])

        desk.lanes.run(WRITE, written, lambda _: self._anew(), self.ports.say.problem)

    def _anew(self) -> None:
        if anew := self.ports.extras.get("anew"):
            anew()

    def _keep(self, wanted: HutSet) -> bool:
        try:
            keep(self.ports.desk.settings, wanted, self.ports.desk.actor)
        except Fault as error:
            self.ports.say.problem(error)
            return False
        return True
