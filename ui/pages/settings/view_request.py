"""The two forms of a request: taking it down at the window, and answering it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk.records.rules_requests import Identified, Kind, Outcome, Subject
from ui.pages.settings import view_words as words
from ui.pages.settings.model import AnswerModel, Match
from ui.pages.settings.view_panel import LEFT, button, fill, row_of
from ui.paper import about_words
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.themed import Themed, label, show_if

TYPING_MS = 250
ASK_TEXTS = ("asked_by", "whose", "about", "contact", "note")
LONGEST = 500


class AskForm(Themed, QWidget):
    """`find(text, then)` looks for residents; `values()` are the fields of an Asking."""

    def __init__(self, find: Callable[[str, Callable[[tuple[Match, ...]], None]], None]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._find, self.person_id = find, ""
        self.kind, self.identified, self.subject = PickBox(), PickBox(), PickBox()
        self.edits = {name: QLineEdit() for name in ASK_TEXTS}
        for edit in self.edits.values():
            edit.setMaxLength(LONGEST)
        self.fields = {name: Field("", edit, optional=name in ("contact", "note")) for name, edit in self.edits.items()}
        boxes = {"kind": self.kind, "identified": self.identified, "subject": self.subject}
        self.fields |= {name: Field("", box) for name, box in boxes.items()}
        first, last = Form(columns=2), Form(columns=2)
        for name in ("kind", "asked_by", "identified", "subject"):
            first.add(self.fields[name])
        for name in ("contact", "note"):
            last.add(self.fields[name])
        self._matches, self._chosen = QVBoxLayout(), AttentionRow("ok", "user-check", "", "", " ")
        self._chosen.acted.connect(lambda: self._choose(None))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(first)
        self._column.addWidget(self.fields["whose"])
        self._column.addLayout(self._matches)
        self._column.addWidget(self._chosen)
        self._column.addWidget(self.fields["about"])
        self._column.addWidget(last)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._look)
        self.edits["whose"].textEdited.connect(lambda _: self._typing.start())
        self.subject.picked.connect(lambda _: self._draw())
        self._picked = Match("", "", "")
        self.ready()
        self._draw()

    def values(self) -> dict[str, str]:
        subject = self.subject.key()
        text = {name: edit.text().strip() for name, edit in self.edits.items()}
        return {
            "kind": self.kind.key(), "asked_by": text["asked_by"], "identified": self.identified.key(),
            "subject_kind": subject, "subject_id": self.person_id if subject == Subject.PERSON else "",
            "about": text["about"] if subject == Subject.VISITOR else "", "contact": text["contact"], "note": text["note"],
        }  # fmt: skip

    def clear(self) -> None:
        for edit in self.edits.values():
            edit.clear()
        self._choose(None)

    def _look(self) -> None:
        text = self.edits["whose"].text().strip()
        if text:
            self._find(text, self._show)
        else:
            self._show(())

    def _show(self, found: tuple[Match, ...]) -> None:
        rows: list[QWidget] = []
        for one in found:
            row = AttentionRow("muted", "user", one.who, one.place, self.tr("是这位"))
            row.acted.connect(lambda one=one: self._choose(one))
            rows.append(row)
        fill(self._matches, rows)

    def _choose(self, one: Match | None) -> None:
        """The resident this is about; None: somebody else is looked for."""
        self.person_id = one.id if one else ""
        self._picked = one or Match("", "", "")
        fill(self._matches, [])
        self._chosen.show_matter("ok", "user-check", self._picked.who, self._picked.place)
        self._draw()

    def _draw(self) -> None:
        subject = self.subject.key()
        show_if(self.fields["whose"], subject == Subject.PERSON and not self.person_id)
        show_if(self._chosen, subject == Subject.PERSON and bool(self.person_id))
        show_if(self.fields["about"], subject == Subject.VISITOR)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("l"))
        self._matches.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        said = {
            "kind": self.tr("要求什么"), "asked_by": self.tr("谁提出的"), "identified": self.tr("怎么核实是本人的"),
            "subject": self.tr("问的是谁的信息"), "whose": self.tr("找到这位住户"), "about": self.tr("访客登记时留的电话"),
            "contact": self.tr("怎么联系"), "note": self.tr("说了什么"),
        }  # fmt: skip
        for name, title in said.items():
            self.fields[name].set_words(title)
        self.fields["identified"].set_words(said["identified"], self.tr("不要记证件号码，也不要复印"))
        self.edits["whose"].setPlaceholderText(self.tr("姓名、电话后四位或房号"))
        self._chosen.button.setText(self.tr("换一位"))
        show_if(self._chosen.button, True)
        self.kind.set_choices([(one.value, words.request(one.value)) for one in Kind])
        self.identified.set_choices([(one.value, about_words.identified(one.value)) for one in Identified])
        self.subject.set_choices(
            [
                (Subject.PERSON.value, self.tr("住在这里的人")),
                (Subject.VISITOR.value, self.tr("来访的人")),
                (Subject.NOBODY.value, self.tr("都不是，或者不清楚")),
            ]
        )
        self._draw()


class AnswerForm(Themed, QWidget):
    """`open_record(person_id)` leads to where data is put right; `values()` are the fields of an Answering."""

    def __init__(self, open_record: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.model = AnswerModel()
        self._asked, self._held = Card(), Card()
        self._said_by, self._found = label("", ""), label("", "")
        self._record = button("", lambda: open_record(self.model.person_id), "quiet", "user")
        self._asked.body.addWidget(self._said_by)
        self._asked.body.addWidget(row_of(self._record), 0, LEFT)
        self._held.body.addWidget(self._found)
        self.outcome = PickBox()
        self.outcome.picked.connect(lambda _: self._draw())
        self.said, self.reason = QLineEdit(), QLineEdit()
        for edit in (self.said, self.reason):
            edit.setMaxLength(LONGEST)
        self.fields = {
            "outcome": Field("", self.outcome),
            "said": Field("", self.said, optional=True),
            "reason": Field("", self.reason),
        }
        form = Form(columns=1)
        for one in self.fields.values():
            form.add(one)
        self.erase = QCheckBox()
        self._erase_help = label("", "quiet")
        self._consents, self.consents = QVBoxLayout(), dict[str, QCheckBox]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._asked, self._held, form, self.erase, self._erase_help):
            self._column.addWidget(widget)
        self._column.addLayout(self._consents)
        self.ready()

    def values(self) -> dict[str, Any]:
        went = self.outcome.key() != Outcome.REFUSED
        return {
            "outcome": self.outcome.key(), "reason": self.reason.text().strip(), "said": self.said.text().strip(),
            "erase": went and self.erase.isChecked(),
            "withdraw": tuple(purpose for purpose, box in self.consents.items() if went and box.isChecked()),
        }  # fmt: skip

    def clear(self) -> None:
        for edit in (self.said, self.reason):
            edit.clear()
        self.show_model(AnswerModel())

    def show_model(self, model: AnswerModel) -> None:
        self.model = model
        self.erase.setChecked(False)
        self.consents = {purpose: QCheckBox() for purpose in model.consents}
        for box in self.consents.values():
            box.setChecked(model.kind == Kind.WITHDRAW and len(model.consents) == 1)
        fill(self._consents, list(self.consents.values()))
        self.retranslate()

    def _draw(self) -> None:
        model, went = self.model, self.outcome.key() != Outcome.REFUSED
        show_if(self.fields["reason"], self.outcome.key() != Outcome.GRANTED)
        show_if(self._record, bool(model.person_id))
        show_if(self.erase, model.may_erase and went)
        erasing = model.kind == Kind.DELETE and bool(model.held) and went
        show_if(self._erase_help, erasing)
        for box in self.consents.values():
            show_if(box, went)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("l"))

    def retranslate(self) -> None:
        model = self.model
        self._asked.set_title(self.tr("{who}：{what}").format(who=model.asked_by, what=words.request(model.kind)))
        due = self.tr("{due} 前答复").format(due=model.due)
        seen = self.tr("核实：{how}").format(how=about_words.identified(model.identified)) if model.identified else ""
        self._said_by.setText("\n".join(text for text in (due, seen, model.note) if text))
        self._record.setText(self.tr("打开这位住户的资料"))
        self._held.set_title(self.tr("查到的内容"))
        line = self.tr("{kind} {n} 条")
        held = "、".join(line.format(kind=about_words.kind(kind), n=n) for kind, n in model.held)
        self._found.setText(held or self.tr("没有查到记着他（她）的内容。"))
        self.fields["outcome"].set_words(self.tr("怎么办的"))
        self.fields["said"].set_words(self.tr("答复的话"), self.tr("会印在答复上"))
        self.fields["reason"].set_words(self.tr("理由"), self.tr("没有照办的，要写明理由告诉本人"))
        self.outcome.set_choices([(one.value, words.outcome(one.value)) for one in Outcome])
        self.erase.setText(self.tr("现在就删掉查到的内容，删了找不回来"))
        self._erase_help.setText(
            self.tr("依法要留的、事情没办完的不会删，答复上会写明。")
            if model.may_erase
            else self.tr("删除要管理员来办。请让管理员换人登录。")
        )
        for purpose, box in self.consents.items():
            box.setText(self.tr("撤回同意：{purpose}").format(purpose=about_words.agreed(purpose)))
        self._draw()
