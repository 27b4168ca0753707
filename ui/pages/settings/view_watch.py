"""Section: the watch list. It never refuses anybody; it asks the desk to look twice."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import texts
from ui.pages.settings.model import WATCH_DAYS, WatchLine, WatchModel
from ui.pages.settings.view_panel import Panel, button, fill, said_label, say
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.themed import show_if

LINES = ("name", "phone", "plate", "reason", "advice", "owner")
KEEP_DAYS = 90


class WatchPanel(Panel):
    """step: `list`, `new`, `one` (a manager's look)."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = WatchModel()
        self.step, self._open = "list", ""
        self._rows = QVBoxLayout()
        self._list = QWidget()
        self._list.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._empty = EmptyState("flag", "", "")
        self.edits = {name: QLineEdit() for name in LINES}
        self.days = PickBox()
        self._form = Form(columns=2)
        self.fields: dict[str, Field] = {}
        for name, edit in self.edits.items():
            edit.setMaxLength(200)
            self.fields[name] = self._form.add(Field("", edit, optional=name not in ("reason", "owner")))
        self.fields["days"] = self._form.add(Field("", self.days))
        self._one = AttentionRow("info", "flag", "")
        self._keep = button("", lambda: self._review(KEEP_DAYS), "quiet", "check")
        self._end = button("", lambda: self._review(None), "quiet", "x")
        self._said = said_label()
        for widget in (self._empty, self._list, self._form, self._one, self._keep, self._end, self._said):
            self.column.addWidget(widget)
        self.ready()
        self._draw()

    def heading(self) -> tuple[str, str]:
        if self.step == "new":
            return self.tr("加到关注名单"), self.tr(
                "姓名、电话尾号、车牌至少写一样。只是提醒多看一眼，不会自动不让进。"
            )
        if self.step == "one":
            return self.tr("还要留着吗？"), ""
        due = sum(row.due for row in self.model.rows)
        if due:
            return self.tr("关注名单有 {n} 条该复核了", "", due).format(n=due), self.tr(
                "只是提醒多看一眼，不会自动不让进。"
            )
        return self.tr("关注名单"), self.tr("只是提醒多看一眼，不会自动不让进。到期自动去掉。")

    def main(self) -> str:
        return {"list": self.tr("加一条"), "new": self.tr("保存")}.get(self.step, "")

    def act(self) -> None:
        if self.step == "list":
            self._turn("new")
            return
        text = {name: edit.text().strip() for name, edit in self.edits.items()}
        self.presenter.add(**text, days=int(self.days.key()), done=self._on_saved)

    def back(self) -> bool:
        inner = self.step != "list"
        self._turn("list")
        return inner

    def leave(self) -> None:
        self._turn("list")

    def draft(self) -> dict[str, Any]:
        return {name: edit.text() for name, edit in self.edits.items()} if self.step == "new" else {}

    def restore(self, draft: dict[str, Any]) -> None:
        self._turn("new")
        for name, edit in self.edits.items():
            edit.setText(str(draft.get(name, "")))

    def show_model(self, model: WatchModel) -> None:
        self.model = model
        fill(self._rows, [self._row(one) for one in model.rows])
        if self.step == "one" and self._open not in {one.id for one in model.rows}:
            self.step = "list"
        self._draw()

    def _row(self, one: WatchLine) -> AttentionRow:
        sub = self.tr("{reason} · 负责 {owner} · 到 {until}").format(
            reason=one.reason, owner=one.owner, until=one.until
        )
        row = AttentionRow(
            "warn" if one.due else "plain", "flag", one.who, sub, self.tr("复核") if self.model.may_review else ""
        )
        row.acted.connect(lambda: self._look(one))
        return row

    def _look(self, one: WatchLine) -> None:
        self._open = one.id
        self._one.show_matter("info", "flag", one.who, one.reason)
        self._turn("one")

    def _review(self, days: int | None) -> None:
        if days is None:
            self.presenter.end(self._open)
        else:
            self.presenter.keep(self._open, days)
        self._turn("list")

    def _turn(self, step: str) -> None:
        self.step = step
        if step == "list":
            for edit in self.edits.values():
                edit.clear()
        say(self._said, "")
        self._draw()
        if step == "new":
            self.edits["name"].setFocus()

    def _draw(self) -> None:
        show_if(self._empty, self.step == "list" and not self.model.rows)
        show_if(self._list, self.step == "list" and bool(self.model.rows))
        show_if(self._form, self.step == "new")
        for widget in (self._one, self._keep, self._end):
            show_if(widget, self.step == "one")
        self.turned.emit()

    def _on_saved(self) -> None:
        self._turn("list")
        self.done.emit(self.tr("已加到关注名单。"))

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        said = {
            "name": (self.tr("姓名"), ""),
            "phone": (self.tr("电话"), self.tr("只留后 4 位")),
            "plate": (self.tr("车牌"), ""),
            "reason": (self.tr("为什么要留意"), self.tr("写事实，比如：11 月 3 日冒充快递")),
            "advice": (self.tr("见到了怎么办"), self.tr("比如：请打物业值班电话")),
            "owner": (self.tr("谁负责"), self.tr("由谁来定期看还要不要留着")),
            "days": (self.tr("留多久"), ""),
        }
        for name, (title, help_text) in said.items():
            self.fields[name].set_words(title, help_text)
        key = self.days.key() or str(KEEP_DAYS)
        self.days.set_choices([(str(n), self.tr("{n} 天").format(n=n)) for n in WATCH_DAYS])
        self.days.set_key(key)
        self._empty.show_state("flag", self.tr("关注名单是空的"), self.tr("需要留意的人会列在这里，到期自动去掉。"))
        self._keep.setText(self.tr("再留 {n} 天").format(n=KEEP_DAYS))
        self._end.setText(self.tr("去掉"))
        self.show_model(self.model)
