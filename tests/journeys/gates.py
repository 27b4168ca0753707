"""Gates of one estate in windows of their own, and what people do in them: founding, linking, inviting, joining."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk import app as desk_app
from desk.core.ids import new_id
from desk.operators.reads import sign_on_list
from desk.people import service as people
from desk.people.reads import find_household
from desk.people.service_households import add_household
from desk.reception import reads as visits
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Founding
from desk.sync import reads_now
from desk.sync.rules_now import State
from desk.wire.enrol import ticket_text
from tests.journeys.conftest import PIN, Moved, Running, Start
from tests.sync.net.hubs import HubProcess

RESIDENT = "欧阳小满"


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
    chip = next(chip for chip in one.read(sign_on_list) if chip.role == "manager")
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


def two_gates(hub: HubProcess, tmp_path: Path, world: Moved, start: Start) -> tuple[Running, Running]:
    """South founded the estate and linked it; north joined. The manager is signed on at both."""
    south = start(founded(tmp_path / "south", world))
    sign_on(south)
    link(south, hub)
    ticket = invited(south)
    assert south.page().on_back()
    north = start(tmp_path / "north")
    join(north, ticket)
    sign_on(north)
    return south, north


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
        one.until(lambda page=page: page.home.isVisible() and page.main_button() is not None and not page.model.busy)
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
