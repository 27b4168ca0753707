"""Reads address, defibrillator and contacts out of the store; nothing here needs a right or a line. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui.pages.urgent.model import Contact, UrgentModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class UrgentPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[UrgentModel], None] = ignore

    def refresh(self) -> None:
        """Ask again; the settings may have changed."""
        self._turns.read("urgent", lambda r: _read(r, self._locked()), self.show)

    def roll_call(self) -> None:
        """Freeze the roll of this moment."""
        self._ports.go.to("rollcall", begin=True)

    def records(self) -> None:
        """Alarms of buttons and contacts, open and past."""
        self._ports.go.to("alarm")

    def fill_in(self) -> None:
        """Where address, defibrillator and contacts are written."""
        self._ports.go.to("settings", section="urgent")

    def alarm(self) -> None:
        """One round of the alarm tone."""
        self._ports.say.tone("alarm")

    def leave(self) -> None:
        self._ports.go.back()

    def _locked(self) -> bool:
        return bool(self._ports.desk.session.state.locked)


def _read(r: Any, locked: bool) -> UrgentModel:
    from desk.store.identity import here

    place = here(r)
    return UrgentModel(
        place.site_name, place.gate_name, place.address, place.gate_phone, str(r.setting("urgent.aed", "") or ""),
        _contacts(r.setting("urgent.contacts", ())), locked,
    )  # fmt: skip


def _contacts(found: Any) -> tuple[Contact, ...]:
    """What a newer program or a hand has written wrong is left out; this card must always open."""
    rows = found if isinstance(found, list | tuple) else ()
    pairs = [(str(row.get("name", "")), str(row.get("phone", ""))) for row in rows if isinstance(row, Mapping)]
    return tuple(Contact(name, phone) for name, phone in pairs if phone.strip())
