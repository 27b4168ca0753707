"""Section: what people ask about their own data and what they are answered, and the notice for the wall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desk.core.errors import Fault
from ui import texts
from ui.pages.settings import view_words as words
from ui.pages.settings.model import AnswerModel, PrivacyModel, RequestRow
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.pages.settings.view_request import AnswerForm, AskForm
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.themed import label, show_if

SHOWN = 30


class PrivacyPanel(Panel):
    """step: `list`, `ask` (take a request down), `answer`, `notice` (read on the screen)."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = PrivacyModel()
        self.step, self._answering = "list", ""
        self._notice, self._requests, self._reading = Card(), Card(), Card()
        self._notice_help, self._text = label("", "quiet"), label("", "")
        self._read = button("", self._on_read, "quiet", "eye")
        self._print = button("", self._on_print, "quiet", "printer")
        self._save = button("", self._on_save, "quiet", "download")
        self._notice.body.addWidget(self._notice_help)
        self._notice.body.addWidget(row_of(self._read, self._print, self._save))
        self._nobody = label("", "strong", tone="warn")
        self._notice.body.addWidget(self._nobody)
        self._reading.body.addWidget(self._text)
        self._rows, self._no_request = QVBoxLayout(), label("", "quiet")
        self._ask = button("", lambda: self._turn("ask"), "quiet", "plus")
        self._requests.body.addWidget(self._no_request)
        self._requests.body.addLayout(self._rows)
        self._requests.body.addWidget(self._ask, 0, LEFT)
        self.asking, self.answering = AskForm(presenter.find), AnswerForm(presenter.open_record)
        self._said = said_label()
        for widget in (self._requests, self._notice, self._reading, self.asking, self.answering, self._said):
            self.column.addWidget(widget)
        self.ready()
        self._draw()

    def heading(self) -> tuple[str, str]:
        return {
            "ask": (self.tr("有人问自己的信息"), self.tr("15 个工作日内要答复。先看看是不是本人，再记下来。")),
            "answer": (self.tr("答复"), self.tr("答复会印成一张纸，交给本人。")),
            "notice": (self.tr("个人信息告知书"), ""),
        }.get(self.step, (self.tr("个人信息"), self.tr("每个人都可以问：记了我什么，能不能改、能不能删。")))

    def main(self) -> str:
        return {"ask": self.tr("保存"), "answer": self.tr("答复并打印")}.get(self.step, "")

    def act(self) -> None:
        if self.step == "ask":
            self.presenter.take(self.asking.values(), self._on_saved)
        elif self.step == "answer":
            self.presenter.answer(self._answering, self.answering.values(), self._on_answered)

    def back(self) -> bool:
        inner = self.step != "list"
        self._turn("list")
        return inner

    def leave(self) -> None:
        say(self._said, "")

    def draft(self) -> dict[str, Any]:
        if self.step not in ("ask", "answer"):
            return {}
        edits = {name: edit.text() for name, edit in self.asking.edits.items()}
        return {
            "step": self.step, "answering": self._answering, "said": self.answering.said.text(),
            "reason": self.answering.reason.text(), **edits,
        }  # fmt: skip

    def restore(self, draft: dict[str, Any]) -> None:
        step = str(draft.get("step", "list"))
        if step == "answer":
            self._begin_answer(str(draft.get("answering", "")))
        else:
            self._turn(step)
        for name, edit in self.asking.edits.items():
            edit.setText(str(draft.get(name, "")))
        self.answering.said.setText(str(draft.get("said", "")))
        self.answering.reason.setText(str(draft.get("reason", "")))

    def show_model(self, model: PrivacyModel) -> None:
        self.model = model
        fill(self._rows, [self._row(one) for one in model.requests[:SHOWN]])
        show_if(self._no_request, not model.requests)
        show_if(self._nobody, not model.handler)
        self._draw()

    def _row(self, one: RequestRow) -> AttentionRow:
        open_one = not one.outcome
        tone = "warn" if one.late else "info" if open_one else "muted"
        late = self.tr("{when} 提出，应在 {due} 前答复，已经过了")
        waits = self.tr("{when} 提出，{due} 前答复")
        sub = (late if one.late else waits).format(when=one.when, due=one.due)
        if not open_one:
            sub = self.tr("{when} 提出，{outcome}").format(when=one.when, outcome=words.outcome(one.outcome))
        action = (self.tr("答复") if open_one else self.tr("打印答复")) if self.model.may_settle else ""
        title = self.tr("{who}：{what}").format(who=one.asked_by, what=words.request(one.kind))
        row = AttentionRow(tone, "message-report", title, sub, action)
        row.acted.connect(lambda: self._begin_answer(one.id) if open_one else self.print_answer(one.id))
        return row

    def _begin_answer(self, request_id: str) -> None:
        self._turn("answer")
        self._answering = request_id
        self.presenter.look(request_id, self._on_look)

    def _on_look(self, model: AnswerModel) -> None:
        if self.step == "answer" and model.id == self._answering:
            self.answering.show_model(model)
            self.answering.outcome.setFocus()

    def _turn(self, step: str) -> None:
        self.step, self._answering = step, ""
        self.asking.clear()
        self.answering.clear()
        say(self._said, "")
        self._draw()
        if step == "ask":
            self.asking.kind.setFocus()

    def _draw(self) -> None:
        listing = self.step == "list"
        show_if(self._notice, listing)
        show_if(self._requests, listing)
        show_if(self._reading, self.step == "notice")
        show_if(self.asking, self.step == "ask")
        show_if(self.answering, self.step == "answer")
        self.turned.emit()

    def _on_saved(self) -> None:
        self._turn("list")
        self.done.emit(self.tr("已记下。"))

    def _on_answered(self, kept: int) -> None:
        request_id = self._answering
        self._turn("list")
        self.done.emit(
            self.tr("已答复。有些内容没有删，答复上写明了。") if kept else self.tr("已答复，请把打印的纸交给本人。")
        )
        self.print_answer(request_id)

    def print_answer(self, request_id: str) -> None:
        """The answer on paper, for whoever asked."""
        from ui.paper.answer import answer_job
        from ui.shell import papers

        time = self.presenter.ports.desk.time
        self.presenter.paper(request_id, lambda paper, estate: papers.send(answer_job(paper, estate, time), self))

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

    def _on_read(self) -> None:
        from ui.paper.notice import notice_text

        def read(facts: Any) -> None:
            self._turn("notice")
            from PySide6.QtCore import Qt

            self._text.setTextFormat(Qt.TextFormat.MarkdownText)
            self._text.setText(notice_text(facts))

        self.presenter.facts(read)

    def _on_print(self) -> None:
        from ui.paper.notice import notice_job
        from ui.shell import papers

        def send(facts: Any) -> None:
            words = self.tr("个人信息告知书")
            papers.send(notice_job(facts, words), self)

        self.presenter.facts(send)

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), self.tr("个人信息告知书.pdf"), "PDF (*.pdf)")
        if name:
            self.save_notice(Path(name))

    def save_notice(self, path: Path) -> None:
        """The notice as a PDF, in the language of the screen."""
        from ui.paper.notice import save_notice

        def write(facts: Any) -> None:
            try:
                save_notice(facts, path)
            except Fault as error:
                self._on_wrong(error)
            else:
                say(self._said, self.tr("已存成「{name}」。").format(name=path.name))

        self.presenter.facts(write)

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._notice.set_title(self.tr("贴在窗口的告知书"))
        self._notice_help.setText(self.tr("告诉来访的人：谁在登记、为什么、记什么、存多久、怎么问。请打印贴好。"))
        self._nobody.setText(self.tr("还没有写谁负责个人信息。请先到「本门岗」里写好再打印。"))
        self._read.setText(self.tr("在屏幕上看"))
        self._print.setText(self.tr("打印"))
        self._save.setText(self.tr("存成文件"))
        self._requests.set_title(self.tr("有人问自己的信息"))
        self._no_request.setText(self.tr("还没有人问过。有人来问，请在这里记下来。"))
        self._ask.setText(self.tr("记下一个请求"))
        self.show_model(self.model)
