"""Section: what people ask about their own data, what was given to whom, and the notice for the wall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from desk.core.errors import Fault
from desk.records.rules import OUTCOMES, REQUEST_KINDS
from ui import texts
from ui.pages.settings import view_words as words
from ui.pages.settings.model import PrivacyModel, RequestRow
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.themed import label, show_if

GIVEN = ("authority", "officer", "document", "scope", "given")


class PrivacyPanel(Panel):
    """step: `list`, `ask` (take a request down), `answer`, `give` (note a disclosure)."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = PrivacyModel()
        self.step, self._answering = "list", ""
        self._notice, self._requests, self._register = Card(), Card(), Card()
        self._notice_help = label("", "quiet")
        self._print, self._save = (
            button("", self._on_print, "quiet", "printer"),
            button("", self._on_save, "quiet", "download"),
        )
        self._notice.body.addWidget(self._notice_help)
        self._notice.body.addWidget(row_of(self._print, self._save))
        self._nobody = label("", "strong", tone="warn")
        self._notice.body.addWidget(self._nobody)
        self._rows, self._given = QVBoxLayout(), QVBoxLayout()
        self._no_request, self._no_given = label("", "quiet"), label("", "quiet")
        self._ask = button("", lambda: self._turn("ask"), "quiet", "plus")
        self._give = button("", lambda: self._turn("give"), "quiet", "plus")
        for card, empty, rows, add in (
            (self._requests, self._no_request, self._rows, self._ask),
            (self._register, self._no_given, self._given, self._give),
        ):
            card.body.addWidget(empty)
            card.body.addLayout(rows)
            card.body.addWidget(add, 0, LEFT)
        self.kind, self.outcome = PickBox(), PickBox()
        self.edits = {name: QLineEdit() for name in ("asked_by", "contact", "note", "reason", *GIVEN)}
        for edit in self.edits.values():
            edit.setMaxLength(500)
        self.fields = {name: Field("", edit, optional=name in ("contact", "note")) for name, edit in self.edits.items()}
        self.fields |= {"kind": Field("", self.kind), "outcome": Field("", self.outcome)}
        self._forms = {
            "ask": self._form("kind", "asked_by", "contact", "note"),
            "answer": self._form("outcome", "reason"),
            "give": self._form(*GIVEN),
        }
        self._said = said_label()
        for widget in (self._notice, self._requests, self._register, *self._forms.values(), self._said):
            self.column.addWidget(widget)
        self.ready()
        self._draw()

    def _form(self, *names: str) -> Form:
        form = Form(columns=1)
        for name in names:
            form.add(self.fields[name])
        return form

    def heading(self) -> tuple[str, str]:
        return {
            "ask": (self.tr("有人问自己的信息"), self.tr("15 天内要答复。记下来，管理员会办。")),
            "answer": (self.tr("答复"), self.tr("没有照办的，要写明理由告诉本人。")),
            "give": (self.tr("把信息提供给了谁"), self.tr("公安、社区来要记录，先看公文，再登记。保存 3 年。")),
        }.get(self.step, (self.tr("个人信息"), self.tr("每个人都可以问：记了我什么，能不能改、能不能删。")))

    def main(self) -> str:
        return self.tr("保存") if self.step != "list" else ""

    def act(self) -> None:
        text = {name: edit.text().strip() for name, edit in self.edits.items()}
        if self.step == "ask":
            self.presenter.take(self.kind.key(), text["asked_by"], text["contact"], text["note"], self._on_saved)
        elif self.step == "answer":
            self.presenter.answer(self._answering, self.outcome.key(), text["reason"], self._on_saved)
        elif self.step == "give":
            self.presenter.disclose({name: text[name] for name in GIVEN}, self._on_saved)

    def back(self) -> bool:
        inner = self.step != "list"
        self._turn("list")
        return inner

    def leave(self) -> None:
        say(self._said, "")

    def draft(self) -> dict[str, Any]:
        if self.step == "list":
            return {}
        return {"step": self.step, "answering": self._answering, **{k: e.text() for k, e in self.edits.items()}}

    def restore(self, draft: dict[str, Any]) -> None:
        self._answering = str(draft.get("answering", ""))
        self._turn(str(draft.get("step", "list")))
        for name, edit in self.edits.items():
            edit.setText(str(draft.get(name, "")))

    def show_model(self, model: PrivacyModel) -> None:
        self.model = model
        fill(self._rows, [self._row(one) for one in model.requests[:20]])
        show_if(self._no_request, not model.requests)
        rows: list[QWidget] = [
            AttentionRow("plain", "file-export", f"{one.when}  {one.authority}", one.scope)
            for one in model.disclosures[:20]
        ]
        fill(self._given, rows)
        show_if(self._no_given, not rows)
        show_if(self._nobody, not model.handler)
        self._draw()

    def _row(self, one: RequestRow) -> AttentionRow:
        open_one = not one.outcome
        tone = "warn" if one.late else "info" if open_one else "plain"
        sub = (
            self.tr("{when} 提出，{due} 前答复").format(when=one.when, due=one.due)
            if open_one
            else words.outcome(one.outcome)
        )
        action = self.tr("答复") if open_one and self.model.may_settle else ""
        title = self.tr("{who}：{what}").format(who=one.asked_by, what=words.request(one.kind))
        row = AttentionRow(tone, "message-report", title, sub, action)
        row.acted.connect(lambda: self._begin_answer(one.id))
        return row

    def _begin_answer(self, request_id: str) -> None:
        self._answering = request_id
        self._turn("answer")

    def _turn(self, step: str) -> None:
        self.step = step
        for edit in self.edits.values():
            edit.clear()
        say(self._said, "")
        self._draw()
        first = {"ask": self.kind, "answer": self.outcome, "give": self.edits["authority"]}.get(step)
        if first is not None:
            first.setFocus()

    def _draw(self) -> None:
        listing = self.step == "list"
        show_if(self._notice, listing)
        show_if(self._requests, listing)
        show_if(self._register, listing and self.model.may_disclose)
        for name, form in self._forms.items():
            show_if(form, self.step == name)
        self.turned.emit()

    def _on_saved(self) -> None:
        self._turn("list")
        self.done.emit(self.tr("已记下。"))

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

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
        for box in (self._rows, self._given):
            box.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._notice.set_title(self.tr("贴在窗口的告知书"))
        self._notice_help.setText(self.tr("告诉来访的人：谁在登记、为什么、记什么、存多久、怎么问。请打印贴好。"))
        self._nobody.setText(self.tr("还没有写谁负责个人信息。请先到「本门岗」里写好再打印。"))
        self._print.setText(self.tr("打印"))
        self._save.setText(self.tr("存成文件"))
        self._requests.set_title(self.tr("有人问自己的信息"))
        self._no_request.setText(self.tr("还没有人问过。有人来问，请在这里记下来。"))
        self._ask.setText(self.tr("记下一个请求"))
        self._register.set_title(self.tr("提供登记"))
        self._no_given.setText(self.tr("还没有提供给别人过。"))
        self._give.setText(self.tr("登记一次提供"))
        said = {
            "kind": self.tr("要求什么"), "asked_by": self.tr("谁提出的"), "contact": self.tr("怎么联系"),
            "note": self.tr("说了什么"), "outcome": self.tr("怎么办的"), "reason": self.tr("理由"),
            "authority": self.tr("哪个单位"), "officer": self.tr("谁来办的，证件号"), "document": self.tr("凭什么公文"),
            "scope": self.tr("要哪些记录"), "given": self.tr("实际给了什么"),
        }  # fmt: skip
        for name, title in said.items():
            self.fields[name].set_words(title)
        self.kind.set_choices([(key, words.request(key)) for key in REQUEST_KINDS])
        self.outcome.set_choices([(key, words.outcome(key)) for key in OUTCOMES])
        self.show_model(self.model)
