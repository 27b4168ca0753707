"""The first run on the screen: a line of progress, one step, one main button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.view_code import CodeStep
from ui.pages.welcome.view_join import JoinStep
from ui.pages.welcome.view_key import KeyStep
from ui.pages.welcome.view_last import CameraStep, PeopleStep
from ui.pages.welcome.view_steps import EstateStep, GateStep, LanguageStep, ManagerStep, StepPart
from ui.shell.page import Page
from ui.texts import of_error
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.pin_pad import PinPad
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from ui.pages.welcome.presenter import WelcomePresenter

WIDEST = 38  # letters of the base text: a line one can read without moving the head


class UnlockPart(StepPart):
    """After a break: the manager's PIN before one goes on."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.pad = PinPad()
        self.pad.entered.connect(presenter.pin)
        self.column.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("接着上次的设置"), self.tr("{name}，请输入您的密码").format(name=self.model.unlock)

    def main(self) -> str:
        return ""

    def begin(self) -> None:
        self.pad.clear()
        self.pad.setFocus()

    def wrong(self, what: str, error: Exception) -> bool:
        if what == "pad":
            self.pad.shake(of_error(error))
        return what == "pad"


class WelcomePage(Page):
    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = WelcomeModel()
        self._where = label("", "muted", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._line = QHBoxLayout()
        self._line.addWidget(self._where)
        self._line.addWidget(self._bar, 1)
        self._all.insertLayout(0, self._line)
        self.parts: dict[str, StepPart] = {
            "language": LanguageStep(presenter), "estate": EstateStep(presenter), "gate": GateStep(presenter),
            "manager": ManagerStep(presenter), "key": KeyStep(presenter), "code": CodeStep(presenter),
            "camera": CameraStep(presenter), "people": PeopleStep(presenter), "join": JoinStep(presenter), "unlock": UnlockPart(presenter),
        }  # fmt: skip
        for part in self.parts.values():
            part.hide()
            self.body.addWidget(part, 1)
        self.next = BigButton("", "main", "arrow-right")
        self.next.clicked.connect(self._on_next)
        self._back = BigButton("", "quiet", "arrow-left")
        self._back.clicked.connect(presenter.back)
        self.set_main(self.next)
        self.add_action(self._back)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self.presenter.begin()

    def on_back(self) -> bool:
        return self.presenter.back()

    def part(self) -> StepPart:
        """The step one looks at."""
        return self.parts["unlock" if self.model.unlock else self.model.step]

    def show_model(self, model: WelcomeModel) -> None:
        """Draw a step; the keyboard goes to its first field when it is another one."""
        before, was_typing = self.part(), self.model.typing
        self.model = model
        part = self.part()
        part.draw(model)
        turned = part is not before
        if turned or part.isHidden():
            self._turn_to(part)
        self._say()
        if turned or model.typing != was_typing:
            self.next.setFocus()
            part.begin()
        if turned and isinstance(before, KeyStep):
            before.forget()
        if turned and isinstance(before, JoinStep):
            before.forget()

    def eyes_are_here(self, eyes: Any) -> None:
        """The cameras of this run, once they are made."""
        camera = self.parts["camera"]
        assert isinstance(camera, CameraStep)
        camera.choice.watch(eyes)
        join = self.parts["join"]
        assert isinstance(join, JoinStep)
        join.watch(eyes)

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        """Before there is a desk only the code of an estate means anything."""
        part = self.part()
        return isinstance(part, JoinStep) and part.scanned(seen.text)

    def draft(self) -> dict[str, Any]:
        return {}  # the presenter keeps what was typed: this page is not made anew in its lifetime

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Nothing: see draft()."""

    def _turn_to(self, part: StepPart) -> None:
        """The steps behind take no room: a pad must not make the others scroll."""
        for other in self.parts.values():
            other.setVisible(other is part)
        self.scroller.verticalScrollBar().setValue(0)

    def _on_next(self) -> None:
        part = self.part()
        if isinstance(part, KeyStep | CodeStep | JoinStep):
            part.go_on()
        else:
            self.presenter.next()

    def _on_wrong(self, what: str, error: Exception) -> None:
        self.part().wrong(what, error)

    def _say(self) -> None:
        model = self.model
        self.set_heading(*self.part().heading())
        self._where.setText(self.tr("第 {n} 步，共 {total} 步").format(n=model.number, total=model.total))
        self._bar.setRange(0, model.total)
        self._bar.setValue(model.number)
        self._bar.setAccessibleName(self._where.text())
        words = self.part().main()
        self.next.setText(words or " ")
        show_if(self.next, bool(words))
        self.next.setEnabled(not model.busy)
        show_if(self._back, model.can_go_back)
        self._back.setEnabled(not model.busy)

    def retranslate(self) -> None:
        self._back.setText(self.tr("上一步"))
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self._line.setSpacing(current().space("m"))
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        theme = current()
        side = max(theme.space("xl"), (self.width() - WIDEST * theme.text()) // 2)
        top = max(theme.space("l"), (self.height() - 32 * theme.text()) // 3)
        self._all.setContentsMargins(side, top, side, theme.space("xxl"))
