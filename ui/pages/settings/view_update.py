"""The card of updates in the section About: what is new, when, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import texts
from ui.pages.settings.model_update import UpdateModel, Waiting
from ui.pages.settings.view_panel import button, fill, row_of, said_label, say
from ui.shell.ports import Question
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.progress_card import ProgressCard
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from ui.pages.settings.presenter_update import UpdatePresenter

LOOK_MS = 250


class UpdateCard(Card):
    """turned(): what can be done here has changed."""

    turned = Signal()

    def __init__(self, presenter: UpdatePresenter) -> None:
        self._rows = QVBoxLayout()
        super().__init__()
        self.presenter = presenter
        presenter.show, presenter.wrong, presenter.ask = self.show_model, self._on_wrong, self._on_ask
        self.model = UpdateModel()
        self._notes, self._notes_head = label("", ""), label("", "strong")
        self._said = said_label()
        self._progress = ProgressCard("", cancellable=False)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(presenter.progress)
        self._later_head, self._later = label("", "quiet"), row_of()
        self._command_help, self._command = label("", ""), label("", "strong")
        self._command.setTextInteractionFlags(self._command.textInteractionFlags().TextSelectableByMouse)
        self.look = button("", presenter.look, "quiet", "refresh")
        self.stick = button("", presenter.look_at_stick, "quiet", "usb")
        self.choose = button("", self._on_choose, "quiet", "file-import")
        self._ways = row_of(self.look, self.stick, self.choose)
        self.body.addLayout(self._rows)
        for widget in (
            self._said, self._progress, self._notes_head, self._notes, self._command_help, self._command,
            self._later_head, self._later, self._ways,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.ready()

    def offers(self) -> bool:
        """Whether an update is there that this person may begin, and nothing runs."""
        return (
            self.model.waiting is not None and not self.model.busy and not self.model.command and self.presenter.may()
        )

    def main(self) -> str:
        """Words of the main action."""
        return self.tr("更新到 {version}").format(version=self.model.waiting.version) if self.model.waiting else ""

    def show_model(self, model: UpdateModel) -> None:
        """Draw what is known."""
        before = (self.offers(), bool(self.model.busy), self.model.waiting)
        turned = (model.choices, model.waiting) != (self.model.choices, self.model.waiting)
        if model.busy and not self.model.busy:
            say(self._said, "")
        self.model = model
        waiting = model.waiting if not model.busy else None
        self._say_rows(model)
        self._notes_head.setText(self.tr("有什么不同"))
        self._notes.setText(waiting.notes if waiting else "")
        for widget in (self._notes_head, self._notes):
            show_if(widget, waiting is not None and bool(waiting.notes))
        self._command.setText(model.command)
        for widget in (self._command_help, self._command):
            show_if(widget, bool(model.command))
        show_if(self._progress, bool(model.busy))
        if model.busy == "fetching":
            self._progress.set_title(self.tr("正在取新版本，照常可以登记"))
            self._progress.set_progress(model.done, model.total, self.tr("单位：MB"))
            self._clock.start()
        elif model.busy:
            self._progress.set_title(self.tr("正在看有没有新版本"))
            self._progress.set_progress(0, 0)
        if model.busy != "fetching":
            self._clock.stop()
        if turned:
            self._say_later(model)
        show_if(self._later, bool(model.choices) and waiting is not None and self.presenter.may())
        show_if(self._later_head, bool(model.choices) and waiting is not None and self.presenter.may())
        self._say_ways(model)
        if before != (self.offers(), bool(model.busy), model.waiting):
            self.turned.emit()

    def _say_rows(self, model: UpdateModel) -> None:
        rows: list[QWidget] = []
        if model.waiting is not None:
            rows.append(self._offered(model.waiting))
        elif model.newest:
            rows.append(
                AttentionRow(
                    "ok", "circle-check", self.tr("已经是最新的版本"), self.tr("现在用的是 {version}。").format(version=model.version)
                )
            )  # fmt: skip
        if model.last:
            rows.append(self._ended(model))
        fill(self._rows, rows)

    def _offered(self, one: Waiting) -> AttentionRow:
        title = self.tr("有新版本 {version}").format(version=one.version)
        if one.security:
            title = self.tr("有新版本 {version}，修补了安全漏洞，请尽快更新").format(version=one.version)
        facts = [self.tr("大小 {n} MB").format(n=one.mb)]
        if one.made_on:
            facts.append(self.tr("发布日期 {day}").format(day=one.made_on))
        if one.till:
            facts.append(self.tr("已推到 {when}").format(when=one.till))
        elif one.over:
            facts.append(self.tr("已经推了一个星期，不能再推"))
        return AttentionRow(
            "warn" if one.security or one.over else "info", "alert-triangle" if one.security else "info-circle", title,
            self.tr("，").join(facts),
        )  # fmt: skip

    def _ended(self, model: UpdateModel) -> AttentionRow:
        facts = {"before": model.last_from, "after": model.last_to}
        if model.last == "updated":
            return AttentionRow(
                "ok", "circle-check", self.tr("已从 {before} 更新到 {after}，自检通过").format(**facts), model.last_at
            )
        if model.last == "gone_back":
            title = self.tr("{after} 没有用，已回到 {before}，数据都在").format(**facts)
        else:
            title = self.tr("{after} 没有装上，还是 {before}，数据都在").format(**facts)
        return AttentionRow("warn", "alert-triangle", title, model.last_at)

    def _say_later(self, model: UpdateModel) -> None:
        flow = self._later.layout()
        assert flow is not None
        while (item := flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for till, words in model.choices:
            made = button(
                self.tr("推到 {when}").format(when=words),
                lambda till=till: self.presenter.put_off(till), "quiet", "clock",
            )  # fmt: skip
            flow.addWidget(made)

    def _say_ways(self, model: UpdateModel) -> None:
        show_if(self._ways, not model.off)
        show_if(self.look, model.online)
        for one in (self.look, self.stick, self.choose):
            one.setEnabled(not model.busy)
        if model.off and not self._said.text():
            say(self._said, texts.sentence(model.off), "")

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("更新放在哪个文件夹？"))
        if folder:
            self.presenter.look(folder)

    def _on_ask(self, model: UpdateModel) -> None:
        if model.waiting is None:
            return
        body = self.tr("先备份数据，再换程序，大约两分钟，这段时间不能登记。好了会自己重新打开。")
        if model.crowded:
            body = self.tr("现在这个钟点进出的人多，不急的话请推到后面。") + "\n" + body
        self.presenter.ports.say.ask(
            Question(
                self.tr("现在更新到 {version} 吗？").format(version=model.waiting.version), body,
                self.tr("现在更新"), self.tr("过后再说"),
            ),
            self.presenter.go,
        )  # fmt: skip

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))

    def say_words(self) -> None:
        """In the language of the moment."""
        self.set_title(self.tr("更新"))
        self.look.setText(self.tr("看看有没有新版本"))
        self.stick.setText(self.tr("从 U 盘更新"))
        self.choose.setText(self.tr("从别的文件夹"))
        self._later_head.setText(self.tr("现在不方便，可以推到："))
        self._command_help.setText(
            self.tr("新版本已取来、核对过。这台电脑上要由技术员装：请关上门岗台，打开终端，输入下面这一行。")
        )
        self.show_model(self.model)
