"""What can be done on each panel of the roster page, the heading that says the situation, and what was done in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import moments
from ui.pages.roster.model import Box, Cell, Panel, Pick, RosterModel
from ui.pages.roster.view_words import box_words, comma
from ui.shell.ports import Question
from ui.widgets.foot import Act

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter
    from ui.pages.roster.view import RosterPage

Words = tuple[str, str]
AHEAD = ("proposed", "published", "confirmed")


class RosterActs(QObject):
    def __init__(self, page: RosterPage, presenter: RosterPresenter) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter

    # -- the heading

    def situation(self, model: RosterModel) -> Words:
        """The heading of a panel and the quieter line under it."""
        makers: dict[Panel, Callable[[RosterModel], Words]] = {
            Panel.MONTH: self._month_words, Panel.SHIFT: self._shift_words, Panel.ASK: self._ask_words,
            Panel.PUBLISH: self._publish_words, Panel.GAPS: self._gap_words, Panel.SWAPS: self._swap_words,
            Panel.PROPOSALS: self._proposal_words, Panel.RISK: self._risk_words, Panel.RETURN: self._return_words, Panel.EDIT: self._edit_words,
            Panel.GENERATE: lambda _: self._page.generate.situation(),
        }  # fmt: skip
        return makers[model.panel](model)

    def _month_words(self, model: RosterModel) -> Words:
        month = moments.month(model.month, model.today) if model.month else ""
        if not model.boxes:
            return (self.tr("{month}还没有排班").format(month=month) if model.ready else month), ""
        parts = []
        if model.gaps:
            parts.append(self.tr("还缺 {n} 个班", "", len(model.gaps)).format(n=len(model.gaps)))
        if model.hard or model.soft:
            count = model.hard + model.soft
            parts.append(self.tr("{n} 处冲突", "", count).format(n=count))
        if not parts:
            parts.append(self.tr("都排满了"))
        state = self.tr("还没公布")
        if model.version:
            state = self.tr("改了，还没公布") if model.changed else self.tr("已公布")
        return self.tr("{month}排班{state}：{what}").format(month=month, state=state, what=comma(parts)), ""

    def _shift_words(self, model: RosterModel) -> Words:
        box = model.box()
        if box is None:
            return self.tr("这一班不在了"), ""
        words = self.tr("要 {least} 到 {most} 人，已有 {n} 人")
        if box.least == box.most:
            words = self.tr("要 {least} 人，已有 {n} 人")
        here = sum(not one.away for one in box.cells)
        sub = words.format(least=box.least, most=box.most, n=here)
        return box_words(box), " · ".join(filter(None, (sub, box.place)))

    def _ask_words(self, model: RosterModel) -> Words:
        box, cell = model.box(), model.cell()
        who = cell.who.label if cell else ""
        words = {
            Pick.STAND_IN: self.tr("谁来替{who}？"),
            Pick.OFFER: self.tr("{who}这一班换给谁？"),
            Pick.TAKER: self.tr("谁来接这一班？"),
        }[model.pick]
        return words.format(who=who), box_words(box) if box else ""

    def _return_words(self, model: RosterModel) -> Words:
        box, cell = model.box(), model.cell()
        who = cell.who.label if cell else ""
        return self.tr("{who}换回哪一班？").format(who=who), box_words(box) if box else ""

    def _edit_words(self, model: RosterModel) -> Words:
        if not model.form.id:
            return self.tr("加一个班"), self.tr("只加这一天的；每周都有的，到「队伍」的班次里加。")
        box = model.box(model.form.id)
        return self.tr("改这一班"), box_words(box) if box else ""

    def _publish_words(self, model: RosterModel) -> Words:
        month = moments.month(model.month, model.today)
        if not model.version:
            return self.tr("公布 {month}排班").format(month=month), ""
        count = len(model.touched)
        return self.tr("再公布一次，有 {n} 位的班变了", "", count).format(n=count), self.tr("请告诉他们。")

    def _gap_words(self, model: RosterModel) -> Words:
        count = len(model.gaps)
        return self.tr("{n} 个班还缺人", "", count).format(n=count), self.tr("回车打开一班，选人排进去。")

    def _swap_words(self, model: RosterModel) -> Words:
        if not model.waiting:
            return self.tr("没有在等的换班"), ""
        return self.tr("{n} 个换班在等", "", model.waiting).format(n=model.waiting), ""

    def _proposal_words(self, model: RosterModel) -> Words:
        if any(not one.own for one in model.proposals):
            return self.tr("另一台电脑也公布了排班，要用它吗？"), ""
        if not model.proposals:
            return self.tr("没有别的排班"), ""
        return self.tr("另一台电脑先公布了，这台公布的还要用吗？"), self.tr("现在按先公布的那份值班。")

    def _risk_words(self, model: RosterModel) -> Words:
        count = len(model.risks)
        if not count:
            return self.tr("今明两天的班都安排好了"), ""
        return self.tr("今明两天有 {n} 个班要留意", "", count).format(n=count), ""

    # -- the foot

    def of(self, model: RosterModel) -> list[Act]:
        """The acts of a panel, the main one first."""
        makers: dict[Panel, Callable[[RosterModel], list[Act]]] = {
            Panel.MONTH: self._month, Panel.SHIFT: self._shift, Panel.ASK: self._ask, Panel.PUBLISH: self._publish,
            Panel.GAPS: self._gaps, Panel.SWAPS: self._swaps, Panel.PROPOSALS: self._proposals,
            Panel.RISK: lambda _: [], Panel.RETURN: self._return, Panel.EDIT: self._edit, Panel.GENERATE: lambda _: self._page.generate.acts(),
        }  # fmt: skip
        acts = makers[model.panel](model)
        if model.panel is not Panel.MONTH:
            acts.append(Act(self.tr("返回"), "", self._presenter.go_back, kind="quiet", key="Esc"))
        return acts

    def _month(self, model: RosterModel) -> list[Act]:
        presenter, acts = self._presenter, list[Act]()
        if not model.boxes:
            if model.may_edit and model.templates:
                words = self.tr("开始排 {month}").format(month=moments.month(model.month, model.today))
                acts.append(Act(words, "calendar-plus", presenter.begin))
            if model.may_edit:
                acts.append(Act(self.tr("值班队伍"), "users", self._team, kind="quiet" if acts else ""))
            return acts
        if model.may_publish and model.changed:
            acts.append(Act(self.tr("公布…"), "bell", lambda: presenter.go(Panel.PUBLISH)))
        if model.may_edit:
            acts.append(Act(self.tr("照上月排"), "repeat", presenter.repeat, kind="quiet"))
            acts += self.generating()
        acts += self._fitting(model)
        troubles = len(model.gaps) + model.hard + model.soft
        acts.append(
            Act(
                self.tr("空缺 {n}").format(n=troubles), "alert-triangle", lambda: presenter.go(Panel.GAPS), kind="quiet"
            )
        )
        acts.append(
            Act(
                self.tr("换班 {n}").format(n=model.waiting),
                "switch-horizontal",
                lambda: presenter.go(Panel.SWAPS),
                kind="quiet",
            )
        )
        if model.proposals and model.may_publish:
            acts.append(Act(self.tr("另一份排班"), "copy", lambda: presenter.go(Panel.PROPOSALS), kind="quiet"))
        if model.may_edit:
            acts.append(Act(self.tr("队伍"), "users", self._team, kind="quiet"))
        return acts

    def _fitting(self, model: RosterModel) -> list[Act]:
        """Templates or days off have changed since the month was opened."""
        count = model.missing + model.idle
        if not (count and model.may_edit):
            return []
        words = self.tr("按新班次更新 {n}").format(n=count)
        why = self.tr("放假或不再有这种班")
        return [Act(words, "refresh", lambda: self._presenter.fit(why), kind="quiet")]

    def _gaps(self, model: RosterModel) -> list[Act]:
        """Among all gaps those that are near; and a shift more."""
        presenter, acts = self._presenter, list[Act]()
        if model.may_edit:
            acts.append(Act(self.tr("加一个班"), "plus", lambda: presenter.edit_shift(), kind="quiet"))
        if model.risks:
            words = self.tr("今明两天要留意 {n}").format(n=len(model.risks))
            acts.append(Act(words, "clock-exclamation", lambda: presenter.go(Panel.RISK), kind="quiet"))
        return acts

    def generating(self) -> list[Act]:
        """The month fills itself: the way to that panel."""
        presenter = self._presenter
        words = self.tr("正在自动排…") if presenter.generating.model.busy else self.tr("自动排班")
        return [Act(words, "calendar-user", lambda: presenter.go(Panel.GENERATE), kind="quiet")]

    def _team(self) -> None:
        self._presenter.ports.go.to("team")

    def _shift(self, model: RosterModel) -> list[Act]:
        presenter, box, cell = self._presenter, model.box(), model.cell()
        if box is None:
            return []
        if box.cancelled:
            return [Act(self.tr("照常值班"), "check", presenter.changing.restore_shift)] if model.may_edit else []
        acts = list[Act]()
        if cell is not None and model.version and not cell.fresh:
            acts += self._of_published(model)
        if cell is not None and model.may_edit and not (box.begun and model.version):
            acts += self._of_planned(box, cell, bool(model.version) and not cell.fresh)
        if model.may_edit and not box.begun:
            acts.append(Act(self.tr("改时间"), "pencil", lambda: presenter.edit_shift(box.id), kind="quiet"))
        if model.may_edit and not box.over:
            acts.append(Act(self.tr("取消这一班"), "ban", self.cancel, kind="quiet"))
        return acts

    def _of_planned(self, box: Box, cell: Cell, published: bool) -> list[Act]:
        """Out of the plan; locked against the generator (L in the grid does it too)."""
        presenter = self._presenter
        acts = [Act(self.tr("取出来"), "minus", lambda: presenter.take_out(box.id, cell.who.id), kind="quiet")]
        if not published or cell.locked:
            words, icon = (self.tr("解锁"), "lock-open") if cell.locked else (self.tr("锁定"), "lock")
            lock = presenter.lock
            acts.append(Act(words, icon, lambda: lock(box.id, [cell.who.id], not cell.locked), kind="quiet"))
        return acts

    def _of_published(self, model: RosterModel) -> list[Act]:
        """What may be said of the marked member of a published shift."""
        changing, box, cell, acts = self._presenter.changing, model.box(), model.cell(), list[Act]()
        assert box is not None
        assert cell is not None
        if not model.may_swap or box.over:
            return acts
        if cell.state == "published" and not box.begun:
            acts.append(Act(self.tr("会来"), "check", changing.confirm, kind="quiet"))
        if cell.state in AHEAD:
            if not box.begun:
                words = self.tr("换班")
                acts.append(Act(words, "switch-horizontal", lambda: changing.pick(Pick.OFFER), kind="quiet"))
            acts.append(Act(self.tr("请假"), "user-exclamation", changing.excuse, kind="quiet"))
            if box.begun and model.may_edit:
                acts.append(Act(self.tr("没来"), "x", changing.no_show, kind="quiet"))
        if cell.state in (*AHEAD, "excused", "no_show"):
            acts.append(Act(self.tr("顶班"), "user-plus", lambda: changing.pick(Pick.STAND_IN), kind="quiet"))
        return acts

    def _ask(self, model: RosterModel) -> list[Act]:
        if model.pick is Pick.OFFER:
            words = self.tr("谁愿意都可以")
            return [Act(words, "users", lambda: self._presenter.changing.picked(""), kind="quiet")]
        return []

    def _edit(self, model: RosterModel) -> list[Act]:
        words = self.tr("存上") if model.form.id else self.tr("加上")
        return [Act(words, "check", lambda: self._presenter.save_shift(self._page.editing.form()))]

    def _return(self, model: RosterModel) -> list[Act]:
        words = self.tr("不用换回")
        return [Act(words, "arrow-right", lambda: self._presenter.changing.offer(""), kind="quiet")]

    def _publish(self, model: RosterModel) -> list[Act]:
        if not model.changed:
            return []
        why = self._page.publishing.why.text()
        if model.hard:
            words = self.tr("有冲突，照样公布")
            return [Act(words, "alert-triangle", lambda: self._presenter.publish(why, in_spite=True), kind="danger")]
        words = self.tr("公布 {month}排班").format(month=moments.month(model.month, model.today))
        return [Act(words, "bell", lambda: self._presenter.publish(self._page.publishing.why.text()))]

    def _swaps(self, model: RosterModel) -> list[Act]:
        row, changing = self._page.swapping.current(), self._presenter.changing
        if row is None or not row.waits:
            return []
        acts = list[Act]()
        if row.state == "accepted" and model.may_edit:
            acts.append(Act(self.tr("同意"), "check", lambda: changing.approve(row.id)))
        if row.state == "offered" and row.taker:
            words = self.tr("{who}说好").format(who=row.taker)
            acts.append(Act(words, "check", lambda: changing.accept(row.id)))
        if row.state == "offered" and not row.taker:
            take = lambda: changing.pick(Pick.TAKER, row.id, row.shift_id)  # noqa: E731 - an act of one line
            acts.append(Act(self.tr("有人接…"), "user-plus", take))
        acts.append(Act(self.tr("不同意"), "x", lambda: changing.refuse(row.id), kind="quiet"))
        acts.append(Act(self.tr("不换了"), "arrow-back-up", lambda: changing.withdraw(row.id), kind="quiet"))
        return acts

    def _proposals(self, model: RosterModel) -> list[Act]:
        row = self._page.proposing.current()
        if row is None:
            return []
        return [
            Act(self.tr("采用这一份"), "check", lambda: self._presenter.adopt(row.id), kind="quiet"),
            Act(self.tr("不采用"), "x", lambda: self._presenter.decline(row.id), kind="quiet"),
        ]

    # -- questions

    def cancel(self) -> None:
        """A shift is called off: everybody in it hears of it, so it is asked."""
        box = self._presenter.model.box()
        if box is None:
            return
        body = self.tr("{shift} 就不值了，排上的人会看到。已经签到的时长照样保留。").format(shift=box_words(box))
        question = Question(self.tr("取消这一班？"), body, self.tr("取消这一班"), self.tr("照常值班"), danger=True)
        why = self.tr("值班长取消")
        self._presenter.ports.say.ask(question, lambda: self._presenter.changing.cancel_shift(why))
