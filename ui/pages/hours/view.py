"""Hours on the screen: one panel at a time, Esc goes back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QDir
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import export_heads
from ui.pages.hours.model import Ask, DutyCard, HoursModel, Panel
from ui.pages.hours.view_form import FormView
from ui.pages.hours.view_lists import FactsView, ListView, PaperTable, RecordTable, SumTable
from ui.pages.hours.view_words import HoursWords
from ui.paper import certificate, duty_card, statement
from ui.paper.certificate import Certificate
from ui.paper.statement import Statement
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.hours.presenter import HoursPresenter


class HoursPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"duty", "hours", "session"})

    def __init__(self, presenter: HoursPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, HoursWords()
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        presenter.done, presenter.print = self._on_done, self._on_print
        self.model, self._typed = HoursModel(), dict[str, str]()
        self.month = ListView(SumTable(), "users-group", lambda one: presenter.open_person(one.member_id))
        self.waits = ListView(RecordTable(named=True), "check", lambda one: presenter.open_record(one.id))
        self.person = ListView(RecordTable(named=False), "clock", lambda one: presenter.open_record(one.id))
        self.papers = ListView(PaperTable(), "report", lambda one: presenter.open_paper(one.id))
        self._portrait: QImage | None = None  # for the card that is printed next
        self.record, self.paper, self.form = FactsView(), FactsView(), FormView()
        self._panels: dict[Panel, QWidget] = {
            Panel.MONTH: self.month, Panel.WAITS: self.waits, Panel.PERSON: self.person, Panel.PAPERS: self.papers,
            Panel.RECORD: self.record, Panel.PAPER: self.paper, Panel.FORM: self.form,
        }  # fmt: skip
        for widget in self._panels.values():
            self.body.addWidget(widget, 1)
        self.earlier, self.later = BigButton("", "quiet", "chevron-left"), BigButton("", "quiet", "chevron-right")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, by=by: presenter.step(by))
            self.beside.addWidget(button)
        self.foot = Foot(self)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("month", "")), str(arguments.get("panel", "")))

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        if self.model.panel is not Panel.FORM or self.model.form is None:
            return {}
        return {"ask": self.model.form.ask.value, "values": self.form.values()}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Forms that need no opened record come back as they were."""
        if draft.get("ask") in (Ask.LOG.value, Ask.APPLY.value):
            self._typed = dict(draft["values"])
            self._presenter.ask(Ask(draft["ask"]))

    def show_model(self, model: HoursModel) -> None:
        """Draw a state."""
        turned, self.model = model.panel is not self.model.panel, model
        for panel, widget in self._panels.items():
            show_if(widget, panel is model.panel)
        show_if(self.earlier, model.panel in (Panel.MONTH, Panel.PERSON))
        show_if(self.later, model.panel in (Panel.MONTH, Panel.PERSON))
        self._draw_lists()
        self.record.show_record(model)
        self.paper.show_paper(model)
        if model.form is not None:
            self.form.show_form(model.form)
            typed, self._typed = self._typed, {}
            self.form.set_values(typed)
        self._say()
        if turned and model.panel is Panel.FORM:
            self.form.begin()

    def retranslate(self) -> None:
        self.earlier.setText(self.tr("上个月"))
        self.later.setText(self.tr("下个月"))
        self._draw_lists()
        self._say()

    def _draw_lists(self) -> None:
        model = self.model
        how = self.tr("有人上岗、下岗以后，时长会列在这里。")
        self.month.show_rows(model.sums, self.tr("每人的时长会列在这里"), how)
        self.person.show_rows(model.records, self.tr("这个月没有记录"), how)
        self.waits.show_rows(model.waits, self.tr("没有等确认的"), self.tr("忘了下岗、补记、代记的，会先到这里。"))
        self.papers.show_rows(model.papers, self.tr("证明会列在这里"), self.tr("按“开证明”，选好人和日期就行。免费。"))

    def _say(self) -> None:
        self.set_heading(*self._words.heading(self.model), keep=self.model.panel is not Panel.MONTH)
        self.foot.show_acts(self._acts())

    # -- acts

    def _acts(self) -> list[Act]:
        presenter, model = self._presenter, self.model
        back = Act(self.tr("返回"), "", presenter.leave, "quiet", key="Esc")
        if model.panel is Panel.FORM and model.form is not None:
            danger = "danger" if model.form.ask is Ask.WITHDRAW else ""
            return [Act(self._words.form_act(model.form), "check", self._on_submit, danger), back]
        if model.panel is Panel.WAITS:
            return [*self._waits_acts(), back]
        if model.panel is Panel.RECORD:
            return [*self._record_acts(), back]
        if model.panel is Panel.PAPERS:
            return [Act(self.tr("开证明"), "plus", lambda: presenter.ask(Ask.APPLY), enabled=model.may_clock), back]
        if model.panel is Panel.PAPER:
            return [*self._paper_acts(), back]
        if model.panel is Panel.PERSON:
            card = []
            if model.may_card:
                lost = self.tr("卡丢了，换新的")
                card = [
                    Act(self.tr("打印值班码"), "qrcode", presenter.print_card, "quiet"),
                    Act(self.tr("印上本人照片"), "camera", self._on_photo, "quiet"),
                    Act(lost, "refresh", lambda: presenter.print_card(lost=True), "quiet"),
                ]
            return [
                Act(self.tr("补记"), "plus", lambda: presenter.ask(Ask.LOG), enabled=model.may_clock),
                Act(self.tr("开证明"), "report", lambda: presenter.ask(Ask.APPLY), "quiet", enabled=model.may_clock),
                *card, back,
            ]  # fmt: skip
        return [*self._month_acts(), back]

    def _month_acts(self) -> list[Act]:
        presenter, model, n = self._presenter, self.model, len(self.model.waits)
        found = []
        if n:
            found.append(
                Act(self.tr("看等确认的 {n} 条", "", n).format(n=n), "clock", lambda: presenter.go(Panel.WAITS))
            )
        found.append(Act(self.tr("补记"), "plus", lambda: presenter.ask(Ask.LOG), enabled=model.may_clock))
        found.append(Act(self.tr("证明"), "report", lambda: presenter.go(Panel.PAPERS), "quiet"))
        if model.may_export:
            found.append(Act(self.tr("导出表格"), "file-spreadsheet", self._on_export, "quiet"))
        return found

    def _waits_acts(self) -> list[Act]:
        sure = [one for one in self.model.waits if one.sure]
        if not sure or not self.model.may_verify:
            return []
        words = self.tr("{n} 条都对，确认", "", len(sure)).format(n=len(sure))
        return [Act(words, "check", self._presenter.verify_all)]

    def _record_acts(self) -> list[Act]:
        presenter, model = self._presenter, self.model
        if model.card is None:
            return []
        credit, may = model.card.record.credit, model.may_verify and not model.card.own
        found = []
        if may and credit != "counts" and model.card.record.minutes:
            found.append(Act(self.tr("对，计入"), "check", presenter.verify))
        if may:
            found.append(Act(self.tr("改时间"), "pencil", lambda: presenter.ask(Ask.CORRECT), "quiet"))
        if may and credit != "refused":
            found.append(Act(self.tr("不计入"), "x", lambda: presenter.ask(Ask.REFUSE), "quiet"))
        if credit == "counts" and model.may_clock:
            found.append(Act(self.tr("本人说有误"), "message-report", lambda: presenter.ask(Ask.ASK), "quiet"))
        return found

    def _paper_acts(self) -> list[Act]:
        presenter, paper = self._presenter, self.model.paper
        if paper is None:
            return []
        found = []
        if paper.number:
            main = "" if paper.state == "issued" else "quiet"
            found.append(Act(self.tr("打印"), "printer", presenter.print_paper, main))
        if self.model.may_certify and not paper.own:
            found += self._steps(paper.state)
        return found

    def _steps(self, state: str) -> list[Act]:
        presenter = self._presenter
        decline = Act(self.tr("不受理"), "x", lambda: presenter.ask(Ask.DECLINE), "quiet")
        if state == "applied":
            return [Act(self.tr("受理"), "check", lambda: presenter.step_paper("accept")), decline]
        if state == "accepted":
            return [Act(self.tr("出具"), "check", lambda: presenter.ask(Ask.ISSUE)), decline]
        withdraw = Act(self.tr("撤回"), "arrow-back-up", lambda: presenter.ask(Ask.WITHDRAW), "quiet")
        if state == "issued":
            return [Act(self.tr("开始公示"), "eye", lambda: presenter.step_paper("post"), "quiet"), withdraw]
        return [withdraw] if state in ("posted", "done") else []

    # -- reactions

    def _on_submit(self) -> None:
        self._presenter.submit(self.form.values())

    def _on_wrong(self, error: Exception) -> None:
        self.form.wrong(error)

    def _on_done(self, what: str, n: int) -> None:
        self._presenter.say(self._words.done(what, n))

    def _on_photo(self) -> None:
        """Only if whose card it is wants it."""
        from ui import portrait

        portrait.ask(self.window(), self._presenter.ports, self._on_portrait)

    def _on_portrait(self, image: QImage) -> None:
        self._portrait = image
        self._presenter.print_card(photo=True)

    def _on_print(self, words: Statement | Certificate | DutyCard) -> None:
        if isinstance(words, DutyCard):
            capacity = self._words.capacity(words.capacity)
            photo, self._portrait = self._portrait, None  # printed once, kept nowhere
            papers.send(duty_card.job(words.text, words.serial, words.label, capacity, words.estate, photo), self)
        else:
            papers.send(statement.job(words) if isinstance(words, Statement) else certificate.job(words), self)

    def _on_export(self) -> None:
        name = self.tr("服务时长 {month}.xlsx").format(month=self.model.month)
        kinds = self.tr("表格 (*.xlsx);;CSV 文件 (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), str(Path(QDir.homePath()) / name), kinds)
        if path:
            titles = {column: export_heads.head(column) for column in self._presenter.columns()}
            self._presenter.export(Path(path), titles)
