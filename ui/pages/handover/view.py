"""The handover on the screen: the draft, the two signatures, one that was put down, those of before, what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.pages.handover.model import HandoverModel, Panel
from ui.pages.handover.view_draft import DraftView
from ui.pages.handover.view_items import ItemsView
from ui.pages.handover.view_read import PastView, ReadView
from ui.pages.handover.view_sign import SignView
from ui.pages.handover.view_words import HandoverWords
from ui.paper import handover as paper
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from ui.pages.handover.presenter import HandoverPresenter

AGAIN_MS = 30_000  # minutes run by themselves


class HandoverPage(Page):
    """One panel at a time; Esc goes one step back."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"handover", "visits", "goods", "matters", "duty", "notices", "rollcall"}
    )

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, HandoverWords()
        self.model = HandoverModel()
        self.drafted, self.sign, self.read = DraftView(presenter), SignView(presenter), ReadView()
        self.past, self.items = PastView(presenter), ItemsView(presenter)
        presenter.show, presenter.wrong, presenter.lack = self.show_model, self.sign.wrong, self.drafted.lack
        self._panels: dict[Panel, QWidget] = {
            Panel.DRAFT: self.drafted, Panel.READ: self.read, Panel.SIGN: self.sign, Panel.PAST: self.past,
            Panel.ITEMS: self.items,
        }  # fmt: skip
        for widget in self._panels.values():
            self.body.addWidget(widget, 1)
        self.foot = Foot(self)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(presenter.refresh)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("panel", "")), str(arguments.get("handover_id", "")))
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()
        self.sign.pad.clear()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_scan(self, answer: Any) -> bool:
        return self._presenter.card(answer)

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        return self._presenter.scan(seen)

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return self._presenter.draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._presenter.restore(draft)

    def show_model(self, model: HandoverModel) -> None:
        """Draw a state."""
        turned = model.panel is not self.model.panel
        self.model = model
        for panel, widget in self._panels.items():
            show_if(widget, panel is model.panel and (model.known or panel is not Panel.DRAFT))
        if model.panel is Panel.DRAFT:
            self.drafted.show_model(model)
        elif model.panel is Panel.READ and model.put is not None:
            self.read.show_put(model.put)
        elif model.panel is Panel.SIGN:
            self.sign.show_model(model)
        elif model.panel is Panel.PAST:
            self.past.show_model(model)
        elif model.panel is Panel.ITEMS:
            self.items.show_model(model)
        if turned:
            self.scroller.verticalScrollBar().setValue(0)
        self._say()

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        self.set_heading(*self._headline(), keep=self.model.panel is Panel.SIGN)
        self.foot.show_acts(self._acts())

    def _headline(self) -> tuple[str, str]:
        model = self.model
        if model.panel is Panel.PAST:
            return self.tr("以前的交班单"), ""
        if model.panel is Panel.ITEMS:
            return self.tr("交班时数哪些东西？"), self.tr("改了马上存上，下次交班就按新的数")
        if model.panel is Panel.SIGN:
            return self._who_signs(), self.tr("也可以把工作码放到摄像头前")
        if model.panel is Panel.READ and model.put is not None:
            return self._of_one()
        return self._of_draft()

    def _who_signs(self) -> str:
        model = self.model
        if model.asking is not None:
            return self.tr("{name}，请输入密码").format(name=model.asking.label)
        return self.tr("谁来接班？请点名字") if model.taking else self.tr("谁交班？请点名字")

    def _of_one(self) -> tuple[str, str]:
        model, put = self.model, self.model.put
        assert put is not None
        if model.took:
            thanks = self._thanks()
            return self.tr("交接好了，现在由{name}当班").format(name=model.took), thanks
        if put.waits:
            return self.tr("交班单写好了，请接班的人看过签字"), self._thanks() or self._words.state(put)
        return self._words.state(put), put.at

    def _thanks(self) -> str:
        model = self.model
        if not model.left:
            return ""
        if model.thanks:
            return self.tr("{name}下班了，今天帮了 {n} 人，谢谢！").format(name=model.left, n=model.thanks)
        return self.tr("{name}下班了，辛苦了！").format(name=model.left)

    def _of_draft(self) -> tuple[str, str]:
        model = self.model
        if not model.known:
            return self.tr("正在把这一班的事列出来…"), ""
        sub = " · ".join(
            filter(
                None,
                (
                    self._words.shift(model.drafted.shift) if model.drafted.shift else "",
                    self._words.next(model.drafted),
                ),
            )
        )
        if model.drafted.over_min and not model.drafted.held_at:
            late = self._words.span(model.drafted.over_min)
            return self.tr("该交班了，已经过了 {time}").format(time=late), sub
        left = len(model.lacks)
        if left:
            return self.tr("交班前还有 {n} 项要看", "", left).format(n=left), sub
        return self.tr("都看过了，可以签字交班"), sub

    def _acts(self) -> list[Act]:
        model, presenter = self.model, self._presenter
        back = Act(self.tr("返回"), "", presenter.leave, "quiet", key="Esc")
        if model.panel is Panel.READ:
            return [*self._read_acts(), back]
        if model.panel is Panel.ITEMS:
            return [Act(self.tr("加上"), "plus", self.items.add), back]
        if model.panel is not Panel.DRAFT:
            return [back]
        return [*self._draft_acts(), back]

    def _draft_acts(self) -> list[Act]:
        model, presenter = self.model, self._presenter
        found = [Act(self.tr("写好了，签字交班"), "pencil", presenter.ready_to_sign, enabled=model.known)]
        if model.drafted.over_min and not model.drafted.held_at:
            found.append(Act(self.tr("没人来接班，我留下"), "hourglass", presenter.stay_on))
        found.append(Act(self.tr("读给我听"), "volume", self._on_aloud))
        found.append(Act(self.tr("以前的"), "history", lambda: presenter.go(Panel.PAST)))
        if model.may_items:
            found.append(Act(self.tr("要数的东西"), "key", lambda: presenter.go(Panel.ITEMS)))
        return found

    def _read_acts(self) -> list[Act]:
        model, presenter, put = self.model, self._presenter, self.model.put
        if put is None:
            return []
        if model.took:
            found = [Act(self.tr("开始当班"), "check", presenter.begin_duty)]
        elif put.waits:
            found = [Act(self.tr("我来接班，签字"), "user-check", presenter.take_over)]
        else:
            found = []
        found.append(Act(self.tr("读给我听"), "volume", self._on_aloud, "quiet"))
        found.append(Act(self.tr("打小条"), "printer", self._on_slip, "quiet"))
        found.append(Act(self.tr("打 A4"), "printer", self._on_sheet, "quiet"))
        if put.waits and not model.took:
            found.append(Act(self.tr("重写一份"), "refresh", presenter.correct, "quiet"))
        return found

    def _on_aloud(self) -> None:
        put = self.model.put if self.model.panel is Panel.READ else None
        self._presenter.read_aloud(self._words.aloud(put.body if put is not None else self.model.body))

    def _on_slip(self) -> None:
        if self.model.put is not None:
            papers.send(paper.slip_job(self._paper()), self)

    def _on_sheet(self) -> None:
        if self.model.put is not None:
            papers.send(paper.sheet_job(self._paper()), self)

    def _paper(self) -> paper.HandoverPaper:
        from ui.pages.handover.view_paper import on_paper

        assert self.model.put is not None
        return on_paper(self.model.put, self._words)
