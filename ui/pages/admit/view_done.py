"""After admission: what was written, and what may come next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.pages.admit.model import Done, PassState
from ui.texts import sentence
from ui.widgets import Banner, Card, ResultHead, facts, show_if


class DonePanel(Card):
    """One admitted visit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="ok", parent=parent)
        self._head = ResultHead("valid", "")
        self._facts: QWidget | None = None
        self._next = Banner(closable=False)
        self.body.addWidget(self._head)
        self.body.addStretch(1)
        self.body.addWidget(self._next)
        self._done: Done | None = None
        self._paper = PassState.NONE

    def show_done(self, done: Done, paper: PassState = PassState.NONE) -> None:
        """What was written, and what becomes of the pass on paper."""
        self._done, self._paper = done, paper
        self._head.show_result("valid", self.tr("已放行，已记下"), self._about(done))
        if self._facts is not None:
            self.body.removeWidget(self._facts)
            self._facts.deleteLater()
        self._facts = facts(self._pairs(done))
        self.body.insertWidget(2, self._facts)
        self._next.show_text(self._advice(done), "warn" if paper is PassState.FAILED else "info")
        show_if(self._next, True)

    def _about(self, done: Done) -> str:
        parts = [sentence(f"visit.type.{done.kind}")]
        if done.repeated:
            parts.append(self.tr("刚才已经登记过，没有重复"))
        if done.closed:
            parts.append(self.tr("上一次来访已同时登记离开"))
        return " · ".join(parts)

    def _pairs(self, done: Done) -> list[tuple[str, str]]:
        who = done.name or self.tr("没有留姓名")
        if done.party > 1:
            who = self.tr("{name}（{n} 人）").format(name=who, n=done.party)
        pairs = (
            (self.tr("来访人"), who),
            (self.tr("到访"), done.place),
            (self.tr("进门"), done.at),
            (self.tr("时限"), done.until if done.kind != "guest" else ""),
            (self.tr("临时牌号"), done.badge_no),
            (self.tr("证件"), self._read(done)),
        )
        return [pair for pair in pairs if pair[1]]

    def _read(self, done: Done) -> str:
        return self.tr("{kind}，机器读的").format(kind=sentence(f"visit.id.{done.read}")) if done.read else ""

    def _advice(self, done: Done) -> str:
        paper = {
            PassState.SENT: self.tr("来访证送去打印了，请稍等。"),
            PassState.PRINTED: self.tr("来访证请交给来人，下次一扫就进。"),
            PassState.FAILED: self.tr("人已经放行。来访证没有印出来：可以再印一次，或者点“给一张来访证”给来人拍照。"),
        }
        if self._paper in paper:
            return paper[self._paper]
        if done.badge_no:
            return self.tr("请把临时牌 {badge} 交给来人，离开时收回。").format(badge=done.badge_no)
        if done.kind in ("contractor", "works"):
            return self.tr("施工人员离开要登记。可以给一张来访证，出门时一扫就好。")
        if done.night:
            return self.tr("已经是夜里了。如果要过夜，请在这次来访里写明住几晚。")
        return self.tr("要进出几次的，可以给一张来访证，下次一扫就进。")

    def retranslate(self) -> None:
        if getattr(self, "_done", None) is not None:
            assert self._done is not None
            self.show_done(self._done, self._paper)
