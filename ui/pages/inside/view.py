"""Inside on the screen: parts with their figures, one list, what can be done with the marked row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.pages.inside.model import Closed, InsideModel, InsideRow, Section
from ui.pages.inside.view_panel import AskPanel
from ui.pages.inside.view_table import InsideTable
from ui.pages.inside.view_words import InsideWords
from ui.shell.page import Page
from ui.widgets import BigButton, EmptyState, FlowLayout, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.inside.presenter import InsidePresenter

AGAIN_MS = 60_000
NIGHTS = (1, 2, 3, 7)


class InsidePage(Page):
    """A standing page: masked names, buildings only."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits", "session", "operators"})

    def __init__(self, presenter: InsidePresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, InsideWords()
        presenter.show, presenter.closed, presenter.stays = self.show_model, self._on_closed, self._on_stays
        self.model = InsideModel()
        self._asking = ""
        self.parts = {section: BigButton("", "row") for section in Section}
        self.table, self.panel, self.empty = InsideTable(), AskPanel(), EmptyState("users", "", "", "…")
        self.table.opened.connect(lambda row: presenter.open(row.visit_id))
        self.table.moved.connect(self._say_acts)
        self.table.ticked.connect(self._say_acts)
        self.panel.answered.connect(self._on_answer)
        self.empty.acted.connect(presenter.begin)
        self._bar = self._parts_bar()
        for widget, stretch in ((self._bar, 0), (self.table, 1), (self.panel, 1), (self.empty, 1)):
            self.body.addWidget(widget, stretch)
        self.leave = BigButton("", "main", "door-exit")
        self.open, self.stay = BigButton("", "quiet", "id"), BigButton("", "quiet", "moon")
        self.all, self._back = BigButton("", "quiet", "square-check"), BigButton("", "quiet", "", "Esc")
        self._wire()
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(presenter.refresh)
        self.ready()

    def _parts_bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("role", "clear")
        flow, group = FlowLayout(bar, gap="s"), QButtonGroup(self)
        for section, button in self.parts.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, one=section: self._presenter.choose(one))
            group.addButton(button)
            flow.addWidget(button)
        return bar

    def _wire(self) -> None:
        for button, act in (
            (self.leave, self._on_leave), (self.open, self._on_open), (self.stay, self._on_stay),
            (self.all, self._on_all), (self._back, self._close_panel),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, do=act: do())
            self.add_action(button)

    # -- the shell calls

    def on_show(self, **arguments: Any) -> None:
        self._close_panel()
        self._presenter.choose(Section(arguments["section"]) if "section" in arguments else self.model.section)
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        if self._asking:
            self._close_panel()
            return True
        return False

    def main_button(self) -> BigButton | None:
        return self.leave if self.leave.isVisible() else None

    def draft(self) -> dict[str, Any]:
        return {"section": self.model.section.value, "ticks": list(self.table.ticks())}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.table.restore_ticks(draft.get("ticks", ()))
        self._presenter.choose(Section(draft.get("section", Section.HERE)))

    # -- drawing

    def show_model(self, model: InsideModel) -> None:
        """Draw a part of the page."""
        self.model = model
        self.table.show_section(model.section, model.rows, model.may_bulk)
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self.table.setMinimumHeight(least_height(4))

    def retranslate(self) -> None:
        self.open.setText(self.tr("打开"))
        self.stay.setText(self.tr("今晚住下"))
        self._back.setText(self.tr("返回"))
        self.empty.button.setText(self.tr("登记一位来访人"))
        self._say()

    def _say(self) -> None:
        model = self.model
        self.set_heading(self._words.heading(model), self._words.about(model))
        for section, button in self.parts.items():
            button.setText(self._words.part(section, model.count(section)))
            button.setChecked(section is model.section)
        show_if(self.parts[Section.NIGHT], bool(model.count(Section.NIGHT)) or model.section is Section.NIGHT)
        title, how = self._words.empty(model.section)
        here = model.section is Section.HERE
        self.empty.show_state("users", title if here else how, how if here else "")
        show_if(self.empty.button, here)
        self._show_parts()
        self._say_acts()

    def _show_parts(self) -> None:
        rows = bool(self.model.rows)
        show_if(self._bar, not self._asking)
        show_if(self.panel, bool(self._asking))
        show_if(self.table, rows and not self._asking)
        show_if(self.empty, not rows and not self._asking)
        show_if(self._back, bool(self._asking))

    def _say_acts(self) -> None:
        row, ticks, listing = self._row(), self.table.ticks(), not self._asking
        show_if(self.leave, listing and bool(row or ticks))
        show_if(self.open, listing and not ticks and bool(row))
        show_if(self.stay, listing and not ticks and bool(row and row.may_stay))
        show_if(self.all, listing and self.model.may_bulk and bool(self.model.rows))
        if ticks:
            self.leave.setText(self.tr("{n} 人一起登记离开", "", self._people()).format(n=self._people()))
        elif row:
            self.leave.setText(self.tr("{name} 已离开").format(name=self._words.name(row)))
        self.all.setText(self.tr("全不选") if ticks else self.tr("全选"))
        if row:
            self.open.setAccessibleDescription(self._words.name(row))

    def _people(self) -> int:
        """Of the ticked rows: a group is one row."""
        ticks = self.table.ticks()
        return sum(row.people for row in self.model.rows if row.visit_id in ticks)

    def _row(self) -> InsideRow | None:
        row = self.table.current_row()
        return row if isinstance(row, InsideRow) else None

    # -- acts

    def _on_leave(self) -> None:
        row, ticks = self._row(), self.table.ticks()
        if ticks:
            reasons = [(words, icon, words) for icon, words in self._words.reasons()]
            self._ask(
                "leave",
                self.tr("{n} 人一起登记离开，是怎么知道的？").format(n=self._people()),
                reasons,
                self.tr("其他理由"),
            )
        elif row:
            self._presenter.leave(row.visit_id)

    def _on_stay(self) -> None:
        if (row := self._row()) is not None:
            nights = [(str(n), "moon", self._nights(n)) for n in NIGHTS]
            self._ask(row.visit_id, self.tr("{name} 住几晚？").format(name=self._words.name(row)), nights)

    def _nights(self, n: int) -> str:
        return self.tr("一晚，到明天中午") if n == 1 else self.tr("{n} 晚").format(n=n)

    def _on_open(self) -> None:
        if (row := self._row()) is not None:
            self._presenter.open(row.visit_id)

    def _on_all(self) -> None:
        self.table.tick_all(not self.table.ticks())

    def _ask(self, about: str, title: str, answers: list[tuple[str, str, str]], own: str = "") -> None:
        self._asking = about
        self.panel.ask(title, answers, own)
        self._show_parts()
        self._say_acts()

    def _on_answer(self, answer: str) -> None:
        about = self._asking
        self._close_panel()
        if about == "leave":
            self._presenter.leave_many(self.table.ticks(), answer)
        else:
            self._presenter.overnight(about, int(answer))

    def _close_panel(self) -> None:
        self._asking = ""
        self._show_parts()
        self._say_acts()

    def _on_closed(self, what: Closed) -> None:
        if what.name and what.n == 1:
            words = self.tr("已登记离开：{who}").format(who=what.name)
        else:
            words = self.tr("已登记 {n} 人离开", "", what.n).format(n=what.n)
        self._presenter.offer_undo(words, what)

    def _on_stays(self, nights: int, visit_id: str) -> None:
        self._presenter.say(self.tr("记下了：{nights}，夜里不再提醒").format(nights=self._nights(nights)))
