"""The program as an unattended hut: the same desk, machines, camera and line to the hub; another screen, and no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from desk.core.clock import Clock
from desk.core.events import HealthChanged
from desk.core.lanes import READ
from ui import i18n
from ui.app import WIPED, Program
from ui.hut.host import HutHost
from ui.options import Options

if TYPE_CHECKING:
    from desk.core.events import DeviceSaid
    from ui.cards import Cards
    from ui.scans import Scans


class HutProgram(Program):
    """Nobody signs on; whoever may ends it with a PIN, and the program begins anew as a desk."""

    def __init__(self, app: QApplication, options: Options, clock: Clock | None = None) -> None:
        self.hut: HutHost | None = None
        super().__init__(app, options, clock)

    def close(self) -> None:
        self._leave_hut()
        super().close()

    def _on_open(self) -> None:
        from ui.line import Line

        self.line = Line(self.desk)
        self.hut = HutHost(
            self.desk,
            self.window,
            self.sounds,
            self.speech,
            self._begin_anew,
            i18n.current() if self.options.lang else "",
        )
        self.bus.changed.connect(self.hut.on_changed)
        self.bus.changed.connect(self.settling.hear)
        self.bus.scanned.connect(self.hut.on_scanned)
        self.bus.health.connect(self._on_health)
        self.desk.lanes.run(READ, lambda: None, lambda _: self._on_ready())

    def _on_eyes(self) -> None:
        super()._on_eyes()
        if self._closed or self._away or self.hut is None or self.eyes is None:
            return
        self.eyes.tell()
        self.hut.eyes_are_here(self.eyes)
        self.hut.faces_are_here(self._lane_of_faces())
        self._open_machines(self.eyes.scans)
        self.sounds.warm()
        self._chores.start()

    def _open_machines(self, scans: Scans) -> None:
        from ui.machines import Machines

        if self.machines is None:
            self.machines = Machines(self.desk, scans, cast("Cards", _NoCards()))
            self.machines.start(self._on_machines)

    def _on_machines(self) -> None:
        super()._on_machines()
        machines = self.machines
        if (
            self.hut is not None
            and machines is not None
            and machines.devices is not None
            and machines.dispensing is not None
        ):
            self.hut.listen(machines.devices, machines.dispensing)

    def _on_health(self, event: HealthChanged) -> None:
        """What a device lacks is said at the desks and in its own page, not to whoever passes by."""
        if event.code == WIPED:
            self._leave_hut()
            self._on_wiped()

    def _open_screen(self) -> None:
        """The hut is the screen."""

    def _leave_hut(self) -> None:
        hut, self.hut = self.hut, None
        if hut is not None:
            self.bus.changed.disconnect(hut.on_changed)
            self.bus.scanned.disconnect(hut.on_scanned)
            hut.close()


class _NoCards:
    """A card laid on a reader is nobody's business in a hut."""

    def hear(self, said: DeviceSaid) -> None:
        """Dropped."""
