"""Adding a device step by step: plug it in, say what it is, ask it harmlessly, name it. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.devices import asks
from ui.pages.devices.model import STEPS, Adding, DeviceRow, DeviceView, Panel, Setting, Step

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter


class AddingPresenter:
    def __init__(self, owner: DevicesPresenter) -> None:
        self._owner = owner
        self._known: frozenset[str] = frozenset()
        self._asked = 0

    @property
    def now(self) -> Adding:
        return self._owner.model.adding

    def begin(self) -> None:
        """What is plugged in from now on stands first."""
        devices = self._owner.devices
        self._known = frozenset(one.name for one in devices.ports()) if devices is not None else frozenset()
        self._owner.change(panel=Panel.ADD, adding=Adding())
        self.look_at_ports()

    def change_device(self) -> None:
        """The name, the place and the settings of a device that is there."""
        device_id = self._owner.model.of_device
        self._owner.turns.read("set_up", lambda r: asks.set_up_of(r, device_id), self._opened)

    def _opened(self, was: Any) -> None:
        devices = self._owner.devices
        if was is None or devices is None or was.driver not in devices.kinds():
            return
        role = was.role.value
        self._owner.change(
            panel=Panel.ADD,
            adding=Adding(
                Step.NAME, was.id, was.training, was.address, role, was.driver, asks.drivers(devices, role),
                asks.settings(devices, was.driver, was.options), was.name, was.place,
            ),
        )  # fmt: skip

    def look_at_ports(self) -> None:
        """A port has come or gone."""
        devices = self._owner.devices
        if devices is not None and self._owner.model.panel is Panel.ADD:
            self._owner.change(ports=asks.ports(devices, self._known))

    def back(self) -> bool:
        """One step back; False from the first."""
        at = STEPS.index(self.now.step)
        if self.now.id or at == 0:
            return False
        self._set(step=STEPS[at - 1], probe="", probing=False)
        return True

    def choose_port(self, address: str) -> None:
        self._set(address=address, training=False, step=Step.KIND)

    def practise(self) -> None:
        """No machine: the program plays one."""
        self._set(address="", training=True, step=Step.KIND)

    def choose_kind(self, role: str) -> None:
        devices = self._owner.devices
        if devices is None:
            return
        found = asks.drivers(devices, role)
        self._set(role=role, drivers=found, step=Step.MODEL)
        if found:
            self.choose_driver(found[0])

    def choose_driver(self, driver: str) -> None:
        devices = self._owner.devices
        if devices is not None and driver in devices.kinds():
            self._set(driver=driver, settings=asks.settings(devices, driver, {}))

    def keep_settings(self, settings: tuple[Setting, ...]) -> None:
        """As typed; then it is asked whether it is there."""
        self._set(settings=settings, step=Step.TRY, probe="", probing=True)
        self.probe()

    def probe(self) -> None:
        """A harmless question. A practice device is there by itself."""
        adding, devices = self.now, self._owner.devices
        if devices is None:
            return
        self._asked += 1
        asked = self._asked
        if adding.training:
            self._probed(asked, "")
            return
        self._set(probe="", probing=True)
        options = {**asks.options_of(adding.settings), **({"port": adding.address} if adding.address else {})}
        devices.probe(adding.driver, options, lambda code: self._probed(asked, code))

    def _probed(self, asked: int, code: str) -> None:
        if asked == self._asked and self.now.step is Step.TRY:
            self._set(probing=False, probe=code or "ok")

    def go_on(self, name: str) -> None:
        """name: what it is called until somebody types something better."""
        self._set(step=Step.NAME, name=self.now.name or name)

    def save(self, name: str, place: str) -> None:
        from desk.devices import service
        from desk.devices.acting import Role
        from desk.devices.views import SetUp

        self._set(name=name, place=place)
        adding = self.now
        options = asks.options_of(adding.settings)

        def work(u: Any) -> Any:
            was = asks.set_up_of(u, adding.id) if adding.id else None
            kept = {**(dict(was.options) if was else {}), **options}
            return service.set_up(
                u, SetUp(
                    adding.id, adding.name, Role(adding.role), adding.driver, adding.address, kept, adding.place,
                    adding.training, was.off if was else False,
                ),
            )  # fmt: skip

        self._owner.turns.write("add", work, lambda kept: self._saved(kept, new=not adding.id))

    def _saved(self, kept: Any, new: bool) -> None:
        row = DeviceRow(
            kept.id, kept.name, kept.role.value, kept.driver, kept.place, "device.opening", True, kept.training
        )
        self._owner.change(panel=Panel.DEVICE, of_device=kept.id, adding=Adding(), open=DeviceView(row))
        self._owner.told("added" if new else "saved", kept.name)
        self._owner.refresh()

    def _set(self, **fields: Any) -> None:
        self._owner.change(adding=replace(self.now, **fields))
