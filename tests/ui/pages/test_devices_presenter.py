"""The devices page without Qt: rights, what may stand on the screen, steps of adding, half-filled forms."""

from __future__ import annotations

from typing import Any

import pytest

from desk.core.events import DeviceSaid
from ui.pages.devices import asks
from ui.pages.devices.model import HANDS, HIDDEN, ROLES, Adding, DevicesModel, Panel, Step
from ui.pages.devices.presenter import DevicesPresenter
from ui.texts import table
from ui.texts_device_words import DOES, DRIVERS, FAULTS, FOR
from ui.texts_device_words import HANDS as HAND_WORDS
from ui.texts_device_words import ROLES as ROLE_WORDS


@pytest.fixture(scope="module")
def kinds() -> Any:
    from drivers import registry

    return registry.find()


def test_every_driver_role_ability_fault_and_hand_has_words(kinds: Any) -> None:
    from desk.devices.acting import Role
    from desk.devices.rules import roles_for
    from drivers.api import complete

    assert set(ROLES) == {role.value for role in Role} == set(ROLE_WORDS) == set(FOR)
    assert set(DRIVERS) == set(kinds)
    for name, kind in kinds.items():
        roles = roles_for(name, kind.ROLE)
        assert roles, name
        for role in roles:
            lacking = {a.name for a in kind.ACTIONS if f"{role.value}.{a.name}" not in DOES and a.name not in HIDDEN}
            assert not lacking, (name, lacking)
        options = {option.name: option for option in kind.OPTIONS}
        given = {"port": "127.0.0.1:9"} if "port" in options else {}
        simulated = kind.simulator(complete(kind.OPTIONS, given, partial=True))
        assert set(simulated.FAULTS) <= set(FAULTS), name
        for word, command in HANDS.get(name, ()):
            assert word in HAND_WORDS
            simulated.command(command)


def test_every_reason_of_a_driver_has_a_sentence(kinds: Any) -> None:
    """Read off the sources: a code nobody wrote a sentence for would stand on the screen as it is."""
    import re
    from pathlib import Path

    import drivers

    told = re.compile(
        r'(?:Result\(Outcome\.\w+, |NoAnswer\(|State\.LOST, |PortLost\()"([a-z_]+)"|code(?:: ClassVar\[str\])? = "([a-z_]+)"'
    )
    found: set[str] = set()
    for path in Path(drivers.__path__[0]).rglob("*.py"):
        if "simulated" not in path.parts:
            found |= {one or other for one, other in told.findall(path.read_text(encoding="utf-8"))}
    from drivers.printers.printer import Printer

    found |= set(Printer.TROUBLES)
    assert len(found) > 30
    assert sorted(code for code in found if f"device.{code}" not in table()) == []


class FakeDesk:
    """Enough of a desk for a presenter: no store, no lanes."""

    class Nobody:
        def may(self, right: str) -> bool:
            return False

        def require(self, right: str) -> None:
            from desk.core.errors import Refused

            raise Refused("right.missing", right=right, role="nobody")

    def __init__(self) -> None:
        from desk.core.clock import SiteTime
        from desk.core.events import Bus
        from desk.core.lanes import run_here

        self.actor, self.bus, self.time = self.Nobody(), Bus(), SiteTime()
        self.lanes = type("Posts", (), {"post": staticmethod(run_here)})()

    def read(self, work: Any, done: Any, failed: Any) -> None:
        """Nobody answers."""

    write = read


class FakeSay:
    def __init__(self) -> None:
        self.problems: list[Exception] = []

    def problem(self, error: Exception) -> None:
        self.problems.append(error)


def presenter() -> tuple[DevicesPresenter, FakeDesk, FakeSay]:
    from ui.shell.ports import Ports

    desk, say = FakeDesk(), FakeSay()
    ports: Any = Ports(desk, None, say, None)  # type: ignore[arg-type]
    return DevicesPresenter(ports), desk, say


def test_before_the_drivers_are_loaded_nothing_is_ready() -> None:
    made, _, _ = presenter()
    made.open()
    assert not made.model.ready
    made.adding.begin()
    made.adding.choose_kind("locker")
    assert made.model.adding.step is Step.PORT
    made.attempt("open")
    made.hide()


def test_nothing_personal_of_what_a_device_says_is_kept() -> None:
    made, desk, _ = presenter()
    made.open()
    desk.bus.publish(DeviceSaid("d1", "id_reader", "identity", {"name": "测试甲", "number": "0", "lock": 3}, 5))
    assert made._heard["d1"].fields == {"lock": 3}
    made.hide()
    desk.bus.publish(DeviceSaid("d2", "locker", "door", {"lock": 1}, 6))
    assert "d2" not in made._heard


def test_back_goes_step_by_step_and_a_changed_device_goes_to_its_card() -> None:
    made, _, _ = presenter()
    made.change(panel=Panel.ADD, adding=Adding(Step.MODEL))
    assert made.back()
    assert made.model.adding.step is Step.KIND
    made.back()
    assert made.model.adding.step is Step.PORT
    assert made.back()
    assert made.model.panel is Panel.HOME
    assert not made.back()
    made.change(panel=Panel.ADD, of_device="d", adding=Adding(Step.NAME, id="d"))
    assert made.back()
    assert made.model.panel is Panel.DEVICE


def test_settings_are_those_a_person_knows(kinds: Any) -> None:
    class Devices:
        def kinds(self) -> Any:
            return kinds

    found = asks.settings(Devices(), "lock8a80", {"address": 3})  # type: ignore[arg-type]
    assert {one.name: one.value for one in found} == {
        "baud": "9600", "address": "3", "locks": "24", "wiring": "closed_when_locked",
    }  # fmt: skip
    assert DevicesModel().bad == ()
