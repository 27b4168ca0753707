"""Two windows and a hub: a further gate joins, the cable is pulled, both work a day, and then everything agrees."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desk import app as desk_app
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.operators.reads import sign_on_list
from desk.people import service as people
from desk.people.reads import find_household
from desk.people.service_households import add_household
from desk.people.tables import Person
from desk.reception import reads as visits
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Founding
from desk.sync import reads_now
from desk.sync.rules_now import State
from desk.wire.enrol import ticket_text
from tests.journeys.conftest import PIN, Running
from tests.sync.net.hubs import HubProcess, serving
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options

PICTURES = "GATEHOUSE_JOURNEY_PICTURES"  # a folder to keep the pictures in
RESIDENT = "欧阳小满"
OURS, THEIRS = "10400001111", "10400002222"
DAY_MS = 8 * HOUR_MS


class Moved:
    """The computer's own time, some hours on; the hub keeps the real one."""

    def __init__(self) -> None:
        self._on_ms = 0

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self._on_ms

    def monotonic_s(self) -> float:
        return time.monotonic() + self._on_ms / 1000

    def advance(self, ms: int) -> None:
        self._on_ms += ms


Start = Callable[[Path], Running]


@pytest.fixture
def world() -> Moved:
    return Moved()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    (tmp_path / "hub").mkdir()
    with serving(tmp_path / "hub") as found:
        yield found


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, world: Moved) -> Iterator[Start]:
    """Programs in one process, each with its own window, desk and threads."""
    qt_log_to_logging()
    programs: list[Program] = []

    def begin(home: Path) -> Running:
        program = Program(qapp, Options(home=home, camera="off"), world)  # type: ignore[arg-type]
        programs.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.eyes is not None, timeout=20_000)
        return Running(program, qtbot, world)  # type: ignore[arg-type]

    yield begin
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    i18n.install(i18n.SOURCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Running, str], None]:
    """Keep what a window shows."""
    folder = Path(os.environ.get(PICTURES) or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)

    def save(one: Running, name: str) -> None:
        one.qtbot.wait(350)  # what the bar counts comes a moment after the last commit
        assert one.window.grab().save(str(folder / f"{name}.png"))

    return save


def founded(home: Path, world: Moved) -> Path:
    """The estate as its first gate has had it for a while."""
    desk = desk_app.build(home, clock=world)  # type: ignore[arg-type]
    desk.found(Founding("锦绣苑", "南门", gate_phone="0000-1234", throwaway=True))
    desk.session.make_first_manager("陈秀兰", PIN)
    with desk.store.unit(desk.actor) as u:
        home_id = add_household(u, "3", "1", "1202")
        people.bind(u, people.add_person(u, RESIDENT), home_id, "owner")
    desk.close()
    return home


def sign_on(one: Running) -> None:
    """The manager, with the PIN; every desk of the estate knows it."""
    chip = one.read(sign_on_list)[0]
    session = one.program.desk.session
    one.program.desk.lanes.run("disk-write", lambda: session.sign_on_pin(chip.operator_id, PIN))
    one.until(lambda: not session.state.locked and not one.shell.stack.locked)


def link(one: Running, hub: HubProcess) -> None:
    """Paste the code of the hub's page."""
    one.shell.to("sync")
    page = one.page()
    one.until(lambda: page.model.found is not None)
    assert page.model.found.now.state is State.ALONE
    page.main_button().click()
    page.link.ticket.setPlainText(ticket_text(hub.ticket()))
    page.main_button().click()
    one.until(lambda: now(one).state is State.AGREED, 30_000)


def invited(one: Running) -> str:
    """What the second window's camera would read off the first one's screen."""
    page = one.page()
    page.home.invite.click()
    one.until(lambda: page.model.invitation is not None, 20_000)
    return str(page.model.invitation.ticket)


def join(one: Running, ticket: str) -> None:
    """The first run's third way, up to the empty desk."""
    one.until(lambda: one.program.door.welcome is not None)
    page: Any = one.program.door.welcome
    one.until(lambda: not page.model.busy)
    page.parts["language"]._join.click()
    page.parts["gate"].editor("gate_name").insert("北门")
    page.presenter.typed(gate_name="北门")
    page.next.click()
    one.until(lambda: page.model.step == "key" and page.model.keyring is not None)
    page.next.click()
    one.until(lambda: page.model.step == "join")
    assert page.parts["join"].scanned(ticket)
    one.until(lambda: page.model.step == "code" and bool(page.model.code), 60_000)
    code = page.model.code
    page.next.click()
    page.parts["code"].typed.setText(code)
    page.next.click()
    one.until(lambda: page.model.step == "camera")
    page.next.click()
    one.until(lambda: one.program.shell is not None, 20_000)


