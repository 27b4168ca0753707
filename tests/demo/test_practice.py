"""The practice estate: what it may never do is refused below every button, also for a copy under another name."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from desk import app, joining, syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.core.paths import Home
from desk.demo.practice import open_practice, start_over, volunteer
from desk.devices import service as devices
from desk.devices.acting import Role
from desk.devices.runtime import Devices
from desk.devices.views import SetUp
from desk.operators.rules import COMMAND
from desk.restoring import restore
from desk.store import backup, linking, practice
from desk.store import key as keys
from desk.store.store import Founding
from desk.sync import enrolling, http, stick, stick_in
from desk.sync.telling import Hooks
from desk.wire.enrol import HANDSHAKE, Ticket
from drivers.registry import find
from tests.fakes.clock import START, FakeClock

TICKET = Ticket(HANDSHAKE, "https://hub.invalid", "", "7K2M9PQR41XZ")
REAL = SetUp("", "道闸", Role.BARRIER, "barrier", "/dev/ttyUSB0", {}, "车道", training=False)
PLAYED = SetUp("", "道闸", Role.BARRIER, "barrier", "", {}, "车道", training=True)
NO_HOOKS: Hooks = {}


def _small(where: Path, marked: bool = True) -> Desk:
    """An estate of nobody, founded as the demonstration is."""
    desk = app.build(where, clock=FakeClock())
    desk.found(Founding("练习苑", "南门", throwaway=True))
    if marked:
        with desk.store.unit() as u:
            practice.mark(u)
        desk.practice = True
    return desk


@pytest.fixture
def original(tmp_path: Path) -> Iterator[Desk]:
    desk = _small(tmp_path / "practice")
    yield desk
    desk.close()


@pytest.fixture(params=["where it was made", "copied"])
def trained(request: pytest.FixtureRequest, original: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The practice estate itself, and its folder copied to where a desk would have its data."""
    if request.param == "where it was made":
        yield original
        return
    original.store.checkpoint()
    shutil.copytree(original.home.root, tmp_path / "gatehouse-desk")
    desk = app.build(tmp_path / "gatehouse-desk", clock=FakeClock())
    desk.open()
    assert desk.practice
    yield desk
    desk.close()


def _refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.code == code


def test_it_never_enrols_at_a_hub(trained: Desk) -> None:
    _refused(practice.NO_HUB, lambda: enrolling.enrol(trained.store, TICKET, COMMAND, name="南门", app="0"))
    _refused(practice.NO_HUB, lambda: http.opened(trained.store, trained.clock))
    with trained.store.unit(COMMAND) as u:
        _refused(practice.NO_HUB, lambda: linking.keep_link(u, "https://hub.invalid", "", "", 0, state="linked"))


def test_a_hub_that_was_written_into_it_by_hand_is_never_asked(trained: Desk) -> None:
    with trained.store.unit(COMMAND) as u:
        u.put_secret(http.DEVICE_KEY, b"k" * 32)
    _refused(practice.NO_HUB, lambda: http.opened(trained.store, trained.clock))


def test_nothing_is_carried_out_of_it_or_into_it(trained: Desk, tmp_path: Path) -> None:
    _refused(practice.NO_CARRY, lambda: syncing.export(trained, tmp_path / "out.gdcarry", COMMAND))
    _refused(practice.NO_CARRY, lambda: stick.export(trained.store, tmp_path / "out.gdcarry"))
    real = _small(tmp_path / "real", marked=False)
    with real.store.reading() as r:
        site = r.site_id
    stick.export(real.store, tmp_path / "in.gdcarry")
    real.close()
    assert site
    _refused(practice.NO_CARRY, lambda: stick_in.take(trained.store, tmp_path / "in.gdcarry", NO_HOOKS))
    assert not (tmp_path / "out.gdcarry").exists()


def test_it_does_not_become_a_gate_of_an_estate(trained: Desk) -> None:
    _refused("desk.already_founded", lambda: joining.join(trained, TICKET, gate_name="北门"))


