"""Section: what others were given or shown, who agreed to what, and the papers of a review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk.consenting import PURPOSES
from desk.records.rules_register import DATA, NEEDED, Entry
from ui import texts
from ui.pages.settings import view_words
from ui.pages.settings.model import ConsentRow, RegisterModel
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.paper import about_words
from ui.paper.job import Job
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.themed import label, show_if

TEXTS = ("recipient", "officer", "document", "basis", "purpose", "method", "period_from", "period_until", "given")
LONGEST, SHOWN = 500, 40


class RegistersPanel(Panel):
    """step: `list` or `give` (write down what somebody was given)."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model, self.step = RegisterModel(), "list"
        self._register, self._consents, self._papers = Card(), Card(), Card()
        self._rows, self._agreed = QVBoxLayout(), QVBoxLayout()
        self._none, self._no_consent, self._papers_help = label("", "quiet"), label("", "quiet"), label("", "quiet")
        self._give = button("", lambda: self._turn("give"), "quiet", "plus")
        self._print = button("", self._on_print, "quiet", "printer")
        self._print_consents = button("", self._on_print_consents, "quiet", "printer")
        self._review = button("", self._on_review, "quiet", "printer")
        self._breach = button("", self._on_breach, "quiet", "printer")
        self.purpose = PickBox()
        self.purpose.picked.connect(presenter.only)
        self._purpose_field = Field("", self.purpose)
        for card, widgets, rows in (
            (self._register, (row_of(self._give, self._print), self._none), self._rows),
            (self._consents, (self._purpose_field, row_of(self._print_consents), self._no_consent), self._agreed),
        ):
            for widget in widgets:
                card.body.addWidget(widget)
            card.body.addLayout(rows)
        self._papers.body.addWidget(self._papers_help)
        self._papers.body.addWidget(row_of(self._review, self._breach), 0, LEFT)
        self._build_form()
        self._said = said_label()
        for widget in (self._register, self._consents, self._papers, self._form, self._said):
            self.column.addWidget(widget)
        self.ready()
        self._draw()

    def _build_form(self) -> None:
        self.entry = PickBox()
        self.entry.picked.connect(lambda _: self._draw())
        self.edits = {name: QLineEdit() for name in TEXTS}
        for edit in self.edits.values():
            edit.setMaxLength(LONGEST)
        self.fields = {"entry": Field("", self.entry)} | {name: Field("", edit) for name, edit in self.edits.items()}
        self.data = {key: QCheckBox() for key in DATA}
        self._data = Card()
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="m", equal=True, columns=2)
        for box in self.data.values():
            flow.addWidget(box)
        self._data.body.addWidget(holder)
        self._form = QWidget()
        self._form.setProperty("role", "clear")
        self._form_column = QVBoxLayout(self._form)
        self._form_column.setContentsMargins(0, 0, 0, 0)
        first, last = Form(columns=2), Form(columns=2)
        for name in ("entry", "recipient", "officer", "document", "basis", "purpose"):
            first.add(self.fields[name])
        for name in ("period_from", "period_until", "method", "given"):
            last.add(self.fields[name])
        for widget in (first, self._data, last):
            self._form_column.addWidget(widget)

    def heading(self) -> tuple[str, str]:
        if self.step == "give":
            return self.tr("登记一次提供"), self.tr("先看公文和证件，再给；只给要的那几类、那几天。")
        return self.tr("提供和同意的登记"), self.tr("给了谁、谁同意了什么，都查得到。保存 3 年以上。")

    def main(self) -> str:
        return self.tr("保存") if self.step == "give" else ""

    def act(self) -> None:
        if self.step == "give":
            self.presenter.disclose(self.values(), self._on_saved)

    def values(self) -> dict[str, Any]:
        """The fields of a rules_register.Wish; what this sort of entry does not ask for stays empty."""
        seen = {name for name in TEXTS if not self.fields[name].isHidden()}
        texts = {name: edit.text().strip() if name in seen else "" for name, edit in self.edits.items()}
        data = tuple(key for key, box in self.data.items() if box.isChecked() and not self._data.isHidden())
        return {"entry": self.entry.key(), "data": data, **texts}

    def back(self) -> bool:
        inner = self.step != "list"
        self._turn("list")
        return inner

    def leave(self) -> None:
        say(self._said, "")

    def draft(self) -> dict[str, Any]:
        return {} if self.step == "list" else {name: edit.text() for name, edit in self.edits.items()}

    def restore(self, draft: dict[str, Any]) -> None:
        if draft:
            self._turn("give")
        for name, edit in self.edits.items():
            edit.setText(str(draft.get(name, "")))

    def show_model(self, model: RegisterModel) -> None:
        self.model = model
        title = self.tr("{when}  {what}：{who}")
        fill(
            self._rows,
            [
                AttentionRow(
                    "muted",
                    "file-export",
                    title.format(when=one.when, what=about_words.entry(one.entry), who=one.recipient),
                    one.sub,
                )
                for one in model.entries[:SHOWN]
            ],
        )
        show_if(self._none, not model.entries)
        fill(self._agreed, [self._consent(one) for one in model.consents[:SHOWN]])
        show_if(self._no_consent, not model.consents)
        self._draw()

    def _consent(self, one: ConsentRow) -> QWidget:
        gave = one.act == "given"
        act = self.tr("同意") if gave else self.tr("撤回同意")
        title = self.tr("{when}  {who}：{act}「{purpose}」")
        said = title.format(
            when=one.when, who=one.who or self.tr("已删除的人"), act=act, purpose=about_words.agreed(one.purpose)
        )
        notice = self.tr("告知书 {version}").format(version=one.notice[:8]) if one.notice else ""
        sub = "，".join(text for text in (self.tr("监护人同意的") if one.guardian else "", notice) if text)
        return AttentionRow("ok" if gave else "muted", "circle-check" if gave else "x", said, sub)

    def _turn(self, step: str) -> None:
        self.step = step
        for edit in self.edits.values():
            edit.clear()
        for box in self.data.values():
            box.setChecked(False)
        say(self._said, "")
        self._draw()
        if step == "give":
            self.entry.setFocus()

    def _draw(self) -> None:
        listing = self.step == "list"
        for card in (self._register, self._consents, self._papers):
            show_if(card, listing)
        show_if(self._form, not listing)
        entry = Entry(self.entry.key() or Entry.AUTHORITY.value)
        needed = {*NEEDED[entry], "period_from", "period_until"}
        for name in TEXTS:
            show_if(self.fields[name], name in needed)
        show_if(self._data, entry is not Entry.VIEWING)
        self.turned.emit()

    def _on_saved(self) -> None:
        self._turn("list")
        self.done.emit(self.tr("已记下。"))

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")
        field = self.fields.get(str(getattr(error, "facts", {}).get("field", "")))
        if field is not None:
            field.editor.setFocus()

    def _send(self, make: Callable[[Any], Job]) -> Callable[[Any], None]:
        from ui.shell import papers

        return lambda facts: papers.send(make(facts), self)

    def _on_print(self) -> None:
        from ui.paper.registers import register_job

        self.presenter.papers(self._send(lambda facts: register_job(facts, self.presenter.ports.desk.time)))

    def _on_print_consents(self) -> None:
        from ui.paper.registers import consents_job

        self.presenter.papers(self._send(lambda facts: consents_job(facts, self.presenter.ports.desk.time)))

    def _on_review(self) -> None:
        from ui.paper.registers import review_job

        self.presenter.review(self._send(lambda facts: review_job(facts, view_words, self.presenter.ports.desk.time)))

    def _on_breach(self) -> None:
        from ui.paper.registers import breach_job

        self.presenter.papers(self._send(breach_job))

    def restyle(self) -> None:
        super().restyle()
        for box in (self._rows, self._agreed):
            box.setSpacing(current().space("s"))
        self._form_column.setSpacing(current().space("l"))

    def retranslate(self) -> None:
        self._register.set_title(self.tr("提供登记"))
        self._none.setText(self.tr("还没有提供给别人过。"))
        self._give.setText(self.tr("登记一次提供"))
        self._print.setText(self.tr("打印登记表"))
        self._consents.set_title(self.tr("同意和撤回"))
        self._no_consent.setText(self.tr("没有。住户同意什么、撤回什么，会列在这里。"))
        self._purpose_field.set_words(self.tr("看哪一种"))
        key = self.purpose.key()
        self.purpose.set_choices([("", self.tr("全部")), *((one, about_words.agreed(one)) for one in PURPOSES)])
        self.purpose.set_key(key)
        self._print_consents.setText(self.tr("打印这张表"))
        self._papers.set_title(self.tr("检查和应急"))
        self._papers_help.setText(self.tr("每年自查一次。万一信息泄露，用模板通知受影响的人和主管部门。"))
        self._review.setText(self.tr("打印自查表"))
        self._breach.setText(self.tr("打印泄露通知模板"))
        said = {
            "entry": self.tr("是哪种情况"), "recipient": self.tr("哪个单位或个人"), "officer": self.tr("来办的人是谁"),
            "document": self.tr("公文或合同编号"), "basis": self.tr("法律依据"), "purpose": self.tr("做什么用"),
            "method": self.tr("怎么给的"), "period_from": self.tr("从哪天的"), "period_until": self.tr("到哪天的"),
            "given": self.tr("实际给了什么，看了什么"),
        }  # fmt: skip
        for name, title in said.items():
            self.fields[name].set_words(title)
        for name in ("period_from", "period_until"):
            self.edits[name].setPlaceholderText(self.tr("例如 2026-11-01，可不填"))
        key = self.entry.key()
        self.entry.set_choices([(one.value, about_words.entry(one.value)) for one in Entry])
        self.entry.set_key(key or Entry.AUTHORITY.value)
        self._data.set_title(self.tr("哪几类内容"))
        for key, box in self.data.items():
            box.setText(about_words.data(key))
        self.show_model(self.model)
