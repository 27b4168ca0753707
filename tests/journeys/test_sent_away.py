"""The hub revokes a desk and orders it wiped: the window goes back to the first run, whatever stood on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk import app as desk_app
from desk import syncing
from desk.core.errors import Refused
from desk.hub import enrolment
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import founded, link, now, sign_on
from tests.sync.net.hubs import HubProcess
from ui.shell.page import Page
from ui.shell.ports import Question, ignore
from ui.widgets.dialog_card import DialogCard

RESCUE_MS = 40_000
Picture = Callable[[Running, str], None]


@pytest.fixture
def linked(hub: HubProcess, tmp_path: Path, world: Moved, start: Start) -> Running:
    """A desk of this hub, with somebody on duty."""
    one = start(founded(tmp_path / "south", world))
    sign_on(one)
    link(one, hub)
    return one


def wipe(one: Running, hub: HubProcess) -> None:
    """What the manager of the hub presses; the desk hears of it with its next round."""
    hub.revoke(one.program.desk, enrolment.WIPE)
    assert one.program.line is not None
    one.program.line.wake()


def alone(one: Running) -> Page | None:
    return one.window._alone


def is_told(one: Running) -> Page:
    """The plain sentence stands alone in the window, and nothing of the desk is left."""
    one.until(lambda: alone(one) is not None, 30_000)
    page = alone(one)
    assert page is not None
    assert page.heading() == "这台电脑里的资料已经清除"
    assert not one.program.desk.home.exists
    assert DialogCard.on(one.window) is None
    assert QApplication.activeModalWidget() is None
    for part in (one.window.rail, one.window.scan_line, one.window.bar):
        assert part is not None
        assert not part.isVisible()
    return page


def first_run(one: Running) -> Any:
    """The program begun anew over the same folder."""
    one.until(lambda: one.program.door.welcome is not None)
    page: Any = one.program.door.welcome
    one.until(lambda: not page.model.busy)
    return page


def test_wiped_in_the_middle_of_a_form_with_a_question_over_it(
    linked: Running, hub: HubProcess, start: Start, picture: Picture
) -> None:
    one, answered = linked, list[str]()
    one.shell.to("admit")
    one.until(lambda: one.front() == "admit")
    for title in ("先登记这一位？", "还有一件事"):
        one.program.voice.ask(Question(title, "", "登记", "不登记"), lambda: answered.append("yes"), ignore)
    assert DialogCard.on(one.window) is not None
    wipe(one, hub)
    page = is_told(one)
    assert answered == []
    assert not one.window.notes.health.isVisible(), "told once, in the middle of the window"
    picture(one, "wiped")
    assert one.window.press_main()
    assert one.program.again
    one.until(lambda: not one.window.isVisible())
    assert page is not None

    anew = start(one.program.desk.home.root)
    welcome = first_run(anew)
    assert welcome.model.step == "language"
    assert welcome.parts["language"].wiped.isVisible()
    picture(anew, "wiped-first-run")


def test_wiped_while_a_file_is_being_chosen(linked: Running, hub: HubProcess) -> None:
    one = linked
    page = one.page()
    one.until(lambda: page.home.out.isVisible())
    hub.stop()
    hub.revoke(one.program.desk, enrolment.WIPE)
    seen: list[str] = []
    look, rescue = QTimer(one.window, interval=20), QTimer(one.window, interval=RESCUE_MS, singleShot=True)

    def on_look() -> None:
        if QApplication.activeModalWidget() is not None and not seen:
            seen.append("dialog")
            hub.start()
            assert one.program.line is not None
            one.program.line.wake()

    def on_rescue() -> None:
        """The dialog runs a loop of its own: without this a failure would never end."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            seen.append("rescued")
            dialog.close()

    look.timeout.connect(on_look)
    rescue.timeout.connect(on_rescue)
    look.start()
    rescue.start()
    QTimer.singleShot(0, page.home.out.click)
    is_told(one)
    assert seen == ["dialog"]


def test_an_order_that_came_before_the_program_ended_is_carried_out_at_the_next_start(
    hub: HubProcess, tmp_path: Path, world: Moved, start: Start
) -> None:
    home = founded(tmp_path / "south", world)
    first = start(home)
    sign_on(first)
    link(first, hub)
    first.until(lambda: now(first).waiting == 0)
    first.window.close()
    desk = desk_app.build(home, clock=world)  # type: ignore[arg-type]
    desk.open()
    hub.revoke(desk, enrolment.WIPE)
    made = syncing.rounds(desk)
    with pytest.raises(Refused, match=r"sync\.revoked"):
        made.once()
    made.close()
    desk.close()
    is_told(start(home))