def test_it_opens_no_port(trained: Desk) -> None:
    with trained.store.unit(COMMAND) as u:
        _refused(practice.NO_PORTS, lambda: devices.set_up(u, REAL))
        _refused(practice.NO_PORTS, lambda: devices.put_back(u, REAL))
        assert devices.set_up(u, PLAYED).id


def test_a_port_that_was_written_into_it_by_hand_is_never_opened(trained: Desk, tmp_path: Path) -> None:
    with trained.store.unit(COMMAND) as u:
        made = devices.set_up(u, PLAYED)
        from desk.devices.tables import Device

        u.reproject(Device, made.id, training=False, address=str(tmp_path / "no-such-port"))
    looked: list[str] = []
    running = Devices(trained, find, lambda: looked.append("ports") or [])  # type: ignore[func-returns-value]
    try:
        begun = threading.Event()
        running.start(begun.set)
        assert begun.wait(10)
        assert {one.code for one in running.everything()} == {practice.NO_PORTS}
        assert running.driven(made.id) is None
        told: Queue[str] = Queue()
        running.probe("barrier", {"port": str(tmp_path / "no-such-port")}, told.put)
        assert told.get(timeout=10) == practice.NO_PORTS
    finally:
        running.close()
    assert not looked


def test_real_data_is_never_called_practice(tmp_path: Path) -> None:
    home = Home(tmp_path / "real", private=True)
    desk = app.build(home, clock=FakeClock())
    desk.found(Founding("锦绣苑", "南门"))
    with desk.store.unit() as u:
        _refused("practice.real_data", lambda: practice.mark(u))
    _refused("practice.not_practice", lambda: start_over(desk))
    desk.practice = True  # and a wrong belief about it throws nothing away
    _refused("practice.not_practice", lambda: start_over(desk))
    desk.close()
    again = app.build(home, clock=FakeClock())
    _refused("practice.real_data", lambda: open_practice(again))
    assert not again.practice
    again.close()


def test_whether_a_closed_store_is_practice(original: Desk, tmp_path: Path) -> None:
    key = original.store.key
    assert practice.in_file(original.home.database, key)
    assert not practice.in_file(original.home.database, keys.make_key())
    assert not practice.in_file(tmp_path / "none.db", key)


def test_start_over_makes_it_anew_and_it_is_practice_still(original: Desk) -> None:
    before = original.store.key
    original.clock.set(START + 15 * 3_600_000)  # type: ignore[attr-defined]
    original.settings.change(extra={"morning": {"at": "guest"}})
    (original.home.backups).mkdir()
    (original.home.backups / "of-practice").touch()
    start_over(original)
    again = app.build(original.home, clock=original.clock)
    open_practice(again)
    try:
        assert again.practice
        assert again.store.key != before
        assert not again.home.backups.exists()
        assert again.settings.now.extra["morning"] == {"at": "guest"}
        with again.store.reading() as r:
            assert volunteer(r) == "王老师"
        assert again.session.state.locked or not again.actor.rights
    finally:
        again.close()


def test_its_backups_lie_in_it_and_restore_nowhere(trained: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        backup.write(trained.home.database, trained.store.key, tmp_path / "stick", trained.clock.now_ms())
    assert caught.value.code == practice.NO_BACKUP
    assert not (tmp_path / "stick").exists()
    made = backup.write(trained.home.database, trained.store.key, trained.home.backups, trained.clock.now_ms())
    real = app.build(tmp_path / "real", clock=FakeClock())
    real.found(Founding("锦绣苑", "南门"))
    real.store.checkpoint()
    real.close()
    before = real.home.database.read_bytes()
    _refused(practice.NO_BACKUP, lambda: restore(real, made, key=trained.store.key))
    assert real.home.database.read_bytes() == before


def test_a_real_backup_is_not_put_in_its_place(trained: Desk, tmp_path: Path) -> None:
    real = _small(tmp_path / "real", marked=False)
    made = backup.write(real.home.database, real.store.key, tmp_path / "stick", real.clock.now_ms())
    key = real.store.key
    real.close()
    _refused(practice.NO_BACKUP, lambda: restore(trained, made, key=key))
    assert not list(trained.home.root.glob("*.aside-*"))
