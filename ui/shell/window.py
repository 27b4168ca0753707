"""The window: rail, bar, page area, notes, scan line; and where the keyboard goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.shell.bar import Bar
from ui.shell.district_banner import DistrictBanner
from ui.shell.page import Page, PageSpec
from ui.shell.relief_bar import ReliefBar
from ui.shell.scanline import ScanLine
from ui.shell.shortcuts import key_of
from ui.shell.stack import Stack
from ui.shell.taborder import tab_on
from ui.shell.voice import Notes
from ui.theme import current
from ui.widgets.dialog_card import DialogCard
from ui.widgets.hold_button import HoldButton
from ui.widgets.nav_rail import NavItem, NavRail

WIDE, HIGH = 1366, 768
MOST_ROOMS = 10
LOW_EMS = 24  # of height, in letters of the base text
RELIEF = "handover"  # the page the line of the handover leads to
APART = frozenset({"urgent", "rollcall", "takeover"})  # belong to no room: one may come to them from anywhere, in haste
TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class Window(QMainWindow):
    """Draws the frame and knows nothing of the desk.

    painted(): the first picture is on the screen; room_chosen(name): a room of the rail; urgent_held(), urgent_tapped();
    closing(): the person closes the program.
    """

    painted = Signal()
    room_chosen = Signal(str)
    urgent_held = Signal()
    urgent_tapped = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.district, self.relief = DistrictBanner(), ReliefBar()
        self.notes = Notes()
        self.scan_line = ScanLine()
        self.rail: NavRail | None = None
        self.urgent: HoldButton | None = None
        self.stack: Stack | None = None
        self._alone: Page | None = None
        self._over: QWidget | None = None  # the full alarm
        self._rooms: dict[str, str] = {}  # page -> the room of the rail that it belongs to
        self._first = True
        self._frame = QHBoxLayout()
        self._middle, self._top = QVBoxLayout(), QVBoxLayout()
        self._low, self._framed = False, True
        self._lay_out()
        self.resize(WIDE, HIGH)
        self.scan_line.field.setFocus()
        if (app := QApplication.instance()) is not None:
            app.focusChanged.connect(self._on_focus)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        centre = QWidget()
        centre.setProperty("role", "page")
        self._frame = QHBoxLayout(centre)
        self._middle = QVBoxLayout()
        for box in (self._frame, self._middle, self._top):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self._frame.addLayout(self._middle, 1)
        self._top.addWidget(self.bar)
        self._top.addWidget(self.district)
        self._top.addWidget(self.relief)
        self._middle.addLayout(self._top)
        self._middle.addStretch(1)
        self._middle.addWidget(self.notes)
        self._middle.addWidget(self.scan_line)
        self.notes.brief.connect(lambda _: self._show_bar())
        self.setCentralWidget(centre)
        self.setWindowTitle(self.tr("门岗台"))

    def show_rooms(self, specs: Sequence[PageSpec]) -> None:
        """A new rail: other rights or another language."""
        if self.rail is not None:
            self._frame.removeWidget(self.rail)
            self.rail.deleteLater()
        rooms = [spec for spec in specs if spec.in_rail][:MOST_ROOMS]
        self._rooms = {spec.name: spec.room or spec.name for spec in specs if spec.room or spec in rooms}
        items = [NavItem(spec.name, spec.icon, spec.label()) for spec in rooms]
        self.rail = NavRail(items, self.tr("门岗台"))
        self.rail.chosen.connect(self.room_chosen)
        self.urgent = HoldButton(self.tr("急事"), "alarm", "urgent", key_of("urgent"))
        self.urgent.setAccessibleName(self.tr("急事"))
        self.urgent.held.connect(self.urgent_held)
        self.urgent.let_go.connect(self.urgent_tapped)
        self.rail.add_foot(self.urgent)
        self._frame.insertWidget(0, self.rail)
        if self.stack is not None:
            self.mark_room(self.stack.name)

    def lay_over(self, cover: QWidget, strip: QWidget) -> None:
        """The full alarm, which takes the keyboard while it is shown, and its line above the page."""
        self._over = cover
        self._top.addWidget(strip)

    def show_beside(self, panel: QWidget) -> None:
        """Something calm right of the pages, whatever page is in front."""
        self._frame.addWidget(panel)

    def show_above(self, strip: QWidget) -> None:
        """A line above every page, below the bar."""
        self._top.insertWidget(1, strip)

    def covered(self) -> bool:
        """Something stands over the page that the keys are meant for: a question, or an alarm."""
        over = self._over
        return DialogCard.on(self) is not None or (over is not None and isValid(over) and not over.isHidden())

    def show_waiting(self, widget: QWidget) -> None:
        """What stands in the page area while the desk is being opened."""
        self._alone = None
        self._put(widget)

    def show_alone(self, page: Page) -> None:
        """A page over the whole window, before there is a desk: no rail, no scan line."""
        self._alone = page
        self._frame_shown(False)
        self._put(page)
        page.setFocus()

    def show_stack(self, stack: Stack) -> None:
        """The pages are here."""
        self._alone = None
        self._frame_shown(True)
        self.stack = stack
        self._put(stack)
        stack.moved.connect(self.mark_room)
        stack.moved.connect(lambda name: self.relief.put_away(name == RELIEF))
        stack.moved.connect(lambda _: self.listen())

    def mark_room(self, name: str) -> None:
        """Mark the room in the rail; a card leaves the mark of the room one came from, what stands apart marks none."""
        if self.rail is not None and (name in self._rooms or name in APART):
            self.rail.set_current(self._rooms.get(name, name))

    def listen(self) -> None:
        """Give the scan line the keyboard, unless the page has taken it to be typed into, or a question stands over it."""
        if self.covered():
            return
        page = self.stack.front() if self.stack is not None else None
        focus = self.focusWidget()
        if page is None or focus is None or not page.isAncestorOf(focus) or not isinstance(focus, TYPING):
            self.scan_line.field.setFocus()

    def retranslate(self, specs: Sequence[PageSpec]) -> None:
        self.setWindowTitle(self.tr("门岗台"))
        self.show_rooms(specs)

    def _frame_shown(self, shown: bool) -> None:
        self._framed = shown
        for widget in (self.rail, self.scan_line):
            if widget is not None:
                widget.setVisible(shown)
        self._show_bar()

    def _measure_height(self) -> None:
        """Where height is short for the size of the text, what passes stands in the place of the bar: lists keep their rows."""
        low = self.height() < LOW_EMS * current().text()
        if low != self._low:
            self._low = low
            (self._top if low else self._middle).insertWidget(0 if low else self._middle.count() - 1, self.notes)
            self.notes.be_on_top(low)
        self._show_bar()

    def _show_bar(self) -> None:
        self.bar.setVisible(self._framed and not (self._low and self.notes.passing()))

    def _front(self) -> Page | None:
        return self._alone or (self.stack.front() if self.stack is not None else None)

    def _put(self, widget: QWidget) -> None:
        old = self._middle.itemAt(1).widget()
        self._middle.takeAt(1)
        if old is not None and old is not widget:
            old.deleteLater()
        self._middle.insertWidget(1, widget, 1)

    # -- keys

    def press_main(self) -> bool:
        """Enter with nothing typed: the one action of the page in front."""
        page = self._front()
        return page is not None and page.press_main()

    def go_back(self) -> None:
        """Esc: the page's own inner panel first, then where one was."""
        page = self._front()
        if page is not None and not page.on_back() and self.stack is not None and self._alone is None:
            self.stack.back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.covered():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.press_main()
        elif self._alone is None and self._is_typing(event):
            self.scan_line.take_keyboard(event)
        else:
            super().keyPressEvent(event)

    def _is_typing(self, event: QKeyEvent) -> bool:
        """A letter nobody in front wanted is meant for the scan line."""
        chord = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        focus = self.focusWidget()
        return bool(
            event.text().strip()
            and event.text().isprintable()
            and not chord
            and not isinstance(focus, (*TYPING, QAbstractItemView))
        )

    # -- Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab; and what Qt asks of a window whose widget with the keyboard was hidden."""
        here = self.focusWidget()
        if here is not None and not here.isVisibleTo(self):
            return self._keyboard_home()  # Qt would take the widget made first, in the bar
        return tab_on(self.centralWidget(), here, forward) or super().focusNextPrevChild(forward)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """What had the keyboard was deleted, or is drawn anew; in a list Enter presses no button, and none says so."""
        if isinstance(before, QAbstractItemView) or isinstance(now, QAbstractItemView):
            self.update()
        if now is None and self.isActiveWindow() and self.focusWidget() is None:
            self._keyboard_home()

    def _keyboard_home(self) -> bool:
        """To the scan line; False where there is none to be seen."""
        if self._alone is not None or not self.scan_line.isVisible() or self.covered():
            return False
        self.scan_line.field.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure_height()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if self._first and event.type() == QEvent.Type.UpdateRequest:
            self._first = False
            self.painted.emit()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
