"""A further gate joins: after a power cut in the middle of it, given up and begun anew, and by a file where there is no line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import app as desk_app
from desk import joining, syncing
from desk.app import Desk
from desk.operators.rules import COMMAND
from desk.people.reads import find_household
from tests.chaos import failpoints
from tests.chaos.processes import KILLED, Process
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import founded, sign_on
from tests.sync.net.hubs import HubProcess, enrolled
from ui.widgets.dialog_card import DialogCard

Picture = Callable[[Running, str], None]


@pytest.fixture
def first(hub: HubProcess, tmp_path: Path) -> Iterator[Desk]:
    """The gate that invites; its window is not needed."""
    desk = enrolled(hub, tmp_path / "first")
    desk.session.make_first_manager("陈秀兰", "73914")
    syncing.once(desk)
    yield desk
    desk.close()


def cut(first: Desk, folder: Path) -> Path:
    """A computer whose power went while the estate was coming in."""
    ticket = syncing.invite(first, COMMAND).ticket
    words = ["-m", "tests.sync.net.victim", "sync", "enrol", ticket, "--gate", "北门", "--home", str(folder)]
    with Process(words, folder.with_suffix(".log"), failpoints.at("snapshot.2_answered")) as child:
        assert child.ended() == KILLED
    assert joining.unfinished(desk_app.build(folder))
    return folder


def wizard(one: Running) -> Any:
    one.until(lambda: one.program.door.welcome is not None)
    page: Any = one.program.door.welcome
    one.until(lambda: not page.model.busy)
    return page


def to_the_end(one: Running, page: Any) -> None:
    """From the recovery code to the desk."""
    one.until(lambda: page.model.step == "code" and bool(page.model.code), 60_000)
    code = page.model.code
    page.next.click()
    page.parts["code"].typed.setText(code)
    page.next.click()
    one.until(lambda: page.model.step == "camera")
    page.next.click()
    one.until(lambda: one.program.shell is not None, 20_000)


def at_gate(one: Running, page: Any, name: str) -> None:
    """The gate's name and the key, up to the way in."""
    one.until(lambda: page.model.step == "gate")
    page.parts["gate"].editor("gate_name").insert(name)
    page.presenter.typed(gate_name=name)
    page.next.click()
    one.until(lambda: page.model.step == "key" and page.model.keyring is not None)
    page.next.click()
    one.until(lambda: page.model.step == "join")


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and its exit code are POSIX")
def test_after_a_power_cut_the_first_page_offers_to_go_on(
    first: Desk, tmp_path: Path, start: Start, picture: Picture
) -> None:
    one = start(cut(first, tmp_path / "north"))
    page = wizard(one)
    assert page.heading() == "加入停在半路，可以接着做"
    picture(one, "join-paused")
    assert one.window.press_main()
    at_gate(one, page, "北门")  # the name had been given on the command line, and went with the power
    page.next.click()
    to_the_end(one, page)
    sign_on(one)
    assert not list(one.program.desk.home.root.glob("joining*"))


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and its exit code are POSIX")
def test_an_unfinished_joining_can_be_given_up(
    first: Desk, hub: HubProcess, tmp_path: Path, start: Start, picture: Picture
) -> None:
    one = start(cut(first, tmp_path / "north"))
    page = wizard(one)
    hub.kill()  # for good: without a way back one would stand here for ever
    page.parts["join"].give_up.click()
    card = DialogCard.on(one.window)
    assert card is not None
    picture(one, "join-give-up")
    card.finish("yes")
    one.until(lambda: page.model.step == "language")
    assert not joining.unfinished(one.program.desk)
    page.next.click()
    assert (page.model.step, page.model.joined) == ("estate", False)


def test_by_a_file_and_its_code_where_there_is_no_line(
    tmp_path: Path, world: Moved, start: Start, picture: Picture
) -> None:
    south = start(founded(tmp_path / "south", world))
    sign_on(south)
    south.shell.to("sync")
    there = south.page()
    south.until(lambda: there.home.hand.isVisible())
    assert not there.home.invite.isVisible()
    stick = tmp_path / "stick"
    stick.mkdir()
    there.ask_folder = lambda: stick
    there.home.hand.click()
    south.until(lambda: there.model.by_hand is not None, 30_000)
    code = there.hand.code.text()
    picture(south, "join-file-code")
    (file,) = stick.iterdir()
    assert file.name.startswith("南门-")
    assert file.name == there.model.by_hand.file
    there.main_button().click()
    south.until(lambda: there.home.isVisible())
    assert there.model.by_hand is None

    north = start(tmp_path / "north")
    page = wizard(north)
    page.parts["language"]._join.click()
    at_gate(north, page, "北门")
    way = page.parts["join"]
    picture(north, "join-ways")
    way.ask_file = lambda: file
    way.stick.click()
    assert page.heading() == "请输入这个文件的码"
    for wrong, said in (("2345", "没有输完整"), ("2345-6789-2345-6789-2345", "打不开这个文件")):
        way.by_file.code.setText(wrong)
        page.next.click()
        north.until(lambda said=said: said in way.by_file.field.error(), 30_000)
    picture(north, "join-file-wrong-code")
    way.by_file.code.setText(code)
    page.next.click()
    to_the_end(north, page)
    assert way.by_file.code.text() == ""
    sign_on(north)
    assert north.read(lambda r: find_household(r, "3-1-1202")) is not None
