"""The whole screen of the hut: a bar with the place and the two switches, one step at a time, and the way back to the start."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import i18n
from ui.faces.hints import Hints, code_of
from ui.hut.giant import Giant
from ui.hut.idle import Idle
from ui.hut.model import STAYS, HutModel, Step
from ui.hut.panel_face import FacePanel
from ui.hut.panels import HelpPanel, HomePanel, Panel, PickPanel, SaidPanel, ScanPanel, TicketPanel
from ui.hut.view_leave import LeavePanel
from ui.theme import current
from ui.widgets.hold_button import HoldButton
from ui.widgets.themed import ShortLabel, Themed, label, show_if

if TYPE_CHECKING:
    from ui.hut.presenter import HutPresenter

TICKET_TIMES = 3  # a ticket stands longer: a phone has to be found for it
WARN_S = 10
HOLD_MS = 2000


class HutPage(Themed, QWidget):
    """language(lang), colours(scheme): for whoever stands there, until the screen is wiped. speak(sentence). stepped(): another step."""

    language = Signal(str)
    colours = Signal(bool)
    speak = Signal(str)
    wiped = Signal()
    stepped = Signal()

    def __init__(self, presenter: HutPresenter, now_ms: Callable[[], int] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presenter = presenter
        presenter.show = self.show_model
        self.model = HutModel()
        self._contrast = False
        self._hints = Hints(time.monotonic)
        self.idle = Idle(self, now_ms) if now_ms is not None else Idle(self)
        self.idle.wiped.connect(self.wipe)
        self.idle.left.connect(self._on_left)
        self._place, self._rest = ShortLabel("", "strong"), label("", "strong", wrap=False)
        self.say_it, self.contrast = Giant("language", "card", flat=True), Giant("contrast", "card", flat=True)
        self.manage = HoldButton("", "plain", "lock", hold_ms=HOLD_MS)
        self.home, self.borrow, self.scan = HomePanel(presenter), PickPanel(presenter), ScanPanel(presenter)
        self.said, self.ticket, self.help = SaidPanel(presenter), TicketPanel(presenter), HelpPanel(presenter)
        self.face, self.leaving = FacePanel(presenter), LeavePanel(presenter)
        self.panels: dict[Step, Panel] = {
            Step.HOME: self.home, Step.SCAN: self.scan, Step.PICK: self.borrow, Step.BUSY: self.said,
            Step.DONE: self.said, Step.SORRY: self.said, Step.TICKET: self.ticket, Step.HELP: self.help,
            Step.CALLED: self.help, Step.LEAVE: self.leaving, Step.FACE: self.face,
        }  # fmt: skip
        self.back = Giant("home", "card", flat=True)
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        for panel in dict.fromkeys(self.panels.values()):
            self._stack.addWidget(panel)
        self._lay_out()
        self._connect()
        self.ready()
        show_if(self._rest, False)
        self._draw()

    def _lay_out(self) -> None:
        self._bar, self._foot, self._all = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._bar.addWidget(self._place, 1)
        for widget in (self.say_it, self.contrast, self.manage):
            self._bar.addWidget(widget)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self._rest)
        self._all.addLayout(self._bar)
        self._all.addWidget(self._stack, 1)
        self._all.addLayout(self._foot)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _=False: self.wipe())
        self.say_it.clicked.connect(lambda _=False: self.language.emit("zh_CN" if i18n.current() == "en" else "en"))
        self.contrast.clicked.connect(lambda _=False: self._on_contrast())
        self.manage.held.connect(self.presenter.leave)

    def wipe(self) -> None:
        """Back to the start, in the language and colours of the desk."""
        self._contrast = False
        self.wiped.emit()
        self.presenter.wipe()

    def show_model(self, model: HutModel) -> None:
        """Draw it; a new step is read aloud and has its own time until it is wiped."""
        before, self.model = self.model, model
        self._draw()
        if before.step is Step.FACE and model.step is not Step.FACE:
            self.face.forget()
        if before.step is Step.LEAVE and model.step is not Step.LEAVE:
            self.leaving.forget()
        if _newly(before) != _newly(model):
            self.idle.begin(self._seconds())
            self.speak.emit(self.panels[model.step].spoken())
            self._listen()
            self.stepped.emit()
        elif model.looked is not before.looked and self._hints.due(code_of(model.looked)):
            self.speak.emit(self.face.spoken())

    def press_main(self) -> bool:
        """Enter: the button that has the keyboard presses itself."""
        return False

    def on_back(self) -> bool:
        """Esc."""
        if self.model.step not in STAYS:
            self.wipe()
        return True

    def glimpse(self, picture: Any) -> None:
        """What the camera sees, only where a code is asked for."""
        if self.model.step is Step.SCAN:
            self.scan.lens.show_picture(picture)

    def _seconds(self) -> int:
        model = self.model
        if model.step in STAYS or (model.step is Step.HOME and not model.shown and not self._changed()):
            return 0
        return self.presenter.wipe_s * (TICKET_TIMES if model.step in (Step.TICKET, Step.CALLED) else 1)

    def _changed(self) -> bool:
        """Somebody has another language or other colours."""
        return self._contrast or i18n.current() != self.usual_language

    usual_language = i18n.SOURCE

    def _on_contrast(self) -> None:
        self._contrast = not self._contrast
        self.colours.emit(self._contrast)
        self.idle.begin(self._seconds())

    def _on_left(self, seconds: int) -> None:
        words = self.tr("{n} 秒后回到首页").format(n=seconds) if 0 < seconds <= WARN_S else ""
        if words != self._rest.text():
            self._rest.setText(words)
            show_if(self._rest, bool(words))

    def _listen(self) -> None:
        """The keyboard to the page itself: a keyboard scanner types at it, and no button is pressed by its Enter."""
        if self.model.step is not Step.LEAVE:
            self.setFocus()

    def _draw(self) -> None:
        model = self.model
        panel = self.panels[model.step]
        panel.show_model(model)
        self._stack.setCurrentWidget(panel)
        self._place.setText(model.place)
        show_if(self.back, model.step not in (Step.HOME, *STAYS) or (model.step is Step.HOME and model.shown))
        show_if(self.manage, model.step is Step.HOME)
        done = model.step in (Step.TICKET, Step.DONE, Step.CALLED)
        self.back.say(
            self.tr("拍好了，回到首页")
            if model.step is Step.TICKET
            else self.tr("好了，回到首页")
            if done
            else self.tr("回到首页")
        )

    def retranslate(self) -> None:
        self.say_it.say(i18n.OWN_NAMES["en" if i18n.current() == i18n.SOURCE else i18n.SOURCE])
        self.contrast.say(self.tr("大反差"))
        self.manage.setText(self.tr("管理"))
        if self._is_ready:
            self._draw()
            self.idle.begin(self._seconds())

    def restyle(self) -> None:
        theme = current()
        edge = theme.space("xl")
        self._all.setContentsMargins(edge, theme.space("m"), edge, theme.space("l"))
        for box in (self._all, self._bar, self._foot):
            box.setSpacing(theme.space("m"))
        self.manage.set_tall(72)
        self._rest.setMinimumWidth(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.on_back()
        else:
            event.accept()  # nothing below has a use for it


def _newly(model: HutModel) -> tuple[Any, ...]:
    """What gives whoever stands there time anew, and is read aloud."""
    turn = model.looked.turn if model.looked is not None else None
    return model.step, model.shown, model.seen, model.sure, model.other, turn
