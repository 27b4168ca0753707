"""What the devices page draws: the list, one device, the steps of adding one, what runs out, what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

ROLES = (
    "id_reader", "scanner", "receipt_printer", "label_printer", "barrier", "relay", "locker", "dispenser",
    "card_reader", "air_sensor", "climate_sensor", "contact", "sos_receiver", "watch_gateway",
)  # fmt: skip
# actions that are settings of the machine, and none to try
HIDDEN = frozenset(
    "write_zone read_zone encoding baud save beat aim set_stock check period passive active all_on open_all reset".split()
)
ASKED = ("lock", "channel", "selection")  # the one number a try asks for
# settings that a person is asked for; the others keep what the driver says
USUAL = (
    "baud", "address", "locks", "wiring", "board", "channels", "inputs", "normal", "relay", "sensor", "open_channel",
    "close_channel", "stop_channel", "allow", "paper_mm", "width_mm", "height_mm", "gap_mm",
)  # fmt: skip
# what a hand can do at a practice device, by its driver: (word of ui.texts_device_words.HANDS, command)
HANDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "resident_id": (("lay_card", "card mainland 1"), ("lift_card", "lift")),
    "rdm6300": (("hold_card", "card 0006547886"),),
    "card_text": (("hold_card", "card 0006547886"),),
    "pcsc": (("hold_card", "card 0476BFE1BF0280"),),
    "gm65": (("show_code", "code 6900000000017"),),
    "hid_pos": (("show_code", "code 6900000000017"),),
    "serial_line": (("show_code", "6900000000017"),),
    **dict.fromkeys(
        ("kerong_cu16", "kerong_cu48", "lock8a80", "wkly"),
        (("shut_door", "shut 1"), ("put_in", "put 1"), ("take_out", "take 1")),
    ),
    "relay_drop": (("fill_up", "refill 40"),),
    "vmc": (("fill_up", "refill 13 40"),),
    "escpos": (("tear", "tear"),),
    "tspl": (("tear", "tear"),),
    "zpl": (("tear", "tear"),),
    "rf433": (("press_button", "press 841904"),),
    "gps_watch": (("sos", "sos"), ("fall", "fall")),
    "modbus_inputs": (("open_contact", "input 1 off"), ("close_contact", "input 1 on")),
    "pms5003": (("dusty", "dust 180 220"), ("clean", "dust 12 20")),
    "sds011": (("dusty", "dust 180 220"), ("clean", "dust 12 20")),
    "rs485_th": (("hot", "temperature 38"),),
    "xy_md02": (("hot", "temperature 38"),),
}


class Panel(StrEnum):
    HOME = "home"
    DEVICE = "device"
    ADD = "add"
    STOCK = "stock"
    HISTORY = "history"


class Step(StrEnum):
    """Of adding a device."""

    PORT = "port"
    KIND = "kind"
    MODEL = "model"
    TRY = "try"
    NAME = "name"


STEPS = tuple(Step)


@dataclass(frozen=True)
class DeviceRow:
    """code: how it stands, with a sentence."""

    id: str
    name: str
    role: str
    driver: str
    place: str
    code: str
    ok: bool
    training: bool = False
    off: bool = False


@dataclass(frozen=True)
class Try:
    """A thing it can be told to do. asks: the number a try asks for, "" for none."""

    action: str
    asks: str = ""
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Heard:
    """The last thing it said: fields without anything personal."""

    kind: str
    fields: Mapping[str, Any]
    at: int


@dataclass(frozen=True)
class DeviceView:
    """One device, opened. address: where it is plugged in; waiting: orders that wait for it; faults: to practise with."""

    row: DeviceRow = field(default_factory=lambda: DeviceRow("", "", "scanner", "", "", "device.off", True))
    since: int = 0
    address: str = ""
    tries: tuple[Try, ...] = ()
    faults: tuple[str, ...] = ()
    fault: str = ""
    hands: tuple[tuple[str, str], ...] = ()
    heard: Heard | None = None
    waiting: int = 0


@dataclass(frozen=True)
class ActRow:
    """A line of the history. when, by, settled_by: words. ended: a key of ui.texts_device_words.ENDED."""

    id: str
    when: str
    device: str
    role: str
    action: str
    number: str
    subject: str
    ended: str
    code: str
    by: str
    settled_by: str = ""
    ask: bool = False  # a person is to look
    training: bool = False


@dataclass(frozen=True)
class StockRow:
    id: str
    name: str
    kind: str
    left: int
    days: int | None
    low: bool
    device: str
    device_id: str
    slot: int
    full: int
    low_at: int
    here: bool


@dataclass(frozen=True)
class PortRow:
    """A port that is plugged in. fresh: since the wizard was opened; used_by: the device that has it."""

    address: str
    name: str
    words: str
    fresh: bool = False
    used_by: str = ""


@dataclass(frozen=True)
class Setting:
    """A setting of the driver that is asked for."""

    name: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adding:
    """A device on its way in, or one being changed (id). address "": practice. probe: "" not tried, "ok", or a code."""

    step: Step = Step.PORT
    id: str = ""
    training: bool = False
    address: str = ""
    role: str = ""
    driver: str = ""
    drivers: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    name: str = ""
    place: str = ""
    probe: str = ""
    probing: bool = False


@dataclass(frozen=True)
class DevicesModel:
    """ready: the drivers are loaded; may_use, may_edit: rights of who is on duty."""

    panel: Panel = Panel.HOME
    ready: bool = False
    known: bool = False
    devices: tuple[DeviceRow, ...] = ()
    open: DeviceView = field(default_factory=DeviceView)
    acts: tuple[ActRow, ...] = ()
    asks: tuple[ActRow, ...] = ()
    of_device: str = ""
    stock: tuple[StockRow, ...] = ()
    ports: tuple[PortRow, ...] = ()
    adding: Adding = field(default_factory=Adding)
    may_use: bool = False
    may_edit: bool = False

    @property
    def bad(self) -> tuple[DeviceRow, ...]:
        return tuple(one for one in self.devices if not one.ok and not one.off)

    @property
    def low(self) -> tuple[StockRow, ...]:
        return tuple(one for one in self.stock if one.low)
