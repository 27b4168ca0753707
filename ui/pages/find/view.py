"""Find on the screen: results while one types, else the list of all visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton

from ui.pages.find.model import FindModel
from ui.pages.find.view_export import ExportPanel
from ui.pages.find.view_history import HistoryPanel
from ui.pages.find.view_hits import HitList
from ui.shell.page import Page
from ui.widgets import BigButton, EmptyState, show_if

if TYPE_CHECKING:
    from ui.pages.find.presenter import FindPresenter


class FindPage(Page):
    """Three states: hits, nothing found, history; and the export over it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits", "people", "goods", "codes", "matters", "session"})

    def __init__(self, presenter: FindPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = FindModel()
        self.hits, self.nothing = HitList(), EmptyState("user-search", "", "")
        self.history, self.export = HistoryPanel(presenter), ExportPanel(presenter)
        for widget in (self.hits, self.nothing, self.history, self.export):
            self.body.addWidget(widget, 1)
        self.register, self.list = BigButton("", "main", "user-plus"), BigButton("", "quiet", "history")
        self.save, self.leave = BigButton("", "quiet", "file-export"), BigButton("", "quiet", "", "Esc")
        self.set_main(self.register)
        for button in (self.list, self.save, self.leave):
            self.add_action(button)
        self.register.clicked.connect(presenter.register)
        self.list.clicked.connect(self._to_history)
        self.save.clicked.connect(self._open_export)
        self.leave.clicked.connect(presenter.leave)
        self.hits.chosen.connect(presenter.open)
        self.history.opened.connect(presenter.open_visit)
        self.export.closed.connect(self._close_export)
        self._exporting = self._begun = self._stale_list = False
        presenter.show = self.show_model
        presenter.renewed = self.history.renew
        self.ready()
        self.show_model(self.model)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if not self._begun:
            self._begun = True
            self.history.begin()
        focus = self.window().focusWidget()
        if focus is not None and self.history.isAncestorOf(focus):
            focus.clearFocus()  # the scan line is what one types into here
        if "query" in arguments:
            self._close_export()
            live = bool(arguments.get("live", False))
            self._presenter.search(str(arguments["query"]), str(arguments.get("field", "")), live)
            if not live:
                QTimer.singleShot(0, self, self._into_list)
        else:
            self._say()

    def refresh(self) -> None:
        self._stale_list = True
        if self.model.query:
            self._presenter.refresh()
        self._say()

    def on_back(self) -> bool:
        if self._exporting:
            self._close_export()
            return True
        return False

    def main_button(self) -> QAbstractButton | None:
        if self._exporting:
            return self.export.save
        return self.register if self.register.isVisibleTo(self) else None

    # -- drawing

    def show_model(self, model: FindModel) -> None:
        """Draw what was found."""
        fresh, self.model = model.query != self.model.query, model
        if model.query:
            self.hits.show_hits(model.hits, fresh)
        self._say()

    def rows(self) -> list[str]:
        """For tests and the tour."""
        return self.hits.texts()

    def on_tight(self) -> None:
        self.history.be_tight(self.tight())

    def _say(self) -> None:
        model = self.model
        if self._stale_list and not model.query and self.history.settled():
            self._stale_list = False
            self.history.renew()
        found = bool(model.hits)
        for widget, wanted in (
            (self.hits, bool(model.query) and found), (self.nothing, bool(model.query) and not found),
            (self.history, not model.query and not self._exporting), (self.export, self._exporting),
            (self.register, bool(model.query)), (self.list, bool(model.query)),
            (self.save, not model.query and not self._exporting and self._presenter.may_export),
            (self.leave, not self._exporting),
        ):  # fmt: skip
            show_if(widget, wanted)
        if model.query and found:
            n = len(model.hits)
            head = self.tr("查“{query}”，找到 {n} 条", "", n)
            if model.full:
                head = self.tr("查“{query}”，找到很多，多写几个字会更准")
            self.set_heading(head.format(query=model.query, n=n), self.tr("上下键选，回车打开。名字和门牌是遮住的"))
        elif model.query:
            self.set_heading(self.tr("没有找到“{query}”").format(query=model.query))
        elif self._exporting:
            self.set_heading(self.tr("把来访记录存成表格"))
        else:
            self.set_heading(
                self.tr("全部来访，最近的在上面"),
                self.tr("要找人：直接在最下面一行输入姓名、拼音、房号、电话尾号或车牌"),
            )

    def retranslate(self) -> None:
        self.nothing.show_state(
            "user-search", self.tr("没有这个人，也没有这间房"),
            self.tr("换个写法再试：姓名、拼音首字母、房号、电话后四位、车牌都可以。第一次来的，直接登记。"),
        )  # fmt: skip
        self.register.setText(self.tr("登记来访"))
        self.register.set_key("F2")
        self.list.setText(self.tr("看全部来访"))
        self.save.setText(self.tr("导出表格"))
        self.leave.setText(self.tr("返回"))
        self._say()

    # -- acts

    def _into_list(self) -> None:
        if self.front and self.model.hits:
            self.hits.setFocus()

    def _to_history(self) -> None:
        self._presenter.search("")

    def _open_export(self) -> None:
        self._exporting = True
        self._say()

    def _close_export(self) -> None:
        self._exporting = False
        self._say()
