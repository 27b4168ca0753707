"""Duty on the screen: the day, whom to clock, one person at the clock, one's own shifts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QDir, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.core.errors import Trouble
from ui.pages.duty.model import DutyModel, Panel
from ui.pages.duty.view_parts import MineView, PersonView, TodayView, WhoView
from ui.pages.duty.view_sheet import SheetView
from ui.pages.duty.view_words import DutyWords
from ui.paper import roster_sheet
from ui.paper.files import save_bytes, save_png
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.duty.presenter import DutyPresenter

AGAIN_MS = 30_000  # shifts begin and end without anything being written


class DutyPage(Page):
    """One panel at a time; Esc goes back to the day."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"duty", "hours", "session"})

    def __init__(self, presenter: DutyPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, DutyWords()
        presenter.show, presenter.wrong, presenter.calendar = self.show_model, self._on_wrong, self._on_file
        self._target = Path()
        self.model = DutyModel()
        self.today, self.who = TodayView(presenter), WhoView(presenter)
        self.person, self.mine, self.sheet = PersonView(presenter), MineView(presenter), SheetView()
        self._panels: dict[Panel, QWidget] = {
            Panel.TODAY: self.today, Panel.WHO: self.who, Panel.PERSON: self.person, Panel.MINE: self.mine,
            Panel.SHEET: self.sheet,
        }  # fmt: skip
        for widget in self._panels.values():
            self.body.addWidget(widget, 1)
        self.earlier, self.later = BigButton("", "quiet", "chevron-left"), BigButton("", "quiet", "chevron-right")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, by=by: presenter.step(by))
            self.beside.addWidget(button)
        self.foot = Foot(self)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(presenter.refresh)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(
            str(arguments.get("panel", "")), str(arguments.get("member_id", "")), str(arguments.get("month", ""))
        )
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()
        self.person.clear()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_scan(self, answer: Any) -> bool:
        """A duty card, or the code at the post."""
        if answer.kind is None or answer.kind.value not in ("duty", "shift") or answer.answer.value != "valid":
            return False
        self._presenter.by_code(answer)
        return True

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def show_model(self, model: DutyModel) -> None:
        """Draw a state."""
        turned = model.panel is not self.model.panel
        self.model = model
        for panel, widget in self._panels.items():
            show_if(widget, panel is model.panel)
        self.today.show_model(model)
        self.who.show_model(model)
        self.person.show_model(model)
        self.mine.show_model(model)
        if model.panel is Panel.SHEET:
            self.sheet.show_sheet(model.sheet)
        show_if(self.earlier, model.panel is Panel.SHEET)
        show_if(self.later, model.panel is Panel.SHEET)
        self._say()
        if turned and model.panel is Panel.WHO:
            self.who.begin()
        elif turned and model.panel is Panel.PERSON:
            self.person.begin()

    def retranslate(self) -> None:
        self.earlier.setText(self.tr("上个月"))
        self.later.setText(self.tr("下个月"))
        self._say()

    def _say(self) -> None:
        self.set_heading(*self._words.heading(self.model), keep=self.model.panel is Panel.PERSON)
        self.foot.show_acts(self._acts())

    def _acts(self) -> list[Act]:
        presenter, panel = self._presenter, self.model.panel
        back = Act(self.tr("返回"), "", presenter.leave, "quiet", key="Esc")
        if panel is Panel.PERSON:
            return [*self._person_acts(), back]
        if panel is Panel.WHO:
            face = Act(self.tr("刷脸"), "mood-smile", lambda: presenter.go("faces", section="clock"), "quiet")
            return [face, back] if presenter.faces_ready() else [back]
        if panel is Panel.MINE:
            found = [Act(self.tr("换班、请假"), "repeat", lambda: presenter.go("roster"), "quiet")]
            if self.model.mine:
                found.append(Act(self.tr("存到手机日历"), "calendar-plus", self._on_calendar, "quiet"))
            found.append(Act(self.tr("全月值班表"), "photo", lambda: presenter.go_panel(Panel.SHEET), "quiet"))
            return [*found, back]
        if panel is Panel.SHEET:
            return [*self._sheet_acts(), back]
        return self._day_acts()

    def _day_acts(self) -> list[Act]:
        presenter = self._presenter
        found = [
            Act(
                self.tr("上岗、下岗"), "user-check", lambda: presenter.go_panel(Panel.WHO), enabled=self.model.may_clock
            ),
            Act(self.tr("我的班"), "calendar-event", lambda: presenter.go_panel(Panel.MINE)),
            Act(self.tr("排班"), "calendar-user", lambda: presenter.go("roster")),
            Act(self.tr("队员"), "users-group", lambda: presenter.go("team")),
            Act(self.tr("时长"), "clock", lambda: presenter.go("hours")),
        ]
        if self.model.handover:
            found.append(Act(self.tr("交接班"), "clipboard-list", lambda: presenter.go("handover")))
        return found

    def _person_acts(self) -> list[Act]:
        person, words = self.model.person, self._words.clock(self.model)
        if person is None:
            return []
        if person.own:
            return [Act(words, "user-check", self._by_desk, enabled=self.model.may_clock)]
        by_desk = self.tr("由值班台代记{what}").format(what=words)
        kind = "quiet" if person.asks_pin else "main"
        return [Act(by_desk, "user-check", self._by_desk, kind, enabled=self.model.may_clock)]

    def _by_desk(self) -> None:
        """Now, or at the time they say."""
        said = self.person.said.text().strip()
        if said:
            self._presenter.by_desk(said)
        else:
            self._presenter.by_desk()

    def _sheet_acts(self) -> list[Act]:
        sheet = self.model.sheet
        if sheet is None or not sheet.published:
            return [Act(self.tr("去排班"), "calendar-user", lambda: self._presenter.go("roster"))]
        return [
            Act(self.tr("存成图片，发到群里"), "photo", self._on_picture),
            Act(self.tr("打印"), "printer", self._on_print, "quiet"),
            Act(self.tr("存成日历"), "calendar-plus", self._on_calendar, "quiet"),
        ]

    def _on_print(self) -> None:
        roster = self.sheet.roster()
        if roster is not None:
            papers.send(roster_sheet.job(roster, roster.title), self)

    def _on_picture(self) -> None:
        roster = self.sheet.roster()
        if roster is None:
            return
        name = str(Path(QDir.homePath()) / f"{roster.title}.png")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("图片存到哪里？"), name, self.tr("图片 (*.png)"))
        if not path:
            return
        try:
            save_png(roster_sheet.picture(roster), Path(path))
        except Trouble as error:
            self._presenter.problem(error)
            return
        self._presenter.say(self.tr("图片存好了：{name}").format(name=Path(path).name))

    def _on_wrong(self, error: Exception) -> None:
        self.person.wrong(error)

    def _on_calendar(self) -> None:
        mine = self.model.panel is Panel.MINE
        name = str(Path(QDir.homePath()) / (self.tr("我的班.ics") if mine else self.tr("值班表.ics")))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("日历存到哪里？"), name, self.tr("日历 (*.ics)"))
        if path:
            self._target = Path(path)
            self._presenter.ask_calendar()

    def _on_file(self, data: bytes) -> None:
        try:
            save_bytes(data, self._target)
        except Trouble as error:
            self._presenter.problem(error)
            return
        words = self.tr("已存好 {name}，发到手机上打开就能加进日历")
        self._presenter.say(words.format(name=self._target.name))
