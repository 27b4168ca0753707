"""The front of the settings, and the rooms behind it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.core.clock import HOUR_MS
from ui.pages.settings.model import ALIASES, SECTIONS, HomeModel
from ui.pages.settings.presenter_about import AboutPresenter
from ui.pages.settings.presenter_backup import ELSEWHERE, BackupPresenter
from ui.pages.settings.presenter_desk import DevicesPresenter, LooksPresenter, PlacePresenter
from ui.pages.settings.presenter_faces import FacesPresenter
from ui.pages.settings.presenter_hut import HutPresenter
from ui.pages.settings.presenter_keeping import KeepingPresenter
from ui.pages.settings.presenter_moving import MovingPresenter
from ui.pages.settings.presenter_operators import OperatorsPresenter
from ui.pages.settings.presenter_privacy import PrivacyPresenter
from ui.pages.settings.presenter_registers import RegistersPresenter
from ui.pages.settings.presenter_trails import AuditPresenter, ExportPresenter
from ui.pages.settings.presenter_watch import WatchPresenter
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

OLD_BACKUP_MS = 48 * HOUR_MS
ROOMS = {
    "looks": LooksPresenter, "place": PlacePresenter, "devices": DevicesPresenter, "faces": FacesPresenter, "hut": HutPresenter, "operators": OperatorsPresenter,
    "keeping": KeepingPresenter, "backup": BackupPresenter, "moving": MovingPresenter, "watch": WatchPresenter, "export": ExportPresenter,
    "privacy": PrivacyPresenter, "registers": RegistersPresenter, "audit": AuditPresenter, "about": AboutPresenter,
}  # fmt: skip


class SettingsPresenter:
    """`show(model)` draws the front; `room(key)` is the presenter of a section."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[HomeModel], None] = ignore
        self._rooms: dict[str, Any] = {}

    def refresh(self) -> None:
        may = frozenset(one.key for one in SECTIONS if self.may(one.key))
        self._turns.read("home", self._worries, lambda found: self.show(HomeModel(may, found)))

    def may(self, key: str) -> bool:
        """Whether the person at the desk may change what is in this section."""
        section = next(one for one in SECTIONS if one.key == key)
        return not section.right or self.ports.desk.actor.may(section.right)

    def key(self, wanted: str) -> str:
        """The section other pages mean by a word, "" for none."""
        wanted = ALIASES.get(wanted, wanted)
        return wanted if any(one.key == wanted for one in SECTIONS) else ""

    def room(self, key: str) -> Any:
        if key not in self._rooms:
            self._rooms[key] = ROOMS[key](self.ports)
        return self._rooms[key]

    def switch_person(self) -> None:
        """Somebody who may is to sign on."""
        self.ports.go.to("signon")

    def leave(self) -> None:
        self.ports.go.back()

    def _worries(self, r: Any) -> tuple[str, ...]:
        from desk.reception.reads_standing import watch_due
        from desk.records.reads_privacy import requests
        from desk.store import backup
        from desk.store.identity import here, house
        from desk.updating import waits

        made = [info.made_at for info in backup.listed(self.ports.desk.home.backups)]
        made.append(int(self.ports.desk.settings.now.extra.get(ELSEWHERE, 0)))
        last = max((at for at in made if 0 < at <= r.now), default=0)
        place = here(r)
        found = [
            ("backup.none", not last),
            ("backup.old", 0 < last < r.now - OLD_BACKUP_MS),
            ("update.waiting", waits(self.ports.desk)),
            ("privacy.late", any(one.overdue(r.now) for one in requests(r, open_only=True))),
            ("watch.due", self.may("watch") and watch_due(r) > 0),
            ("place.address", not place.address or not house(r).aed),
        ]
        return tuple(code for code, there in found if there)
