"""This gate, how the screen looks and sounds, and the printer. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from desk.core.errors import Refused
from ui.pages.settings.model import DevicesModel, LooksModel, PlaceModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

PHONE = re.compile(r"[\d（(+][\d\s\-（）()+]*$")


def split_contact(line: str) -> tuple[str, str]:
    """`物业值班室 1040 0000 0120` as name and phone; a line without digits at its end has no phone."""
    found = PHONE.search(line.strip())
    if found is None:
        return line.strip(), ""
    return line.strip()[: found.start()].strip(" ：:，,"), found[0].strip()


class PlacePresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[PlaceModel], None] = ignore
        self.saved: Callable[[], None] = ignore

    def refresh(self) -> None:
        self._turns.read("place", _place, self.show)

    def save(self, wanted: PlaceModel) -> None:
        self._turns.write("place", lambda u: _save_place(u, wanted), lambda _: self.saved())


def _place(r: Any) -> PlaceModel:
    from desk.store.identity import here, house

    place, more = here(r), house(r)
    return PlaceModel(
        place.site_name, place.address, place.gate_name, place.gate_phone, place.url_prefix, more.aed,
        "\n".join(f"{name} {phone}".strip() for name, phone in more.contacts), more.handler,
    )  # fmt: skip


def _save_place(u: Any, wanted: PlaceModel) -> None:
    from desk.store.identity import House, edit_gate, edit_house, edit_site

    edit_site(u, name=wanted.site_name, address=wanted.address, url_prefix=wanted.url_prefix.strip())
    edit_gate(u, name=wanted.gate_name, phone=wanted.gate_phone)
    contacts = tuple(split_contact(line) for line in wanted.contacts.splitlines() if line.strip())
    edit_house(u, House(wanted.aed, contacts, wanted.handler))


class LooksPresenter:
    """Kept in the machine's settings, so that anybody may make the screen readable."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[LooksModel], None] = ignore

    def refresh(self) -> None:
        now = self.ports.desk.settings.now
        self.show(LooksModel(self.ports.lang, now.scheme, now.base_px, now.volume, now.muted, now.speak))

    def language(self, lang: str) -> None:
        self.ports.extras["looks"].set_language(lang)

    def scheme(self, scheme: str) -> None:
        self.ports.extras["looks"].set_scheme(scheme)

    def base_px(self, px: int) -> None:
        if px != self.ports.desk.settings.now.base_px:
            self.ports.extras["looks"].set_base_px(px)

    def volume(self, volume: int) -> None:
        """Set, remembered, and heard."""
        self.ports.desk.settings.change(volume=volume, muted=False)
        if sounds := self.ports.extras.get("sounds"):
            sounds.set_volume(volume)
        self._tune_speech()

    def muted(self, muted: bool) -> None:
        self.ports.desk.settings.change(muted=muted)
        if sounds := self.ports.extras.get("sounds"):
            sounds.set_muted(muted)
        self._tune_speech()

    def _tune_speech(self) -> None:
        now = self.ports.desk.settings.now
        if speech := self.ports.extras.get("speech"):
            speech.set_volume(now.volume, now.muted)

    def speak(self, on: bool) -> None:
        """Read results aloud from now on. A computer without a voice says so, and the switch goes back."""
        speech = self.ports.extras.get("speech")
        if on and (speech is None or not speech.can_speak()):
            self.ports.say.problem(Refused("speech.none"))
            self.refresh()
            return
        self.ports.desk.settings.change(speak=on)
        if speech is not None:
            speech.set_on(on)

    def listen(self) -> None:
        """A tone to judge the volume by."""
        self.ports.say.tone("good")


class DevicesPresenter:
    """The printer of this computer; the camera is chosen by ui.shell.lens itself, machines have a page of their own."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[DevicesModel], None] = ignore
        self.model = DevicesModel()

    def refresh(self) -> None:
        self.model = DevicesModel(self.ports.desk.settings.now.printer_name)
        self.show(self.model)

    def print_on(self, printer: str) -> None:
        """Print on this one at once from now on; "" to be asked each time. Right device.edit."""
        if self.may_edit():
            self.ports.desk.settings.change(printer_name=printer)
        self.refresh()

    def may_edit(self) -> bool:
        """Said when not."""
        actor = self.ports.desk.actor
        if not actor.may("device.edit"):
            self.ports.say.problem(Refused("right.missing", right="device.edit", role=actor.role))
            return False
        return True
