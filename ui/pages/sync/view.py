"""The sync page on the screen: one panel at a time; the heading says how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from desk.sync.rules_now import State
from ui.pages.sync.model import Panel, SyncModel
from ui.pages.sync.view_conflict import ConflictPanel, ReasonPanel
from ui.pages.sync.view_home import HomePanel
from ui.pages.sync.view_link import HandPanel, InvitePanel, LinkPanel
from ui.pages.sync.view_words import SyncWords
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from ui.pages.sync.presenter import SyncPresenter

SECOND_MS = 1000
AGES_S, SENDING_S = 30, 3  # ages grow while one looks at them, and what waits grows less


class SyncPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"sync", "session"})

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, SyncWords(self)
        presenter.show, presenter.told = self.show_model, self._on_told
        self.model = SyncModel()
        self.ask_folder, self.ask_file = self._ask_folder, self._ask_file
        self.home, self.conflict = HomePanel(presenter), ConflictPanel(presenter)
        self.reason = ReasonPanel(presenter.reveal)
        self.link, self.invite, self.hand = LinkPanel(presenter), InvitePanel(presenter), HandPanel()
        self._panels: dict[Panel, QWidget] = {
            Panel.HOME: self.home, Panel.CONFLICT: self.conflict, Panel.REASON: self.reason, Panel.LINK: self.link,
            Panel.INVITE: self.invite, Panel.HAND: self.hand,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        self._seconds = 0
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._connect()
        self.ready()

    def _connect(self) -> None:
        home, presenter = self.home, self._presenter
        home.invite.clicked.connect(presenter.invite)
        home.unlink.clicked.connect(self._on_unlink)
        home.hand.clicked.connect(self._on_hand)
        home.out.clicked.connect(self._on_out)
        home.inn.clicked.connect(self._on_in)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("section", "")))
        self._second.start()

    def on_hide(self) -> None:
        self._second.stop()
        self._presenter.leave()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        return self._presenter.scanned(seen.text)

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        model = self.model
        return {"chosen": model.chosen} if model.panel is Panel.CONFLICT else {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        if draft.get("chosen"):
            self._presenter.open_conflict(int(draft["chosen"]))

    # -- drawing

    def show_model(self, model: SyncModel) -> None:
        moved = self.model.panel is not model.panel
        self.model = model
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        self._draw(model)
        self._say()
        if moved:
            self.scroller.verticalScrollBar().setValue(0)
            self._begin(model.panel)

    def retranslate(self) -> None:
        self._say()

    def _draw(self, model: SyncModel) -> None:
        if model.panel is Panel.HOME:
            self.home.draw(model)
        elif model.panel is Panel.CONFLICT:
            self.conflict.draw(model)
        elif model.panel is Panel.LINK:
            self.link.draw(model)
        elif model.panel is Panel.INVITE:
            self.invite.fit(self.scroller.viewport().height())
            self.invite.draw(model)
        elif model.panel is Panel.HAND:
            self.hand.draw(model)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.invite.fit(self.scroller.viewport().height())

    def _begin(self, panel: Panel) -> None:
        """The panel was turned to."""
        if panel is Panel.REASON:
            self.reason.begin()
        elif panel is Panel.LINK:
            self.link.begin()
        elif panel is Panel.CONFLICT:
            self.conflict.begin()
        main = self.foot.main()
        if panel in (Panel.CONFLICT, Panel.INVITE, Panel.HAND) and main is not None:
            main.setFocus()

    def _say(self) -> None:
        self.set_heading(*self._headline())
        self.foot.show_acts(self._acts())
        self._main = self.foot.main()

    def _headline(self) -> tuple[str, str]:
        model, one = self.model, self.model.conflict()
        if model.panel is Panel.CONFLICT and one is not None:
            return self._words.title(one), self.conflict.note()
        if model.panel is Panel.REASON:
            return self.tr("为什么要看全部内容？"), self.tr("看 30 秒，会记在操作记录里。")
        if model.panel is Panel.LINK:
            if model.busy:
                return self.tr("正在连到中心，请稍候"), ""
            return self.tr("连到中心"), ""
        if model.panel is Panel.INVITE:
            return self.tr("让新电脑扫这个码"), ""
        if model.panel is Panel.HAND:
            return self.tr("文件存好了，请把这个码抄下来"), ""
        return self._words.heading(model)

    def _acts(self) -> list[Act]:
        model, one = self.model, self.model.conflict()
        back = Act(self.tr("返回"), "", self._presenter.go_back, "quiet", key="Esc")
        if model.panel is Panel.CONFLICT and one is not None:
            if one.gone and one.may:
                return [Act(self.tr("知道了"), "check", lambda: self._presenter.choose("standing")), back]
            look = one.personal and model.may_reveal and model.values is None
            seen = [Act(self.tr("看全部内容"), "eye", self._presenter.ask_reason, "quiet")] if look else []
            return [*seen, back]
        if model.panel is Panel.LINK:
            return [Act(self.tr("连上"), "plug-connected", self.link.go_on, enabled=not model.busy), back]
        if model.panel is Panel.HAND:
            return [Act(self.tr("抄好了"), "check", self._presenter.go_back)]
        if model.panel in (Panel.REASON, Panel.INVITE):
            return [back]
        return [*self._home_acts(), back]

    def _home_acts(self) -> list[Act]:
        model = self.model
        if model.found is None or not model.has_line:
            return []
        state, idle = model.found.now.state, not model.busy
        if state in (State.ALONE, State.REVOKED):
            if not model.may_link:
                return []
            return [Act(self.tr("连到中心"), "plug-connected", lambda: self._presenter.open("link"), enabled=idle)]
        return [Act(self.tr("现在同步"), "refresh", self._presenter.agree, enabled=idle)]

    # -- what happens

    def _on_second(self) -> None:
        self._presenter.tick()
        self._seconds += 1
        found = self.model.found
        moving = found is not None and found.now.waiting and found.now.state is not State.ALONE
        if self._seconds % (SENDING_S if moving else AGES_S) == 0:
            self._presenter.refresh()
        if self.model.panel is Panel.INVITE:
            self.invite.draw(self.model)

    def _on_told(self, what: str, count: int) -> None:
        if words := self._words.done(what, count):
            self._presenter.say_done(words)

    def _on_unlink(self) -> None:
        question = Question(
            self.tr("断开中心？"),
            self.tr("记录都留在本机，只是不再和别的门岗对齐。要再连，需要一个新的码。"),
            self.tr("断开"),
            self.tr("不断开"),
            danger=True,
        )
        self._presenter.ask(question, self._presenter.unlink)

    def _on_hand(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self._presenter.invite_by_file(folder)

    def _on_out(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self._presenter.write_stick(folder)

    def _on_in(self) -> None:
        path = self.ask_file()
        if path is not None:
            self._presenter.read_stick(path)

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, self.tr("存到哪个 U 盘？"), _home())
        return Path(name) if name else None

    def _ask_file(self) -> Path | None:
        kinds = self.tr("门岗台同步文件 (*.gdcarry);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("读哪个文件？"), _home(), kinds)
        return Path(name) if name else None


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
