"""The codes page on the screen: one panel at a time, and the acts of the moment at the foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desk.core.errors import Fault
from ui.pages.codes import view_paper
from ui.pages.codes.model import CodeLine, CodesModel, Panel
from ui.pages.codes.view_home import HomePanel
from ui.pages.codes.view_panels import LabelsPanel, MakePanel, PassesPanel, RevokePanel, RunPanel, SubjectPanel
from ui.pages.codes.view_words import CodeWords
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from desk.codes.views import Identified, Issued
    from ui.pages.codes.presenter import CodesPresenter

REASONS = ("lost", "moved", "damaged", "misused", "mistake", "cancelled")


class CodesPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"codes", "people", "site", "session"})

    def __init__(self, presenter: CodesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        presenter.picture = self._on_picture
        presenter.renewed = self._on_renewed
        presenter.runs.label, presenter.runs.order = view_paper.label, view_paper.order
        self.where = partial(view_paper.where_to, self)
        self.words = CodeWords(self)
        self.model = presenter.model
        self._mark = ""
        self.home, self.subject = HomePanel(presenter, self.words), SubjectPanel(self.words)
        self.reasons, self.make = RevokePanel(REASONS), MakePanel()
        self.labels, self.run = LabelsPanel(), RunPanel(presenter.runs.stop)
        self.passes = PassesPanel(self.words)
        self._panels: dict[Panel, QWidget] = {
            Panel.HOME: self.home, Panel.SUBJECT: self.subject, Panel.REVOKE: self.reasons, Panel.MAKE: self.make,
            Panel.LABELS: self.labels, Panel.RUN: self.run, Panel.PASSES: self.passes,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        self._connect()
        self.destroyed.connect(presenter.abandon)
        self.ready()

    def _connect(self) -> None:
        self.subject.table.selected.connect(self._say_foot)
        self.subject.table.opened.connect(lambda _: self._press_main())
        self.passes.table.opened.connect(self._presenter.open_line)
        self.make.count.valueChanged.connect(lambda _: self._say_foot())
        self.reasons.reasons.chosen.connect(lambda _: self._say_foot())

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("household_id", "")), str(arguments.get("kind", "")))

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_scan(self, answer: Identified) -> bool:  # type: ignore[override]
        return self._presenter.scanned(answer)

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return {"kind": self.model.kind, "asked": self.model.asked}

    def restore(self, draft: Any) -> None:
        self._presenter.choose_kind(str(draft.get("kind", "indoor")))
        self._presenter.find(str(draft.get("asked", "")))

    # -- drawing

    def show_model(self, model: CodesModel) -> None:
        before, self.model = self.model, model
        held = self._holds_keyboard()
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        match model.panel:
            case Panel.HOME:
                self.home.draw(model)
            case Panel.SUBJECT:
                self.subject.draw(model, self._mark)
                self._mark = ""
            case Panel.REVOKE if before.panel is not Panel.REVOKE:
                self.reasons.draw(model)
            case Panel.MAKE:
                self.make.draw(model)
            case Panel.LABELS if before.panel is not Panel.LABELS:
                self.labels.draw(model, self._has_doors(model))
            case Panel.PASSES:
                self.passes.draw(model)
            case Panel.RUN:
                self._draw_run(model)
        self.set_heading(*self._situation(model))
        self._say_foot()
        if before.panel is not model.panel:
            self.scroller.verticalScrollBar().setValue(0)
        if held and (before.panel is not model.panel or not self._holds_keyboard()):
            self._take_keyboard(model.panel)

    def _holds_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _take_keyboard(self, panel: Panel) -> None:
        """What had the keyboard is hidden now: it goes on in the panel, else on the main action."""
        first = {
            Panel.HOME: self.home.field, Panel.SUBJECT: self.subject.table, Panel.MAKE: self.make.count,
            Panel.PASSES: self.passes.table, Panel.REVOKE: self.reasons.reasons.tile(REASONS[0]),
        }.get(panel)  # fmt: skip
        if first is None or not first.isVisibleTo(self):
            first = self.foot.main()
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.home.turn(self.width())

    def on_tight(self) -> None:
        self.home.be_tight(self.tight())

    def restyle(self) -> None:
        super().restyle()
        self.home.turn(self.width())

    def _has_doors(self, model: CodesModel) -> bool:
        kind = model.chosen.kind if model.chosen is not None else model.kind
        return kind in ("indoor", "outdoor")

    def _situation(self, model: CodesModel) -> tuple[str, str]:
        kind = self.words.within(model.kind)
        match model.panel:
            case Panel.SUBJECT:
                return self._subject_heading(model)
            case Panel.REVOKE:
                chosen = model.chosen
                words = self.tr("作废{kind} {serial}").format(
                    kind=self.words.within(chosen.kind) if chosen else kind, serial=chosen.serial if chosen else ""
                )
                return words, self.tr("作废后马上不能用，也不能恢复。扫到它会显示“已作废”。")
            case Panel.MAKE:
                return self.tr("新发一些{kind}").format(kind=kind), ""
            case Panel.LABELS:
                chosen = model.chosen
                if chosen is not None:
                    return self.tr("打印标签 {serial}").format(serial=chosen.serial), ""
                return self.tr("打印{kind}标签").format(kind=kind), ""
            case Panel.PASSES:
                return self.tr("现在有效的来访证 {n} 张").format(n=f"{len(model.passes):,}"), self.tr(
                    "选中一张按回车，可以看，也可以作废。"
                )
            case Panel.RUN:
                return self._run_title(model), ""
        return self.words.heading(model)

    def _subject_heading(self, model: CodesModel) -> tuple[str, str]:
        subject = model.subject
        if subject is None or not subject.place:
            return self.tr("这个码是不是我们的？"), ""
        live = model.live_line()
        kind = self.words.within(model.kind)
        if live is None:
            return self.tr("{place} 还没有{kind}").format(place=subject.place, kind=kind), ""
        return self.tr("{place} 的{kind}在用").format(place=subject.place, kind=kind), ""

    # -- long work

    def _draw_run(self, model: CodesModel) -> None:
        if model.run is not None:
            self.run.draw(model.run, self._run_title(model), self._run_words(model))

    def _run_title(self, model: CodesModel) -> str:
        run = model.run
        if run is None:
            return ""
        kind = self.words.within(model.kind)
        if run.stage in ("preparing", "running"):
            words = self.tr("正在发{kind}") if run.what == "issue" else self.tr("正在做{kind}标签")
        elif run.stage == "done":
            words = self.tr("{kind}已发好") if run.what == "issue" else self.tr("{kind}标签已做好")
        else:
            words = self.tr("已停止发{kind}") if run.what == "issue" else self.tr("已停止做{kind}标签")
        return words.format(kind=kind)

    def _run_words(self, model: CodesModel) -> str:
        run = model.run
        assert run is not None
        if run.stage in ("preparing", "running"):
            return self.tr("可以照常放行，不用等。")
        if run.what == "issue":
            stopped = self.tr("已发 {n} 个，都留着。剩下的可以再接着发。")
            return (stopped if run.stage == "stopped" else self.tr("新发 {n} 个。下一步：打印标签。")).format(
                n=f"{run.done:,}"
            )
        return self.tr("没有写文件。") if run.stage == "stopped" else self.tr("已存到 {path}").format(path=run.path)

    # -- the foot

    def _press_main(self) -> None:
        if (button := self.foot.main()) is not None:
            button.click()

    def _say_foot(self) -> None:
        makers: dict[Panel, Callable[[CodesModel], list[Act]]] = {
            Panel.HOME: self._home_acts, Panel.SUBJECT: self._subject_acts, Panel.REVOKE: self._revoke_acts,
            Panel.MAKE: self._make_acts, Panel.LABELS: self._label_acts, Panel.RUN: self._run_acts,
            Panel.PASSES: self._pass_acts,
        }  # fmt: skip
        acts = makers[self.model.panel](self.model)
        if self.model.panel is not Panel.HOME:
            acts.append(Act(self.tr("返回"), "", self._presenter.go_back, kind="quiet", key="Esc"))
        self.foot.show_acts(acts)
        self._main = self.foot.main()

    def _home_acts(self, model: CodesModel) -> list[Act]:
        kind, acts = self.words.within(model.kind), []
        change = self._presenter.change
        if model.may_issue and model.fresh:
            words = self.tr("打印刚发的 {n} 张标签").format(n=f"{model.fresh:,}")
            acts.append(Act(words, "printer", lambda: change(panel=Panel.LABELS, chosen=None)))
        if model.may_issue and model.of_households and not model.households:
            acts.append(Act(self.tr("先去导入住户名单"), "file-import", self._presenter.to_residents))
        if model.may_issue and model.of_households and model.without:
            words = self.tr("给这 {n} 户发{kind}", "", model.without).format(n=f"{model.without:,}", kind=kind)
            acts.append(Act(words, "qrcode", partial(self._ask_issue, model)))
        if model.may_issue and model.kind != "indoor":
            acts.append(Act(self.tr("新发一些{kind}").format(kind=kind), "plus", lambda: change(panel=Panel.MAKE)))
        if model.may_issue and model.live and not model.fresh:
            acts.append(Act(self.tr("打印标签"), "printer", lambda: change(panel=Panel.LABELS, chosen=None)))
        acts.append(Act(self.tr("有效来访证"), "ticket", lambda: change(panel=Panel.PASSES), kind="quiet"))
        return acts

    def _subject_acts(self, model: CodesModel) -> list[Act]:
        acts: list[Act] = []
        subject, line = model.subject, self.subject.table.line()
        if subject is None:
            return acts
        if model.may_issue and subject.id and model.of_households and model.live_line() is None:
            words = self.tr("发{kind}").format(kind=self.words.within(model.kind))
            acts.append(Act(words, "qrcode", self._presenter.issue))
        if line is None or not line.live or not subject.lines:
            return acts
        is_pass = line.kind == "visitor_pass"
        if model.may_issue and not is_pass:
            acts.append(Act(self.tr("打印标签"), "printer", partial(self._presenter.print_one, line)))
            acts.append(Act(self.tr("存成图片"), "photo", partial(self._presenter.draw, line, False)))
            acts.append(Act(self.tr("补办"), "refresh", partial(self._ask_reissue, line)))
        if model.may_revoke_pass if is_pass else model.may_revoke:
            acts.append(Act(self.tr("作废"), "ban", partial(self._presenter.ask_revoke, line), kind="quiet"))
        return acts

    def _revoke_acts(self, model: CodesModel) -> list[Act]:
        reason = self.reasons.reasons.choice()
        words = self.tr("作废，不能恢复") if reason else self.tr("先选一个原因")
        return [Act(words, "ban", lambda: self._presenter.revoke(reason), kind="danger", enabled=bool(reason))]

    def _make_acts(self, model: CodesModel) -> list[Act]:
        count = self.make.count.value()
        words = self.tr("发 {n} 个{kind}", "", count).format(n=f"{count:,}", kind=self.words.within(model.kind))
        return [Act(words, "qrcode", lambda: self._presenter.runs.issue_blank(model.kind, self.make.count.value()))]

    def _label_acts(self, model: CodesModel) -> list[Act]:
        return [Act(self.tr("存成 PDF 文件"), "printer", self._print)]

    def _run_acts(self, model: CodesModel) -> list[Act]:
        run = model.run
        if run is None or run.stage != "done":
            return []
        if run.what == "issue":
            change = self._presenter.change
            return [Act(self.tr("打印标签"), "printer", lambda: change(panel=Panel.LABELS, chosen=None, run=None))]
        return [
            Act(self.tr("打开文件，去打印"), "printer", lambda: view_paper.open_file(run.path)),
            Act(self.tr("打开文件夹"), "database", lambda: view_paper.open_folder(run.path)),
        ]

    def _pass_acts(self, model: CodesModel) -> list[Act]:
        line = self.passes.table.line()
        return [Act(self.tr("看这一张"), "ticket", partial(self._presenter.open_line, line))] if line else []

    # -- acts with words

    def _ask_issue(self, model: CodesModel) -> None:
        kind = self.words.within(model.kind)
        question = Question(
            self.tr("给 {n} 户各发一个{kind}？", "", model.without).format(n=f"{model.without:,}", kind=kind),
            self.tr("已经有码的住户不变。发好以后可以接着打印标签。"),
            self.tr("发码"),
            self.tr("先不发"),
        )
        self._presenter.ask(question, lambda: self._presenter.runs.issue_missing(model.kind))

    def _ask_reissue(self, line: CodeLine) -> None:
        question = Question(
            self.tr("补办 {serial}？").format(serial=line.serial),
            self.tr("旧码马上作废，贴着的旧标签不能再用。请打印新标签换上。"),
            self.tr("补办新码"),
            self.tr("先不补办"),
        )
        self._presenter.ask(question, lambda: self._presenter.reissue(line))

    def _on_renewed(self, code_id: str) -> None:
        self._mark = code_id
        self._presenter.say_done(self.tr("新码已经好了，请打印标签。"))

    def _print(self) -> None:
        model = self.model
        which, grid, captions = self.labels.choices(model)
        kind = model.chosen.kind if model.chosen is not None else model.kind
        name = self.tr("{kind}标签.pdf").format(kind=self.words.kind(kind))
        path = self.where(self.tr("标签存到哪里？"), name, "PDF (*.pdf)")
        if path is not None:
            code_id = model.chosen.id if model.chosen is not None else ""
            self._presenter.runs.print_sheets(path, kind, which, grid, captions, code_id)

    def _on_picture(self, issued: Issued, door: str, here: Any) -> None:
        name = f"{issued.serial}.png"
        path = self.where(self.tr("图片存到哪里？"), name, view_paper.PICTURES)
        if path is None:
            return
        try:
            view_paper.save_picture(path, issued, here)
        except Fault as error:
            self._presenter.problem(error)
        else:
            self._presenter.say_done(self.tr("已存到 {path}").format(path=path))
