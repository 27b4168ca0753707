"""The roll call on the screen: how many are missing, the list to tick, the report at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.rollcall.model import RollModel
from ui.pages.rollcall.view_paper import PaperView
from ui.pages.rollcall.view_past import PastView
from ui.pages.rollcall.view_table import RollTable
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.widgets import BigButton, FlowLayout, Pill, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.rollcall.presenter import RollCallPresenter

LIST, PAST, PAPER = 0, 1, 2


class RollCallPage(Page):
    """Running, ended, or how to begin; the paper lies over it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"rollcall"})

    def __init__(self, presenter: RollCallPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = RollModel()
        self.table, self.past, self.paper = RollTable(), PastView(), PaperView(presenter)
        self.table.marked.connect(presenter.mark)
        self._pills = {name: Pill("", tone) for name, tone in PILLS.items()}
        self._drill = Pill("", "info", "flag")
        self._leaf = LIST
        self._leaves = (self._list_leaf(), self.past, self.paper)
        for leaf in self._leaves:
            self.body.addWidget(leaf, 1)
        self.end, self.begin = BigButton("", "main", "check"), BigButton("", "main", "list-check", "F10")
        self.only = BigButton("", "quiet", "filter")
        self.only.setCheckable(True)
        self.print, self.drill = BigButton("", "quiet", "printer"), BigButton("", "quiet", "flag")
        self.report = BigButton("", "main", "printer")  # once it has ended; before, paper is one way among others
        self._leave = BigButton("", "quiet", "", "Esc")
        for button, act in (
            (self.end, self._on_end), (self.report, self._on_print), (self.begin, presenter.begin), (self.only, self._on_only), (self.print, self._on_print),
            (self.drill, presenter.drill), (self._leave, self._on_leave),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, do=act: do())
            self.add_action(button)
        self.ready()

    def _list_leaf(self) -> QWidget:
        leaf, row = QWidget(), QWidget()
        for part in (leaf, row):
            part.setProperty("role", "clear")
        flow = FlowLayout(row, gap="s")
        for pill in (self._drill, *self._pills.values()):
            flow.addWidget(pill)
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self.table, 1)
        return leaf

    def _turn_to(self, leaf: int) -> None:
        """Hidden, not stacked: pages of paper must not make the list scroll."""
        self._leaf = leaf
        for n, widget in enumerate(self._leaves):
            show_if(widget, n == leaf)
        if leaf != PAPER:
            self.paper.clear()

    def on_show(self, **arguments: Any) -> None:
        self._show()
        if arguments.get("begin"):
            self._presenter.begin()
        else:
            self._presenter.look()

    def refresh(self) -> None:
        self._presenter.again()

    def on_back(self) -> bool:
        if self._leaf == PAPER:
            self._show()
            self.table.setFocus()
            return True
        return False

    def main_button(self) -> BigButton | None:
        mains = (self.end, self.report, self.begin, self.paper.print_now)
        return next((one for one in mains if one.isVisible()), None)

    def show_model(self, model: RollModel) -> None:
        """Draw what the desk says."""
        fresh = model.call_id != self.model.call_id
        self.model = model
        if self._leaf != PAPER or fresh:
            self._show()
        if fresh and model.running:
            self.only.setChecked(False)
            self.table.setFocus()

    def restyle(self) -> None:
        super().restyle()
        self.table.setMinimumHeight(least_height(4))

    def on_tight(self) -> None:
        self._say()
        self._say_pills()

    def retranslate(self) -> None:
        self.report.setText(self.tr("打印报告"))
        self.end.setText(self.tr("结束清点"))
        self.only.setText(self.tr("只看没有下落的"))
        self.drill.setText(self.tr("这是演练"))
        self._leave.setText(self.tr("返回"))
        self._show()

    def _show(self) -> None:
        model = self.model
        self._turn_to(LIST if model.call_id else PAST)
        self.table.show_model(model, self.only.isChecked())
        self.past.show_model(model)
        self._say()
        self._say_pills()

    def _say(self) -> None:
        model, paper = self.model, self._leaf == PAPER
        if paper:
            self.set_heading(self.tr("打印出来是这样，共 {n} 页", "", self.paper.count).format(n=self.paper.count))
        else:
            # In a tight window a running list keeps the line; that it is a drill stands among the pills then.
            self.set_heading(self._headline(), self._about(), keep=not (model.call_id and self.tight()))
        ended = bool(model.closed)
        self.begin.set_kind("quiet" if ended else "main")
        self.begin.setText(self.tr("再清点一次") if ended else self.tr("开始清点"))
        self.print.setText(self.tr("打印名单"))
        show_if(self.end, model.running and not paper)
        show_if(self.report, ended and not paper)
        show_if(self.begin, not model.running and not paper)
        show_if(self.only, bool(model.call_id) and not paper)
        show_if(self.print, model.running and not paper)
        show_if(self.drill, model.running and not model.drill and not paper)

    def _headline(self) -> str:
        model = self.model
        if not model.call_id:
            return self.tr("现在没有在清点")
        if model.closed:
            if model.missing:
                return self.tr("清点结束：{safe} 人平安，{missing} 人没有下落").format(
                    safe=model.safe, missing=model.missing
                )
            return self.tr("清点结束：{n} 人都有下落").format(n=model.people)
        if not model.rows:
            return self.tr("清点：里面没有登记的来访人")
        if model.missing:
            return self.tr("清点：还有 {n} 人没有下落").format(n=model.missing)
        return self.tr("清点：{n} 人都有下落了").format(n=model.people)

    def _about(self) -> str:
        model = self.model
        if not model.call_id:
            return self.tr("按住 F10 一秒也能开始，断网、锁屏时一样能用")
        when = self.tr("{start} 到 {end}").format(start=model.opened, end=model.closed)
        parts = [when if model.closed else self.tr("{start} 的名单").format(start=model.opened)]
        if model.drill:
            parts.insert(0, self.tr("演练"))
        if model.running and not self.table.narrow():
            parts.append(self.tr("方向键选人，空格平安，2 没找到，3 已离开"))
        return " · ".join(parts)

    def _say_pills(self) -> None:
        model = self.model
        for name, icon, words, n in (
            ("open", "user-search", self.tr("还没见到 {n}"), model.open),
            ("not_found", "circle-x", self.tr("找过没找到 {n}"), model.not_found),
            ("safe", "circle-check", self.tr("平安 {n}"), model.safe),
            ("left", "door-exit", self.tr("已离开 {n}"), model.left),
            ("uncertain", "help-circle", self.tr("不确定 {n}"), model.uncertain),
        ):
            self._pills[name].show_state(PILLS[name], icon, words.format(n=n))
            show_if(self._pills[name], bool(n) or name == "open" or not self.tight())  # one line of them
        self._drill.show_state("info", "flag", self.tr("演练"))
        show_if(self._drill, model.drill and self.tight())

    def _on_end(self) -> None:
        model = self.model
        self._presenter.close(
            Question(
                self.tr("还有 {n} 人没有下落").format(n=model.missing),
                self.tr("结束后不能再改，报告里会写明这些人没有下落。请先告诉消防或民警。"),
                self.tr("结束清点"),
                self.tr("接着找"),
                danger=True,
            )
        )

    def _on_only(self) -> None:
        self._show()
        self.table.setFocus()

    def _on_print(self) -> None:
        bar = self.scroller.verticalScrollBar().sizeHint().width()  # it comes with the pages
        self.paper.show_model(self.model, self.scroller.width() - bar)
        self._turn_to(PAPER)
        self._say()

    def _on_leave(self) -> None:
        if not self.on_back():
            self._presenter.leave()


PILLS = {"open": "warn", "not_found": "bad", "safe": "ok", "left": "info", "uncertain": "plain"}
