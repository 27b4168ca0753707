"""The unattended hut, tried by hands that mean no good: no key leads out of it, and nobody finds what the last one left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.devices import service_dispense
from desk.devices.rules import Allowance
from desk.lending import service as lending_service
from desk.lending.drafts import AssetDraft
from desk.lending.rules_asset import AssetKind
from tests.journeys.conftest import PIN
from tests.journeys.test_hut import (
    PERSONAL,
    Hut,
    hut,  # noqa: F401 -- a fixture
)
from tests.ui.left_behind import found
from ui.hut.model import Step
from ui.hut.view import WARN_S

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT, META, NONE = (
    M.ControlModifier, M.AltModifier, M.ShiftModifier, M.MetaModifier, M.NoModifier,
)  # fmt: skip
WAYS_OUT = (
    *((Qt.Key(K.Key_F1 + n), how) for n in range(12) for how in (NONE, SHIFT)),
    *((key, CTRL) for key in (K.Key_Q, K.Key_W, K.Key_Tab, K.Key_K, K.Key_F, K.Key_P, K.Key_Comma, K.Key_N, K.Key_O)),
    *((key, ALT) for key in (K.Key_F4, K.Key_Tab, K.Key_Space, K.Key_Left, K.Key_Home, K.Key_F10)),
    *((Qt.Key(K.Key_0 + n), how) for n in range(10) for how in (CTRL, ALT)),
    (K.Key_Tab, CTRL | SHIFT), (K.Key_Delete, CTRL | ALT), (K.Key_D, META),
    (K.Key_F10, SHIFT), (K.Key_Slash, NONE), (K.Key_Question, SHIFT),
)  # fmt: skip


OF_SOME_KEYBOARDS = (K.Key_Menu, K.Key_Back, K.Key_HomePage, K.Key_Exit, K.Key_Help, K.Key_Print, K.Key_PowerOff)


def inside(it: Hut) -> None:
    """The hut is the one thing to be seen, and it runs."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [it.program.window]
    assert QApplication.activePopupWidget() is None
    assert it.view.isVisible()
    assert not it.program.again
    assert it.program.hut is not None  # type: ignore[attr-defined]


def press_everything(it: Hut, step: Step) -> None:
    window = it.program.window.windowHandle()
    for key, how in WAYS_OUT:
        assert it.step is step, (key, how)
        QTest.keyClick(window, key, how)
        inside(it)
    for how in (CTRL | SHIFT, ALT, NONE):  # goes to the start, which is within
        QTest.keyClick(window, K.Key_Escape, how)
        inside(it)
    for key in OF_SOME_KEYBOARDS:  # QTest knows no letters for them
        QApplication.sendEvent(QApplication.focusWidget() or it.view, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
        inside(it)


class FromOutside(QCloseEvent):
    """As the window system sends it for Alt+F4, and for the cross of a task bar."""

    def spontaneous(self) -> bool:
        return True


def close_it(it: Hut) -> None:
    QApplication.sendEvent(it.program.window, FromOutside())
    QApplication.processEvents()
    inside(it)


def ask_for_a_menu(it: Hut) -> None:
    for widget in (it.view, *it.view.findChildren(type(it.view.back))):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), widget.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(widget, event)
        inside(it)


def test_no_key_leads_out(hut: Hut) -> None:  # noqa: F811
    hut.mask_machine()
    for step, press in {
        Step.HOME: lambda: None, Step.SCAN: lambda: hut.view.home.mask.click(),
        Step.HELP: lambda: hut.view.home.help.click(), Step.LEAVE: lambda: hut.view.manage.held.emit(),
    }.items():  # fmt: skip
        press()
        hut.at(step)
        press_everything(hut, step)
        close_it(hut)
        ask_for_a_menu(hut)
        hut.view.wipe()
        hut.at(Step.HOME)

    # a keyboard that tries PINs gets slower, and stays where it is
    hut.view.manage.held.emit()
    hut.at(Step.LEAVE)
    hut.until(lambda: hut.view.model.asking is not None)
    for _ in range(4):
        hut.view.leaving.pad.setFocus()
        for digit in "1357":
            QTest.keyClick(hut.program.window.windowHandle(), digit)
        before = hut.view.model
        QTest.keyClick(hut.program.window.windowHandle(), K.Key_Return)
        hut.until(lambda before=before: hut.view.model is not before)
        inside(hut)
    assert hut.view.leaving.pad.count() == 0


def left(it: Hut, *canaries: str) -> list[Any]:
    """What the page, its presenter and the scans still know of whoever stood here."""
    presenter, eyes = it.view.presenter, it.program.eyes
    assert eyes is not None
    known = [repr(it.view.model), repr(vars(presenter)), repr(vars(eyes.scans))]
    return [*found(*canaries), *(text for text in known if any(one in text for one in canaries))]


def test_the_next_one_finds_nothing_of_the_last(hut: Hut) -> None:  # noqa: F811
    hut.mask_machine()
    hut.write(lambda u: service_dispense.allow(u, Allowance(1, 10, 60)))
    umbrella = hut.write(lambda u: lending_service.add_asset(u, AssetDraft("雨伞", AssetKind.UMBRELLA, place="伞架")))
    hut.until(lambda: not hut.view.model.things)
    code = hut.household()
    home = hut.view.presenter
    canaries = (code, *PERSONAL)

    def gone() -> None:
        """Nobody touches it: the last seconds are counted where all can see, then nothing is left."""
        idle = hut.view.idle
        idle._until = idle._now_ms() + (WARN_S - 1) * 1000
        idle.tick()
        assert hut.view._rest.isVisible()
        assert f"{WARN_S - 1} 秒" in hut.view._rest.text()
        hut.nobody_touches_it()
        idle._until = 0
        hut.until(lambda: not hut.view._rest.isVisible())
        assert left(hut, *canaries) == []

    hut.view.home.mask.click()  # a mask
    hut.show_code(code)
    hut.at(Step.DONE)
    gone()
    hut.show_code(code)  # the code alone, then somebody walks on
    hut.until(lambda: hut.view.model.shown)
    assert home._home != ""
    gone()
    assert home._home == ""
    hut.view.home.mask.click()  # more than the household may have
    hut.show_code(code)
    hut.at(Step.SORRY)
    gone()
    hut.view.home.borrow.click()  # a thing, given and not
    hut.show_code(code)
    hut.at(Step.PICK)
    gone()
    hut.view.home.borrow.click()
    hut.show_code(code)
    hut.at(Step.PICK)
    hut.view.borrow.buttons[umbrella].click()
    hut.at(Step.DONE)
    gone()
    hut.view.home.help.click()  # help
    hut.at(Step.HELP)
    gone()
    hut.view.home.help.click()
    hut.at(Step.HELP)
    hut.view.help.call.click()
    hut.at(Step.CALLED)
    gone()
    hut.view.manage.held.emit()  # a PIN half typed
    hut.at(Step.LEAVE)
    hut.until(lambda: hut.view.model.asking is not None)
    for digit in PIN[:3]:
        hut.view.leaving.pad.type_digit(digit)
    who = hut.view.model.asking.label
    gone()
    assert hut.view.leaving.pad.count() == 0
    assert found(who) == []
