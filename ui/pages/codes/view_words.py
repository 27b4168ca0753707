"""Words of codes in the language of the moment: kinds, states, what a line says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.codes.model import CodeLine, CodesModel
from ui.texts import sentence


class CodeWords(QObject):
    """Said by every part of the page."""

    def kind(self, kind: str) -> str:
        return {
            "indoor": self.tr("户内码"),
            "outdoor": self.tr("户外码"),
            "asset": self.tr("物品码"),
            "locker": self.tr("柜门码"),
            "shift": self.tr("班次码"),
            "visitor_pass": self.tr("来访证"),
        }.get(kind, kind)

    def within(self, kind: str) -> str:
        """The same in the middle of a sentence, where English takes small letters."""
        return self.kind(kind).lower()

    def kind_sub(self, kind: str) -> str:
        """What a kind is for, in a few words."""
        return {
            "indoor": self.tr("代表一户"),
            "outdoor": self.tr("只指地点"),
            "asset": self.tr("轮椅、推车"),
            "locker": self.tr("储物柜"),
            "shift": self.tr("签到用"),
        }.get(kind, "")

    def state(self, line: CodeLine) -> str:
        if line.live:
            return self.tr("在用")
        return self.tr("已补办新码") if line.state == "replaced" else self.tr("已作废")

    def since(self, line: CodeLine, beside_state: bool = True) -> str:
        """When it ended and why, or until when it is good. beside_state: that it was replaced stands there already."""
        if line.live:
            return self.tr("到 {time}").format(time=line.ended) if line.ended else ""
        said = beside_state and line.state == "replaced"
        if said:
            return self.tr("{time} 停用").format(time=line.ended)
        why = sentence(line.why) if line.why else ""
        return self.tr("{time} {why}").format(time=line.ended, why=why).strip()

    def line(self, line: CodeLine) -> str:
        """A code in one line of a list."""
        parts = (line.serial, self.kind(line.kind), line.place, self.state(line), self.since(line))
        return " · ".join(part for part in parts if part)

    def ended(self, line: CodeLine) -> str:
        """A withdrawn code on two lines: which, and what became of it."""
        lines = ((line.serial, line.place), (self.kind(line.kind), self.since(line, beside_state=False)))
        return "\n".join(" · ".join(part for part in parts if part) for parts in lines)

    def heading(self, model: CodesModel) -> tuple[str, str]:
        """The situation, and a quieter line."""
        kind = self.within(model.kind)
        passes = self.tr("现在有效的来访证 {n} 张").format(n=f"{model.counts.get('visitor_pass', 0):,}")
        live = f"{model.live:,}"
        if not model.of_households:
            return self.tr("在用的{kind} {n} 个", "", model.live).format(kind=kind, n=live), passes
        if not model.households:
            return self.tr("还没有住户，导入名单后就能发码"), passes
        if not model.without:
            return self.tr("每一户都有{kind}了").format(kind=kind), passes
        missing = self.tr("还有 {n} 户没有{kind}", "", model.without).format(n=f"{model.without:,}", kind=kind)
        have = f"{model.households - model.without:,}"
        return missing, self.tr("{m} 户已经有了，{passes}").format(m=have, passes=passes)
