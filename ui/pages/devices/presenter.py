"""What is attached: the list, one device, stock and history; adding one is in adding.py. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.devices import asks
from ui.pages.devices.adding import AddingPresenter
from ui.pages.devices.model import HANDS, Adding, DevicesModel, DeviceView, Heard, Panel, StockRow
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.devices.acting import Acted
    from desk.devices.runtime import Devices

# fields of what a device says that may stand on a screen: nothing of a card, a person or a code
PLAIN = frozenset({"lock", "closed", "present", "channel", "quantity", "value", "unit", "position", "sort"})


class DevicesPresenter:
    """`show(model)`; `told(what, facts)` says in words what was done; `acted(acted)` what came of a try."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[DevicesModel], None] = ignore
        self.told: Callable[..., None] = ignore
        self.acted: Callable[[Acted], None] = ignore
        self.paper: Callable[[Mapping[str, Any]], str] = str  # a page to try a printer of these options with, as a job
        self.model = DevicesModel()
        self.adding = AddingPresenter(self)
        self._heard: dict[str, Heard] = {}
        self._leave: Callable[[], None] | None = None

    @property
    def devices(self) -> Devices | None:
        """There a moment after the start of the program."""
        found: Devices | None = self.ports.extras.get("devices")
        return found

    # -- coming and going

    def open(self, panel: str = "", device_id: str = "") -> None:
        if panel:
            self.model = replace(self.model, panel=Panel(panel))
        self._listen()
        self.refresh()
        if device_id:
            self.open_device(device_id)

    def hide(self) -> None:
        """Nobody looks: what devices say is nobody's news here."""
        if self._leave is not None:
            self._leave()
            self._leave = None

    def abandon(self) -> None:
        self.hide()
        self.show, self.told, self.acted = ignore, ignore, ignore

    def refresh(self) -> None:
        actor, devices = self.ports.desk.actor, self.devices
        self.model = replace(
            self.model, ready=devices is not None and bool(devices.kinds()), may_use=actor.may("device.use"),
            may_edit=actor.may("device.edit"), devices=asks.rows(devices) if devices else (),
        )  # fmt: skip
        time, of = self.ports.desk.time, self.model.of_device
        self.turns.read("history", lambda r: asks.history(r, time, of), lambda found: self.change(**found, known=True))
        self.turns.read("stock", asks.stock, lambda found: self.change(stock=found))
        self._look()
        self.adding.look_at_ports()
        self.show(self.model)

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        panel = self.model.panel
        if panel is Panel.HOME:
            return False
        if panel is Panel.ADD and self.adding.back():
            return True
        after = Panel.DEVICE if panel is Panel.HISTORY and self.model.of_device else Panel.HOME
        if panel is Panel.ADD and self.model.adding.id:
            after = Panel.DEVICE
        self.change(panel=after, of_device="" if after is Panel.HOME else self.model.of_device, adding=Adding())
        return True

    def go(self, panel: Panel) -> None:
        self.change(panel=panel)
        self.refresh()

    def change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- one device

    def open_device(self, device_id: str) -> None:
        self.model = replace(self.model, panel=Panel.DEVICE, of_device=device_id)
        self._look()
        self.refresh()

    def _look(self) -> None:
        devices, device_id = self.devices, self.model.of_device
        if devices is None or not device_id:
            return
        view = asks.view(devices, device_id, self._heard.get(device_id), HANDS)
        if view is not None:
            self.model = replace(self.model, open=view)
            return
        row = replace(self.model.open.row, id=device_id, code="device.opening", ok=True, off=False)
        self.model = replace(self.model, open=DeviceView(row))  # its driver is being made, or it is gone
        self.turns.read("gone", lambda r: asks.set_up_of(r, device_id), lambda found: self._looked(device_id, found))

    def _looked(self, device_id: str, found: Any) -> None:
        if found is None and device_id == self.model.of_device:
            panel = Panel.HOME if self.model.panel is Panel.DEVICE else self.model.panel
            self.change(panel=panel, of_device="", open=DeviceView())

    def attempt(self, action: str, number: int = 0) -> None:
        """Try one of its abilities; what came of it comes as `acted`."""
        devices, view = self.devices, self.model.open
        if devices is None or not self._may("device.use"):
            return
        from desk.devices.acting import Purpose

        asked = next((one.asks for one in view.tries if one.action == action), "")
        params = {asked: number} if asked else {}
        if action == "print":
            one = devices.driven(view.row.id)
            job = self.paper(one.set_up.options if one is not None else {})
            devices.print(view.row.id, lambda copy: job, purpose=Purpose("test"), done=self._acted)
        else:
            devices.act(view.row.id, action, params, purpose=Purpose("test"), done=self._acted)

    def fault(self, fault: str) -> None:
        """A practice device shall have this fault."""
        self._at_stage(lambda stage: stage.switch(fault))

    def hand(self, command: str) -> None:
        """Somebody does something at a practice device."""
        self._at_stage(lambda stage: stage.hand(command))

    def _at_stage(self, work: Callable[[Any], None]) -> None:
        from desk.core.errors import Refused

        one = self.devices.driven(self.model.of_device) if self.devices is not None else None
        if one is None or one.stage is None:
            return
        try:
            work(one.stage)
        except Refused as refused:
            self.ports.say.problem(refused)
        self._look()
        self.show(self.model)

    def hurry(self) -> None:
        """The fault is mended: look again now."""
        if self.devices is not None:
            self.devices.hurry(self.model.of_device)

    def switch(self, off: bool) -> None:
        from desk.devices import service

        device_id = self.model.of_device
        self.turns.write(
            "switch", lambda u: service.switch(u, device_id, off), lambda _: self._done("off" if off else "on")
        )

    def remove(self) -> None:
        """With an undo."""
        from desk.devices import service

        device_id = self.model.of_device
        self.turns.write("remove", lambda u: service.remove(u, device_id), self._removed)

    def _removed(self, was: Any) -> None:
        self.change(panel=Panel.HOME, of_device="", open=DeviceView())
        self.told("removed", was)

    def put_back(self, was: Any) -> None:
        from desk.devices import service

        self.turns.write("remove", lambda u: service.put_back(u, was), lambda _: self.refresh())

    # -- what nobody is sure of

    def resolve(self, action_id: str, came_out: bool) -> None:
        from desk.devices import service

        self.turns.write("resolve", lambda u: service.resolve(u, action_id, came_out), lambda _: self._done("resolved"))

    # -- what runs out

    def refill(self, item_id: str, amount: int) -> None:
        from desk.devices import service_stock

        self.turns.write(
            "stock",
            lambda u: service_stock.refill(u, item_id, amount),
            lambda entry: self._done("refilled", amount, entry),
        )

    def undo_refill(self, entry_id: str) -> None:
        from desk.devices import service_stock

        self.turns.write("stock", lambda u: service_stock.undo_refill(u, entry_id), lambda _: self.refresh())

    def count(self, item_id: str, there: int) -> None:
        from desk.devices import service_stock

        self.turns.write(
            "stock", lambda u: service_stock.count(u, item_id, there), lambda apart: self._done("counted", apart)
        )

    def save_item(self, row: StockRow) -> None:
        from desk.devices import service_stock
        from desk.devices.rules import StockKind

        self.turns.write(
            "stock",
            lambda u: service_stock.save_item(
                u, row.id, row.name, StockKind(row.kind), row.device_id, row.slot, row.full, row.low_at
            ),
            lambda _: self._done("item"),
        )

    # -- answers

    def _acted(self, acted: Acted) -> None:
        self.acted(acted)
        self._look()
        self.show(self.model)

    def _done(self, what: str, *facts: Any) -> None:
        self.told(what, *facts)
        self.refresh()

    def _may(self, right: str) -> bool:
        from desk.core.errors import Refused

        try:
            self.ports.desk.actor.require(right)
        except Refused as refused:
            self.ports.say.problem(refused)
            return False
        return True

    def _listen(self) -> None:
        from desk.core.events import DeviceSaid

        def hear(event: Any) -> None:
            """On the device's thread: kept there, so that what nobody looks at costs the screen nothing."""
            if isinstance(event, DeviceSaid):
                plain = {name: value for name, value in event.fields.items() if name in PLAIN}
                self._heard[event.device_id] = Heard(event.kind, plain, event.at_ms)
                if event.device_id == self.model.of_device and self.model.panel is Panel.DEVICE:
                    self.ports.desk.lanes.post(self._said)

        if self._leave is None:
            self._leave = self.ports.desk.bus.subscribe(hear)

    def _said(self) -> None:
        if self.model.panel is Panel.DEVICE:
            self._look()
            self.show(self.model)
