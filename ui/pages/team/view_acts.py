"""What can be done on each panel of the team page, the heading that says the situation, and what was done in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import moments
from ui.pages.team.model import LETTERS, LineRow, PairRow, Panel, TeamModel, TemplateRow
from ui.pages.team.view_paste import UNKNOWN
from ui.pages.team.view_sheet import column_words
from ui.paper import sheet
from ui.paper.sheet import Sheet
from ui.shell.ports import Question
from ui.widgets.foot import Act

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter
    from ui.pages.team.view import TeamPage

Words = tuple[str, str]
PAPER = "tick-sheet"


class TeamActs(QObject):
    def __init__(self, page: TeamPage, presenter: TeamPresenter) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter

    # -- the heading

    def situation(self, model: TeamModel) -> Words:
        """The heading of a panel and the quieter line under it."""
        makers: dict[Panel, Callable[[TeamModel], Words]] = {
            Panel.HOME: self._home_words, Panel.MEMBER: self._member_words, Panel.TIMES: self._times_words,
            Panel.PASTE: self._paste_words, Panel.SHEET: self._sheet_words, Panel.SHIFTS: self._shifts_words,
            Panel.TEMPLATE: self._template_words, Panel.PIN: self._pin_words,
            Panel.DAYS: lambda _: (self.tr("哪些天放假、停班、加班次"), self.tr("已经列好的月份，到「排班」里按「按新班次更新」。")),
        }  # fmt: skip
        return makers[model.panel](model)

    def _home_words(self, model: TeamModel) -> Words:
        count, silent = len(model.here), sum(not one.lines for one in model.here)
        if not count:
            return (self.tr("值班队伍还没有人") if model.ready else ""), ""
        words = self.tr("值班队伍有 {n} 位", "", count).format(n=count)
        return words, self.tr("{n} 位还没说过哪天能来", "", silent).format(n=silent) if silent else ""

    def _member_words(self, model: TeamModel) -> Words:
        if not model.form.id:
            return self.tr("加一位队员"), ""
        return self.tr("{who}的资料").format(who=model.label(model.form.id)), ""

    def _times_words(self, model: TeamModel) -> Words:
        words = self.tr("{who}什么时候能来").format(who=model.label(model.chosen))
        return words, self.tr("说了某个月的「能来」，那个月别的时间就不排。")

    def _pin_words(self, model: TeamModel) -> Words:
        return self.tr("{who}的签到密码").format(who=model.label(model.form.id)), self.tr("签到时不带码，按密码也行。")

    def _paste_words(self, model: TeamModel) -> Words:
        if not model.heard:
            return self.tr("贴上群里的接龙"), ""
        total = len(model.heard)
        words = self.tr("{n} 行里看懂了 {ready} 行", "", total).format(n=total, ready=model.heard_ready)
        return words, self.tr("没看懂的会留在左边，不会丢。") if model.heard_ready < total else ""

    def _sheet_words(self, model: TeamModel) -> Words:
        month = moments.month(model.month, model.today)
        words = self.tr("{month}的勾选表：录了 {n} 位").format(month=month, n=len(model.ticks))
        return words, ""

    def _shifts_words(self, model: TeamModel) -> Words:
        count = len(model.templates)
        return self.tr("每周有 {n} 种班次", "", count).format(n=count), self.tr("改了以后，新排的月份按新的来。")

    def _template_words(self, model: TeamModel) -> Words:
        sub = self.tr("这一班还有别的身份要求，会保留。") if model.template.other_mix else ""
        return (
            self.tr("改「{name}」").format(name=model.template.name) if model.template.id else self.tr("加一种班次")
        ), sub

    # -- the foot

    def of(self, model: TeamModel) -> list[Act]:
        """The acts of a panel, the main one first."""
        makers: dict[Panel, Callable[[TeamModel], list[Act]]] = {
            Panel.HOME: self._home, Panel.MEMBER: self._member, Panel.TIMES: self._times, Panel.PASTE: self._paste,
            Panel.SHEET: self._sheet, Panel.SHIFTS: self._shifts, Panel.TEMPLATE: self._template,
            Panel.DAYS: self._days, Panel.PIN: self._pin,
        }  # fmt: skip
        acts = makers[model.panel](model) if model.may_edit else []
        if model.panel is not Panel.HOME:
            acts.append(Act(self.tr("返回"), "", self._presenter.go_back, kind="quiet", key="Esc"))
        return acts

    def _home(self, model: TeamModel) -> list[Act]:
        go = self._presenter.go
        first = "" if not model.here else "quiet"
        acts = [
            Act(self.tr("加一位"), "user-plus", self._presenter.new_member, kind=first),
            Act(self.tr("贴接龙"), "messages", lambda: go(Panel.PASTE), kind="quiet"),
            Act(self.tr("勾选表"), "list-check", lambda: go(Panel.SHEET), kind="quiet"),
            Act(self.tr("班次"), "calendar-event", lambda: go(Panel.SHIFTS), kind="quiet"),
            Act(self.tr("放假"), "sun", lambda: go(Panel.DAYS), kind="quiet"),
            Act(self.tr("排班"), "calendar-user", lambda: self._presenter.ports.go.to("roster"), kind="quiet"),
        ]
        row = self._page.home.current()
        if len(model.members) > len(model.here):
            words = self.tr("不看离队的") if model.with_left else self.tr("看离队的")
            acts.append(Act(words, "eye", lambda: self._presenter.change(with_left=not model.with_left), kind="quiet"))
        if row is not None and row.left:
            acts.insert(
                1, Act(self.tr("请回来"), "arrow-back-up", lambda: self._presenter.take_back(row.id), kind="quiet")
            )
        return acts

    def _member(self, model: TeamModel) -> list[Act]:
        words = self.tr("存上") if model.form.id else self.tr("加入队伍")
        acts = [Act(words, "check", lambda: self._presenter.save_member(self._page.member.form()))]
        if model.form.id:
            acts.append(Act(self.tr("什么时候能来"), "clock", lambda: self._presenter.go(Panel.TIMES), kind="quiet"))
            acts.append(Act(self.tr("签到密码"), "key", lambda: self._presenter.go(Panel.PIN), kind="quiet"))
            if not model.form.left:
                acts.append(Act(self.tr("离队"), "door-exit", self._presenter.let_go, kind="quiet"))
        return acts

    def _pin(self, model: TeamModel) -> list[Act]:
        words = self.tr("不再用密码")
        return [Act(words, "trash", lambda: self._presenter.set_pin(""), kind="quiet")] if model.form.has_pin else []

    def _times(self, model: TeamModel) -> list[Act]:
        panel, presenter = self._page.times, self._presenter
        acts = [Act(self.tr("加上这个时间"), "plus", lambda: presenter.add_line(panel.form()))]
        if panel.other.key():
            pair = lambda: presenter.pair(panel.other.key(), panel.kind.key())  # noqa: E731 - an act of one line
            acts.append(Act(self.tr("记下搭档"), "users", pair, kind="quiet"))
        row = panel.current()
        if isinstance(row, LineRow):
            acts.append(Act(self.tr("删掉这一条"), "trash", lambda: presenter.drop_line(row.id), kind="quiet"))
        if isinstance(row, PairRow):
            acts.append(Act(self.tr("不再搭档"), "trash", lambda: presenter.unpair(row.id), kind="quiet"))
        return acts

    def _paste(self, model: TeamModel) -> list[Act]:
        acts, row = list[Act](), self._page.paste.current()
        if model.heard_ready:
            words = self.tr("存看懂的 {n} 行", "", model.heard_ready).format(n=model.heard_ready)
            acts.append(Act(words, "check", self._presenter.listening.save))
        if row is not None and row.name and UNKNOWN[0] in {code for code, _ in row.doubts}:
            words = self.tr("{name}加入队伍").format(name=row.name)
            capacity = self._page.paste.capacity
            acts.append(
                Act(words, "user-plus", lambda: self._presenter.listening.take_in(row, capacity.key()), kind="quiet")
            )
        return acts

    def _sheet(self, model: TeamModel) -> list[Act]:
        acts = list[Act]()
        if model.ticks:
            words = self.tr("存上 {n} 位", "", len(model.ticks)).format(n=len(model.ticks))
            acts.append(Act(words, "check", self._presenter.listening.save_sheet))
        if model.here and "papers" in self._presenter.ports.extras:
            acts.append(Act(self.tr("打印空表"), "printer", self.print, kind="quiet"))
        return acts

    def _shifts(self, model: TeamModel) -> list[Act]:
        row = self._page.shifts.table.current_row()
        new = TemplateRow()
        first = "" if not model.templates else "quiet"
        acts = [Act(self.tr("加一种班次"), "plus", lambda: self._presenter.open_template(new), kind=first)]
        if isinstance(row, TemplateRow):
            acts.append(Act(self.tr("改这一种"), "pencil", lambda: self._presenter.open_template(row), kind="quiet"))
        return acts

    def _template(self, model: TeamModel) -> list[Act]:
        acts = [Act(self.tr("存上"), "check", lambda: self._presenter.save_template(self._page.template.row()))]
        if model.template.id:
            acts.append(Act(self.tr("以后不排这种班"), "trash", self._ask_drop, kind="quiet"))
        return acts

    def _days(self, model: TeamModel) -> list[Act]:
        acts = [Act(self.tr("加上"), "plus", self._page.days.add)]
        row = self._page.days.current()
        if row is not None:
            acts.append(Act(self.tr("这天照常"), "trash", lambda: self._presenter.drop_day(row.id), kind="quiet"))
        return acts

    # -- questions and paper

    def _ask_drop(self) -> None:
        row = self._presenter.model.template
        body = self.tr("已经排出来的班都留着，只是新的月份不再有「{name}」。").format(name=row.name)
        question = Question(self.tr("以后不排这种班？"), body, self.tr("以后不排"), self.tr("留着"), danger=True)
        self._presenter.ports.say.ask(question, lambda: self._presenter.drop_template(row.id))

    def paper(self, model: TeamModel) -> Sheet:
        """The tick sheet: a row a member, a letter a column."""
        heads = (self.tr("姓名"), *LETTERS)
        said = self.tr("、").join(f"{letter} {column_words(number)}" for number, letter in enumerate(LETTERS))
        lines = (self.tr("哪些时间能来，请在格子里打勾。"), said)
        rows = tuple((one.label, *("□" for _ in LETTERS)) for one in model.here)
        return Sheet(
            self.tr("{month}的值班时间勾选表").format(month=moments.month(model.month, model.today)), lines, heads, rows
        )

    def print(self) -> None:
        self._presenter.ports.extras["papers"].send(sheet.job(self.paper(self._presenter.model), PAPER), self._page)

    # -- what was done

    def told(self, what: str, n: int = 0, more: object = "") -> None:
        """In words, with an undo where there is one."""
        say, presenter = self._presenter.ports.say, self._presenter
        undo = {
            "heard": self.tr("存好了 {n} 位的时间", "", n).format(n=n), "sheet": self.tr("存好了 {n} 位的勾选", "", n).format(n=n),
        }  # fmt: skip
        done = {
            "added": self.tr("加入队伍了"), "edited": self.tr("存上了"), "back": self.tr("回到队伍了"),
            "line": self.tr("时间记下了"), "unsaid": self.tr("删掉了"), "pair": self.tr("搭档记下了"),
            "unpaired": self.tr("不再搭档了"), "template": self.tr("班次存上了"), "template_gone": self.tr("以后不排这种班了"),
            "days": self.tr("加上了 {n} 天", "", n).format(n=n), "day_gone": self.tr("这天照常排班"),
            "given_back": self.tr("改回去了"), "pin": self.tr("密码设好了"), "pin_gone": self.tr("不再用密码了"),
        }  # fmt: skip
        if what in undo and callable(more):
            say.undo(undo[what], more)
        elif what == "left" and isinstance(more, str):
            say.undo(self.tr("离队了，值过的班都留着"), lambda: presenter.take_back(more))
        else:
            say.done(done.get(what, ""))
