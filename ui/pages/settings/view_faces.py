"""Section: faces. Off by default; what has to be said before, how sure it must be, how many there are, papers, the vault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout

from desk.faces.rules_kept import FULL, Meter
from desk.faces.rules_lane import Wish
from desk.faces.views import Filing, State
from ui import texts
from ui.pages.settings.presenter_faces import FacesModel
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.paper import face_filing
from ui.paper import faces as paper
from ui.shell import papers
from ui.shell.ports import Question
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card, Fact
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

ASKED = ("purpose", "necessity", "assessment", "assessed_on", "handler", "contact", "place")
TONES = {State.OFF: "info", State.OPENING: "info", State.READY: "ok", State.BROKEN: "bad"}
SUFFIX = ".gdfaces"


class FacesPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong, presenter.filed = self.show_model, self._on_wrong, self._on_filing
        self.model = FacesModel()
        self._said = said_label()
        self.state = AttentionRow("info", "mood-smile", "", "", " ")
        self.state.acted.connect(presenter.reopen)
        self._honest = label("", "quiet")
        self._make_answers()
        self._make_lane()
        self._make_vault()
        widgets = (self.state, self._said, self._honest, self.answers, self.lane, self.count, self.vault)
        for widget in widgets:
            self.column.addWidget(widget)
        self.locked = [self.answers, self.lane, self.vault]
        self.ready()

    def _make_answers(self) -> None:
        self.answers, form = Card(), Form()
        self.fields = {name: form.add(Field("", QLineEdit())) for name in ASKED}
        for name, field in self.fields.items():
            editor = field.editor
            assert isinstance(editor, QLineEdit)
            editor.setMaxLength(10 if name == "assessed_on" else 400)
        self._cancel = button("", lambda: self.presenter.edit(False), "quiet")
        self.answers.body.addWidget(form)
        self.answers.body.addWidget(self._cancel, 0, LEFT)
        self._form = form

    def _make_lane(self) -> None:
        self.lane = Card()
        self._facts = {name: Fact("", "") for name in ASKED}
        self.strict = PickBox()
        self.strict.picked.connect(lambda key: self.presenter.set_strict(key == "strict"))
        self._strict_field = Field("", self.strict)
        self.edit = button("", lambda: self._begin(True), "quiet", "pencil")
        self.sign = button("", self._on_sign, "quiet", "printer")
        self.notice = button("", self._on_notice, "quiet", "printer")
        self.off = button("", self.presenter.switch_off, "quiet", "ban")
        self.end = button("", self._on_end, "quiet", "trash")
        for fact in self._facts.values():
            self.lane.body.addWidget(fact)
        self.lane.body.addWidget(self._strict_field)
        self.lane.body.addWidget(row_of(self.edit, self.sign, self.notice, self.off, self.end))
        self.count, self._people = Card(), QVBoxLayout()
        self.file = button("", self.presenter.file, "quiet", "printer")
        self.go = button("", self.presenter.person_page, "quiet", "mood-smile")
        self.count.body.addLayout(self._people)
        self.count.body.addWidget(row_of(self.file, self.go))

    def _make_vault(self) -> None:
        self.vault, self._vault_help = Card(), label("", "quiet")
        self.backup = button("", self._on_backup, "quiet", "download")
        self.bring_back = button("", self._on_restore, "quiet", "upload")
        self.empty = button("", self._on_empty, "quiet", "trash")
        self.code = label("", "code")
        self._noted = button("", self.presenter.hide_code, "main", "check")
        self.typed = SecretLine()
        self._typed_field, self._path = Field("", self.typed), Path()
        self._go = button("", self._on_code, "quiet", "check")
        for widget in (self._vault_help, row_of(self.backup, self.bring_back, self.empty), self.code):
            self.vault.body.addWidget(widget)
        self.vault.body.addWidget(self._noted, 0, LEFT)
        self.vault.body.addWidget(self._typed_field)
        self.vault.body.addWidget(self._go, 0, LEFT)
        self._ask_code(None)

    def heading(self) -> tuple[str, str]:
        if self.model.editing:
            return self.tr("打开刷脸以前，请先写清楚"), self.tr("这些会写进告知书和备案材料，留存三年。")
        return self.tr("刷脸"), self.tr("可以不开。开了也只是多一种办法，二维码、门卡、密码照常用。")

    def main(self) -> str:
        if self.model.editing:
            return self.tr("存好，换成新的告知书") if self.model.lane.on else self.tr("打开刷脸")
        return "" if self.model.lane.on else self.tr("打开刷脸…")

    def act(self) -> None:
        if self.model.editing:
            wish = {name: self._text(name) for name in ASKED}
            self.presenter.switch_on(Wish(**wish))
        else:
            self._begin(True)

    def back(self) -> bool:
        if not self.model.editing:
            return False
        self.presenter.edit(False)
        return True

    def leave(self) -> None:
        self._ask_code(None)
        self.presenter.leave()

    def show_model(self, model: FacesModel) -> None:
        turned = (model.editing, model.lane.on) != (self.model.editing, self.model.lane.on)
        self.model = model
        on = model.lane.on
        broken = model.now.state is State.BROKEN
        sub = texts.sentence(model.now.code, model.now.facts) if broken else ""
        self.state.show_matter(
            TONES[model.now.state], "mood-smile",
            texts.sentence(f"faces.state.{model.now.state.value}", {"people": model.now.people}), sub,
        )  # fmt: skip
        show_if(self.state.button, broken)
        show_if(self.answers, model.editing)
        show_if(self.lane, on and not model.editing)
        show_if(self.count, not model.editing and model.overview is not None)
        show_if(self.vault, on and not model.editing)
        show_if(self.empty, broken)
        show_if(self.backup, not broken)
        self.strict.set_key("strict" if model.lane.strict else "normal")
        say(self._said, self._words())
        self._say_lane()
        self._say_count()
        for widget in (self.code, self._noted):
            show_if(widget, bool(model.code))
        self.code.setText(model.code)
        if turned:
            self.turned.emit()

    def _begin(self, editing: bool) -> None:
        lane = self.model.lane
        usual = {"handler": self.model.handler, "place": self.model.gate}
        for name in ASKED:
            editor = self.fields[name].editor
            assert isinstance(editor, QLineEdit)
            editor.setText(str(getattr(lane, name)) or usual.get(name, ""))
            self.fields[name].set_error("")
        self.presenter.edit(editing)
        self.fields["purpose"].editor.setFocus()

    def _text(self, name: str) -> str:
        editor = self.fields[name].editor
        assert isinstance(editor, QLineEdit)
        return editor.text().strip()

    def _words(self) -> str:
        n = self.model.count
        return {
            "on": self.tr("打开了。请打印摄像头标识，贴在摄像头拍得到的地方。"),
            "off": self.tr("关掉了。已录入的还存着，谁也认不出来；撤回照常可以办。"),
            "ended": self.tr("不再用了，本机的人脸信息已全部删除（{n} 人）。", "", n).format(n=n),
            "emptied": self.tr("打不开的人脸库已删除（{n} 人），可以恢复备份，或者请他们重新录入。", "", n).format(n=n),
            "backup": self.tr("备份好了。下面的码只显示这一次，请抄下来，和备份分开放。"),
            "restored": self.tr("恢复好了：{n} 人。撤回过的没有恢复。", "", n).format(n=n),
        }.get(self.model.said, "")

    def _say_lane(self) -> None:
        for name, fact in self._facts.items():
            fact.set_value(str(getattr(self.model.lane, name)))

    def _say_count(self) -> None:
        overview = self.model.overview
        if overview is None:
            return
        held, rows = overview.held, []
        meter = {
            Meter.FREE: ("ok", self.tr("离要备案的 10 万人还早。")),
            Meter.NEAR: ("warn", self.tr("过了 8 万人，请着手准备备案材料。")),
            Meter.NEARER: ("warn", self.tr("过了 9 万 5 千人，请马上准备好备案材料。")),
            Meter.FILE_NOW: ("bad", self.tr("到了 10 万人，要在 30 个工作日内向省级网信部门备案。")),
        }[held.meter]
        said = self.tr("现在有 {n} 人同意刷脸（到 {full} 人要备案）", "", held.people)
        said = said.format(n=f"{held.people:,}", full=f"{FULL:,}")
        rows.append(AttentionRow(meter[0], "users", said, meter[1]))
        if soon := len(overview.to_confirm):
            words = self.tr("有 {n} 人该再问一次愿不愿意", "", soon).format(n=soon)
            rows.append(AttentionRow("warn", "clock", words, self.tr("一年没有再确认，会自动删除。")))
        fill(self._people, list(rows))

    def _on_wrong(self, error: Exception) -> None:
        code, name = getattr(error, "code", ""), str(getattr(error, "facts", {}).get("field", ""))
        name = "assessed_on" if code in ("faces.assessed_on", "faces.assessed_old") else name
        for key, field in self.fields.items():
            field.set_error(texts.of_error(error) if key == name and self.model.editing else "")
        if name in self.fields and self.model.editing:
            self._form.first_wrong()
        else:
            say(self._said, texts.of_error(error), "bad")

    # -- papers and the vault

    def _on_sign(self) -> None:
        papers.send(paper.sign_job(self.model.lane, self.model.gate), self)

    def _on_notice(self) -> None:
        papers.send(paper.notice_job(self.model.lane), self)

    def _on_filing(self, filing: Filing) -> None:
        papers.send(face_filing.filing_job(filing), self)

    def _on_end(self) -> None:
        self.presenter.end(Question(
            self.tr("不再用刷脸，全部删除吗？"),
            self.tr("本机所有住户的人脸信息马上删除，备份也不能再恢复。以后要用，只能一位一位重新录入。"),
            self.tr("全部删除"), self.tr("先不删"), danger=True,
        ))  # fmt: skip

    def _on_empty(self) -> None:
        self.presenter.empty(Question(
            self.tr("删掉打不开的人脸库吗？"), self.tr("里面的人脸信息打不开，也恢复不了。删掉以后可以恢复备份，或者重新录入。"),
            self.tr("删掉"), self.tr("先留着"), danger=True,
        ))  # fmt: skip

    def _on_backup(self) -> None:
        day = QDate.currentDate().toString("yyyy-MM-dd")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("人脸库备份到哪里？"), self.tr("人脸库-{day}").format(day=day) + SUFFIX, f"(*{SUFFIX})"
        )
        if name:
            self.presenter.backup(Path(name).with_suffix(SUFFIX))

    def _on_restore(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择人脸库备份"), "", f"(*{SUFFIX})")
        if name:
            self._ask_code(Path(name))

    def _ask_code(self, path: Path | None) -> None:
        self._path = path or Path()
        self.typed.clear()
        for widget in (self._typed_field, self._go):
            show_if(widget, path is not None)
        if path is not None:
            self.typed.setFocus()

    def _on_code(self) -> None:
        self.presenter.restore(self._path, self.typed.text().strip())
        self._ask_code(None)

    # -- words

    def _names(self) -> dict[str, tuple[str, str]]:
        return {
            "purpose": (self.tr("用来做什么"), self.tr("比如：住户忘带门卡时，在窗口确认是本小区的人")),
            "necessity": (self.tr("为什么非用不可"), self.tr("别的办法哪里不够；要写具体")),
            "assessment": (self.tr("影响评估报告的编号"), self.tr("打开以前要先做个人信息保护影响评估")),
            "assessed_on": (self.tr("评估日期"), self.tr("照这样写：2026-11-23")),
            "handler": (self.tr("由谁处理"), self.tr("单位全称")),
            "contact": (self.tr("联系方式"), self.tr("居民有疑问、要撤回时找谁")),
            "place": (self.tr("摄像头拍哪里"), self.tr("印在标识上，比如：南门值班窗口前")),
        }

    def retranslate(self) -> None:
        for name, (words, help_text) in self._names().items():
            self.fields[name].set_words(words, help_text)
            self._facts[name].set_word(words)
        for fact in self._facts.values():
            fact.line_up(list(self._facts.values()))
        self._cancel.setText(self.tr("先不打开"))
        self.state.button.setText(self.tr("再试一次"))
        self._honest.setText(texts.sentence("faces.no_passive_check"))
        self.strict.set_choices([
            ("normal", self.tr("一般：两百多位生人里可能有一位认错")), ("strict", self.tr("严格：五千位生人里可能有一位认错，住户偶尔要多试一次")),
        ])  # fmt: skip
        self._strict_field.set_words(self.tr("认得多严"), self.tr("全小区的门岗一样"))
        for one, words in (
            (self.edit, self.tr("改这些内容")), (self.sign, self.tr("打印摄像头标识")), (self.notice, self.tr("打印告知书")),
            (self.off, self.tr("先关掉")), (self.end, self.tr("不再用了，全部删除")), (self.file, self.tr("打印备案材料")),
            (self.go, self.tr("认人、凭码撤回")), (self.backup, self.tr("备份人脸库")), (self.bring_back, self.tr("恢复备份")),
            (self.empty, self.tr("删掉打不开的人脸库")), (self._noted, self.tr("抄好了")), (self._go, self.tr("用这个码恢复")),
        ):  # fmt: skip
            one.setText(words)
        self.count.set_title(self.tr("人数"))
        self.vault.set_title(self.tr("人脸库的备份"))
        self._vault_help.setText(self.tr("平时的备份里没有人脸信息。要换电脑，才需要另外备份人脸库。"))
        self._typed_field.set_words(self.tr("备份时抄下的码"))
        self.show_model(self.model)

    def restyle(self) -> None:
        super().restyle()
        self._people.setSpacing(current().space("s"))
