"""One standing pass or permit on the screen: when it holds, for whom, who gave it out, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.grant.model import Grant
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.texts import sentence
from ui.widgets import Card, FlowLayout, day_words, facts, label, set_role
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.grant.presenter import GrantPresenter


class GrantPage(Page):
    """Facts on the left; on the right whom it lets in, and how."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"standing", "permits", "codes", "session"})

    def __init__(self, presenter: GrantPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model: Grant | None = None
        self._both = QWidget()
        self._both.setProperty("role", "clear")
        self._flow = FlowLayout(self._both, gap="m", equal=True, columns=2)
        self._about, self._how = Card(), Card()
        self._parts: list[QWidget] = []
        for card in (self._about, self._how):
            card.body.addStretch(1)
            self._flow.addWidget(card)
        self.body.addWidget(self._both)
        self.body.addStretch(1)
        self.foot = Foot(self)
        presenter.show = self.show_model
        presenter.ended = self._on_ended
        self.ready()

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if ref := str(arguments.get("ref", "")):
            self._presenter.open(str(arguments.get("kind", "")), ref)

    def refresh(self) -> None:
        self._presenter.refresh()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    # -- drawing

    def show_model(self, model: Grant | None) -> None:
        """Draw one; nothing of the one before while another is being opened."""
        self.model = model
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._both.setVisible(model is not None)
        if model is not None:
            self._put(self._about, facts(self._pairs(model), columns=1))
            self._draw_how(model)
        self._say()

    def _put(self, card: Card, part: QWidget) -> None:
        self._parts.append(part)
        card.body.insertWidget(card.body.count() - 1, part)

    def _draw_how(self, model: Grant) -> None:
        if model.kind == "standing":
            self._how.set_title(self.tr("来的时候怎么办"))
            lines = self._standing_lines(model)
        elif model.workers:
            n = len(model.workers)
            self._how.set_title(self.tr("许可上有 {n} 名工人", "", n).format(n=n))
            self._put(self._how, label(self.tr("、").join(model.workers), "lead"))
            lines = (self.tr("来的人比名单多，或者姓不一样，请先问住户。"),)
        else:
            self._how.set_title(self.tr("许可上没有写工人"))
            lines = (self.tr("几个人来都可以，请在登记时填人数。"),)
        for words in lines:
            self._put(self._how, label(words, "quiet"))
        self._put(self._how, facts(self._came_about(model), columns=1))

    def _standing_lines(self, model: Grant) -> tuple[str, ...]:
        if model.over:
            return (self.tr("不再有效。来人请按平常的来访登记，由住户确认。"),)
        if model.says:
            return (self.tr("不在约定的时间来的，请先打电话问住户。"),)
        named = self.tr("登记时填姓名或电话尾号，电脑会认出来，不用再问住户。")
        if not model.serial:
            return (named, self.tr("没有开二维码。"))
        return (
            self.tr("扫来访证 {serial} 就行。").format(serial=model.serial),
            self.tr("没带也可以：{how}").format(how=named),
        )

    def _pairs(self, model: Grant) -> list[tuple[str, str]]:
        span = self.tr("{first} 到 {last}").format(first=model.first, last=model.last)
        pairs = (
            (self.tr("许可证号"), model.number), (self.tr("来做什么"), sentence(f"visit.type.{model.visitor_type}")),
            (self.tr("哪一户"), model.place), (self.tr("有效期"), span), (self.tr("哪几天"), day_words(model.days)),
            (self.tr("时段"), model.hours or self.tr("全天")), (self.tr("工具"), model.tools),
        )  # fmt: skip
        return [pair for pair in pairs if pair[1]]

    def _came_about(self, model: Grant) -> list[tuple[str, str]]:
        pairs = (
            (self.tr("谁开的"), model.given_by), (self.tr("开证时间"), model.given_at), (self.tr("作废时间"), model.ended_at)
        )  # fmt: skip
        return [pair for pair in pairs if pair[1]]

    def _say(self) -> None:
        model = self.model
        set_role(self._heading, tone="warn" if model is not None and model.says else "")
        if model is None:
            self.set_heading(self.tr("正在打开"))
        else:
            self.set_heading(self._heading_words(model), self._sub_words(model), keep=bool(model.says))
        self.foot.show_acts([*(self._acts(model) if model is not None else ()), self._leave()])
        self._main = self.foot.main()

    def _heading_words(self, model: Grant) -> str:
        says = sentence(f"visit.says.{model.says}") if model.says else self.tr("现在有效")
        if model.kind == "standing":
            return self.tr("{who}的长期通行证：{says}").format(who=model.who, says=says)
        return self.tr("{who}的施工许可：{says}").format(who=model.who, says=says)

    def _sub_words(self, model: Grant) -> str:
        if model.over:
            return self.tr("还要来的话，请重新开一张")
        if model.says:
            return self.tr("现在要进，登记时由您决定，写一句理由")
        return self.tr("认准本人，就可以放行")

    # -- acts

    def _acts(self, model: Grant) -> list[Act]:
        acts: list[Act] = []
        if model.may_show:
            acts.append(Act(self.tr("出示来访证"), "ticket", lambda: self._presenter.show_code(model)))
        if model.may_admit and not model.over:
            acts.append(Act(self.tr("来了，去登记"), "door-enter", lambda: self._presenter.register(model)))
        if model.may_end and not model.over:
            words = self.tr("作废") if model.kind == "standing" else self.tr("提前结束")
            acts.append(Act(words, "ban", lambda: self._ask_end(model), kind="quiet"))
        return acts

    def _leave(self) -> Act:
        return Act(self.tr("返回"), "", self._presenter.leave, kind="quiet", key="Esc")

    def _ask_end(self, model: Grant) -> None:
        if model.kind == "standing":
            title = self.tr("作废 {who} 的长期通行证？").format(who=model.who)
            body = self.tr("马上不能再用，来访证也一起作废，不能恢复。要再来得重新开一张。")
            yes, no = self.tr("作废"), self.tr("先不作废")
        else:
            title = self.tr("提前结束 {who} 的施工许可？").format(who=model.who)
            body = self.tr("从现在起不能再凭它进门，不能恢复。已经在里面的人不受影响。")
            yes, no = self.tr("结束许可"), self.tr("先不结束")
        self._presenter.ask(Question(title, body, yes, no, danger=True), lambda: self._presenter.end(model))

    def _on_ended(self) -> None:
        standing = self.model is not None and self.model.kind == "standing"
        self._presenter.said(self.tr("长期通行证已作废") if standing else self.tr("施工许可已结束"))

    def retranslate(self) -> None:
        self._say()
