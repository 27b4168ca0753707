"""The reception page: four rooms in one (today, matters, call-backs, the month), and the forms that lie over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.pages.hearings.model import Home, OwedList, Visit, VisitForm, Written
from ui.pages.hearings.view_begin import BeginView
from ui.pages.hearings.view_bodies import BodiesView
from ui.pages.hearings.view_lists import CallsView, MattersView
from ui.pages.hearings.view_month import MonthView
from ui.pages.hearings.view_read import ReadView
from ui.pages.hearings.view_today import TodayView
from ui.pages.hearings.view_visit import VisitView
from ui.pages.hearings.view_words import HearingsWords
from ui.paper import hearing_summary, matter_slip
from ui.shell import papers
from ui.shell.page import Page
from ui.shell.shortcuts import key_of
from ui.widgets import ActBar, BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter
    from ui.pages.hearings.presenter_visit import VisitPresenter

TODAY, MATTERS, CALLS, MONTH, BODIES = "today", "matters", "calls", "month", "bodies"
VISIT, READ, BEGIN = "visit", "read", "begin"
ROOMS = (TODAY, MATTERS, CALLS, MONTH, BODIES)
ICONS = ("messages", "report", "phone", "calendar-event", "settings")
AGAIN_MS = 20_000


class HearingsPage(Page):
    """One panel at a time; Esc goes from a form back to the room one was in."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"matters", "hearings", "duty", "session"})

    def __init__(self, presenter: HearingsPresenter, visits: VisitPresenter) -> None:
        super().__init__()
        self._presenter, self._visits, self._words = presenter, visits, HearingsWords()
        self.model, self.panel = Home(), TODAY
        presenter.show, presenter.began, presenter.closed = self.show_home, self._on_began, self._on_closed
        presenter.saved = self._on_saved
        visits.written, visits.confirmed = self.show_written, self._on_confirmed
        self.today, self.matters, self.calls = TodayView(presenter), MattersView(presenter), CallsView(presenter)
        self.month, self.visit, self.read = MonthView(presenter), VisitView(visits), ReadView(visits)
        self.begin, self.bodies = BeginView(), BodiesView(presenter)
        self._panels: dict[str, QWidget] = {
            TODAY: self.today, MATTERS: self.matters, CALLS: self.calls, MONTH: self.month, BODIES: self.bodies, VISIT: self.visit,
            READ: self.read, BEGIN: self.begin,
        }  # fmt: skip
        self._bar = ActBar(gap="s")
        self.rooms = {name: BigButton("", "row", icon) for name, icon in zip(ROOMS, ICONS, strict=True)}
        for name, button in self.rooms.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, room=name: self._turn(room))
            self._bar.add(button)
        self.body.addWidget(self._bar)
        for name, widget in self._panels.items():
            self.body.addWidget(widget, 1)
            show_if(widget, name == TODAY)
        self._connect()
        show_if(self.rooms[BODIES], False)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(presenter.refresh)
        self.foot = Foot(self)
        self.ready()

    def _connect(self) -> None:
        self.today.stand_in.connect(lambda: self._begin(self.today.sitting()))
        self.today.read.connect(self._on_read)
        self.today.other.connect(self._on_other)
        self.begin.entered.connect(self._on_begin)
        self.matters.wanted.connect(self._on_owed)
        self.bodies.dropped.connect(self._presenter.drop)
        self.read.pad.signed.connect(self._say)
        self.read.again.clicked.connect(lambda: self._say())

    def on_show(self, **arguments: Any) -> None:
        room = str(arguments.get("room", ""))
        if room in ROOMS:
            self._turn(room)
        elif self.panel not in (VISIT, READ):
            self._turn(TODAY)
        self._presenter.plan()
        self._presenter.refresh()
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()
        self.calls.cover()

    def refresh(self) -> None:
        self._presenter.refresh()
        if self.panel == MONTH and self.month.month is not None:
            self._presenter.ask_month(self.month.month.month)

    def on_back(self) -> bool:
        if self.panel in (VISIT, READ, BEGIN):
            self._turn(TODAY)
            return True
        return False

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return self.visit.form().as_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.visit.show_form(VisitForm.of(draft))
        self._turn(VISIT)

    def show_home(self, home: Home) -> None:
        self.model = home
        for view in (self.today, self.matters, self.calls, self.visit, self.bodies):
            view.show_home(home)
        show_if(self.rooms[BODIES], home.may_set)
        self._say()

    def show_written(self, written: Written) -> None:
        """It is written down: read it back."""
        self.visit.clear()
        self.read.show_written(written)
        self._turn(READ)
        self._presenter.refresh()

    def retranslate(self) -> None:
        self._say()

    def _turn(self, panel: str) -> None:
        if self.panel == CALLS and panel != CALLS:
            self.calls.cover()
        self.panel = panel
        for name, widget in self._panels.items():
            show_if(widget, name == panel)
        show_if(self._bar, panel in ROOMS)
        for name, button in self.rooms.items():
            button.setChecked(name == panel)
        if panel == MONTH:
            self._presenter.ask_month(self.month.month.month if self.month.month else "")
        self.scroller.verticalScrollBar().setValue(0)
        self._say()

    def _say(self) -> None:
        home = self.model
        words = {
            TODAY: self.tr("今天接待"), MATTERS: self.tr("在办的事 {n}").format(n=len(home.lines)),
            CALLS: self.tr("要回的电话 {n}").format(n=len(home.calls)), MONTH: self.tr("月度小结"), BODIES: self.tr("单位和时限"),
        }  # fmt: skip
        for name, button in self.rooms.items():
            button.setText(words[name])
        self.set_heading(*self._headline())
        self.foot.show_acts(self._acts())

    def _headline(self) -> tuple[str, str]:
        if self.panel == VISIT:
            return self.tr("请坐，慢慢说"), ""
        if self.panel == READ:
            return self.tr("记好了，请读给居民听"), ""
        if self.panel == BEGIN:
            return (self.tr("谁来接待？") if self.begin.sitting is None else self.tr("换谁来接待？")), ""
        if self.panel == BODIES:
            return self.tr("哪类事归谁办，多久要答复"), ""
        return (self._words.heading(self.model) if self.model.known else "…"), ""

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", self._on_leave, "quiet", key="Esc")
        match self.panel:
            case "visit":
                return [
                    Act(self.tr("都记好了"), "check", self.visit.write),
                    Act(self.tr("再加一件事"), "plus", self.visit.add),
                    back,
                ]
            case "read":
                return self._read_acts()
            case "begin":
                return [
                    Act(
                        self.tr("开始接待") if self.begin.sitting is None else self.tr("换好了"),
                        "check",
                        self._on_begin,
                    ),
                    back,
                ]
            case "month":
                may = self.model.may_sum
                return [*([Act(self.tr("打印小结"), "printer", self._on_print)] if may else []), back]
            case "bodies":
                return [Act(self.tr("存上"), "check", self.bodies.save), back]
            case "matters":
                return [self._note_act(""), back]
            case "calls":
                return [back]
        return [*self._today_acts(), back]

    def _read_acts(self) -> list[Act]:
        written = self.read.written
        signed = not self.read.pad.is_empty()
        right = Act(
            self.tr("居民说对"),
            "check",
            lambda: written and self._visits.say_right(written.hearing_id),
            "quiet" if signed else "",
        )
        sign = Act(self.tr("签好了"), "pencil", self.read.sign, "" if signed else "quiet", enabled=signed)
        first, second = (sign, right) if signed else (right, sign)
        receipts = Act(self.tr("打印回执"), "printer", self._on_receipts, "quiet")
        later = Act(self.tr("不用确认"), "", lambda: written and self._visits.not_now(written.hearing_id), "quiet")
        return [first, second, *([receipts] if self.read.receipts() else []), later]

    def _today_acts(self) -> list[Act]:
        sitting = self.today.sitting()
        if sitting is None:
            return [Act(self.tr("临时开一场接待"), "plus", lambda: self._begin(None)), self._note_act("quiet")]
        if not sitting.runs:
            return [self._note_act("")]
        found = [Act(self.tr("来了一位居民"), "user-plus", self._on_visit)]
        if self.model.may_close and sitting.state == "open":
            found.append(Act(self.tr("结束接待"), "circle-check", lambda: self._presenter.close(sitting.id), "quiet"))
        return [*found, self._note_act("quiet")]

    def _note_act(self, kind: str) -> Act:
        return Act(self.tr("记一件事"), "report", self._presenter.note, kind, key=key_of("matter"))

    def _begin(self, sitting: Any) -> None:
        self.begin.begin(sitting)
        self._turn(BEGIN)
        self.begin.begin(sitting)

    def _on_begin(self) -> None:
        if self.begin.lacks():
            return
        sitting, label, capacity = self.begin.sitting, self.begin.label.text().strip(), self.begin.capacity.key()
        if sitting is None:
            self._presenter.begin(label, capacity, self.begin.hours.value(), self.begin.place.text().strip())
        else:
            self._presenter.stand_in(sitting.id, self.begin.absent.key(), label, capacity)

    def _on_began(self, sitting_id: str) -> None:
        self.today.choose_sitting(sitting_id)
        self._turn(TODAY)

    def _on_saved(self, code: str) -> None:
        self.bodies.choose(code)
        self._presenter.say(self.tr("存上了") if code else self.tr("去掉了"))

    def _on_closed(self) -> None:
        self._presenter.say(self.tr("这场接待结束了"))

    def _on_visit(self) -> None:
        sitting = self.today.sitting()
        if sitting is not None:
            self._turn(VISIT)
            self.visit.begin(sitting.id)

    def _on_other(self, visit: Visit) -> None:
        sitting = self.today.sitting()
        if sitting is not None:
            self._turn(VISIT)
            self.visit.begin(sitting.id, visit.hearing_id)

    def _on_read(self, visit: Visit) -> None:
        sitting = self.today.sitting()
        if sitting is not None:
            answers = {line.id: line.answer for line in visit.lines if line.answer}
            self.read.show_written(Written(visit.hearing_id, sitting.id, visit.name, visit.lines, answers))
            self._turn(READ)

    def _on_confirmed(self) -> None:
        self._presenter.say(self.tr("记好了，谢谢居民"))
        self._turn(TODAY)
        self._presenter.refresh()

    def _on_receipts(self) -> None:
        for receipt in self.read.receipts():
            papers.send(matter_slip.receipt_job(receipt), self)

    def _on_owed(self, code: str, on_a_sheet: bool) -> None:
        self._presenter.owed(code, lambda found: self._send_owed(found, on_a_sheet))

    def _send_owed(self, found: OwedList, on_a_sheet: bool) -> None:
        paper = self.matters.paper(found)
        papers.send(matter_slip.body_sheet(paper) if on_a_sheet else matter_slip.body_job(paper), self)

    def _on_print(self) -> None:
        self._presenter.report(self._send)

    def _send(self) -> None:
        paper, month = self.month.paper(), self.month.month
        if paper is not None and month is not None and papers.send(hearing_summary.summary_job(paper), self):
            self._presenter.printed(month.sitting_ids)

    def _on_leave(self) -> None:
        if not self.on_back():
            self._presenter.leave()
