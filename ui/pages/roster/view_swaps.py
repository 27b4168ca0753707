"""Swaps on the screen: the inbox with who approves, and which shift is given in return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.roster.model import Box, RosterModel, SwapRow
from ui.pages.roster.view_words import day_words
from ui.texts import sentence
from ui.widgets import Column, Field, ListPanel, PickBox, show_if

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter


class ReturnPanel(ListPanel):
    """Which of the taker's shifts is given for it? Enter on one says so."""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪一班"), lambda box: f"{day_words(box.day)} {box.name}", 14),
                Column(self.tr("几点"), lambda box: box.hours),
            ],
            lambda box: box.id, "switch-horizontal", self.tr("换回哪一班"),
        )  # fmt: skip
        give = presenter.changing.offer
        self.table.opened.connect(lambda box: give(box.id) if isinstance(box, Box) else None)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        self.show_rows(model.returns, self.tr("对方没有可以换回的班"), "")


class SwapsPanel(ListPanel):
    """The inbox: what waits first."""

    LEAST = 2

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪一班"), lambda row: f"{day_words(row.day)} {row.name}", 11),
                Column(self.tr("谁换给谁"), self._who),
                Column(self.tr("到哪一步"), lambda row: sentence(f"duty.swap.{row.state}"), 9, tone=lambda row: "warn" if row.waits else "muted"),
            ],
            lambda row: row.id, "switch-horizontal", self.tr("换班"), tell=self._whole, more=True,
        )  # fmt: skip
        self.approval = PickBox(
            [
                ("always", self.tr("都要值班长同意")),
                ("capacity", self.tr("同一身份之间不用同意")),
                ("never", self.tr("两人说好就算")),
            ]
        )
        self.approval.picked.connect(presenter.changing.set_approval)
        self._rule = Field("", self.approval, beside=True)
        self.column.addWidget(self._rule)
        self.ready()

    def retranslate(self) -> None:
        self._rule.set_words(self.tr("换班要谁同意"))

    def draw(self, model: RosterModel) -> None:
        show_if(self._rule, model.may_edit)
        self.approval.set_key(model.approval)
        how = self.tr("谁来不了，打开那一班，选中那位，按「换班」。")
        self.show_rows(model.swaps, self.tr("没有要处理的换班"), how)

    def current(self) -> SwapRow | None:
        row = self.table.current_row()
        return row if isinstance(row, SwapRow) else None

    def _who(self, row: SwapRow) -> str:
        return self.tr("{one} 换给：{other}").format(one=row.member, other=row.taker or self.tr("谁都可以"))

    def _whole(self, row: SwapRow) -> str:
        parts = [self._who(row), sentence(f"duty.swap.{row.state}")]
        if row.in_return:
            parts.append(self.tr("换回：{shift}").format(shift=row.in_return))
        if row.reason:
            parts.append(self.tr("原因：{why}").format(why=row.reason))
        return "　".join(parts)