def now(one: Running) -> Any:
    return one.read(reads_now.now)


def agree(*both: Running) -> None:
    """Press the button in one window after the other until nobody has anything to say."""
    for one in (*both, *both):
        one.shell.to("sync")
        page = one.page()
        one.until(lambda page=page: page.model.found is not None and not page.model.busy)
        page.main_button().click()
        one.until(lambda page=page: not page.model.busy, 60_000)
        assert page.model.wrong is None
        one.until(lambda one=one: now(one).waiting == 0, 30_000)


def admit(one: Running, name: str) -> None:
    """A guest comes in at this gate."""

    def work(u: Any) -> None:
        door = find_household(u, "3-1-1202")
        assert door is not None
        draft = Draft(VisitorType.GUEST, name=name, household_id=door.id)
        reception.admit(u, AdmitRequest(new_id(u.now), draft, Proof.PHONE))

    act(one, work)


def act(one: Running, work: Callable[[Any], Any]) -> None:
    """By whoever is on duty."""
    with one.program.desk.store.unit(one.program.desk.actor) as u:
        work(u)


def inside(one: Running) -> set[str]:
    """Who is inside, as the page of this window lists them."""
    known = {row.id for row in one.read(visits.inside)}
    one.shell.to("inside")
    page = one.page()
    one.until(lambda: {row.visit_id for row in page.model.rows} == known)
    return known


def phone(one: Running) -> str:
    return str(one.read(lambda r: r.conn.execute(select(Person.phone).where(Person.name == RESIDENT)).scalar_one()))


def change_phone(one: Running, number: str) -> None:
    def work(u: Any) -> None:
        person = u.conn.execute(select(Person.id).where(Person.name == RESIDENT)).scalar_one()
        people.edit_person(u, person, RESIDENT, number)

    act(one, work)


def strip(one: Running) -> str:
    """What the pill in the bar says in full."""
    one.shell._refresh_bar()
    one.qtbot.wait(200)
    return str(one.window.bar._line.accessibleName())


def test_a_day_without_a_line_and_then_everything_agrees(
    hub: HubProcess, tmp_path: Path, world: Moved, start: Start, picture: Callable[[Running, str], None]
) -> None:
    south = start(founded(tmp_path / "south", world))
    sign_on(south)
    assert strip(south) == "不联网也能用 · 都存在本机"
    link(south, hub)
    picture(south, "1-linked")
    ticket = invited(south)
    picture(south, "2-invitation")
    assert south.page().on_back()
    north = start(tmp_path / "north")
    join(north, ticket)
    sign_on(north)
    assert phone(north) == ""
    agree(south, north)
    assert "都已存好" in strip(north)

    hub.kill()
    for name in ("邹一", "邹二", "邹三"):
        admit(south, name)
    for name in ("萧一", "萧二"):
        admit(north, name)
    change_phone(south, OURS)
    world.advance(30 * MINUTE_MS)
    sign_on(north)
    change_phone(north, THEIRS)
    world.advance(DAY_MS)
    for one in (south, north):
        sign_on(one)
        assert now(one).state is State.NO_LINE
        assert strip(one).startswith("8 小时没有线路 · 待传 ")
        assert strip(one).endswith("最早 8 小时前")
        one.shell.to("sync")
        one.until(lambda one=one: one.page().model.found is not None)
    picture(south, "3-south-without-a-line")
    picture(north, "4-north-without-a-line")
    assert len(inside(south)) == 3
    assert len(inside(north)) == 2

    hub.start()
    agree(south, north)
    assert inside(south) == inside(north)
    assert len(inside(south)) == 5
    assert phone(south) == phone(north)
    picture(south, "5-south-agreed")
    picture(north, "6-north-agreed")

    south.shell.to("sync")
    page = south.page()
    south.until(lambda: bool(page.model.found.conflicts))
    assert now(north).conflicts == 1
    other = OURS if phone(south) == THEIRS else THEIRS
    page._presenter.open_conflict(page.model.found.conflicts[0].num)
    assert "两个人改了电话" in page.heading()
    picture(south, "7-two-people-changed-the-phone")
    page.conflict.lost.use.click()
    south.until(lambda: now(south).conflicts == 0)
    agree(south, north)
    assert (phone(south), phone(north)) == (other, other)
    assert now(north).conflicts == 0
    assert [now(one).state for one in (south, north)] == [State.AGREED, State.AGREED]
    picture(north, "8-settled-at-the-other-gate")
