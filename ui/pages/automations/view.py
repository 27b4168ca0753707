"""The page of rules: the list, a rule being set, where alarms ring; Esc comes back to the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.automations.model import RuleForm, RuleRow, RulesModel
from ui.pages.automations.view_form import RingsPanel, RulePanel
from ui.pages.automations.view_list import RulesPanel
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.widgets import show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.automations.presenter import AutomationsPresenter


class AutomationsPage(Page):
    """Panels: list, form, rings."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"automations", "devices", "device_standing", "session"})

    def __init__(self, presenter: AutomationsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model, self.section = RulesModel(), "list"
        self.list, self.rule, self.rings = RulesPanel(presenter), RulePanel(), RingsPanel()
        self._panels: dict[str, QWidget] = {"list": self.list, "form": self.rule, "rings": self.rings}
        for panel in self._panels.values():
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        presenter.show, presenter.saved = self.show_model, self._on_saved
        self.list.opened.connect(self._on_opened)
        self.open("list")
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        if self.section == "list":
            return False
        self.open("list")
        return True

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return asdict(self.rule.form()) if self.section == "form" else {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.show_form(RuleForm(**{**draft, "sorts": tuple(draft.get("sorts", ()))}))

    def open(self, section: str) -> None:
        """One panel in front."""
        self.section = section
        for name, panel in self._panels.items():
            show_if(panel, name == section)
        if section == "rings":
            self.rings.show_rings(self.model)
        self._say()

    def show_model(self, model: RulesModel) -> None:
        """Draw the list; what is being typed stays."""
        self.model = model
        self.list.show_model(model)
        self._say()

    def show_form(self, form: RuleForm) -> None:
        self.rule.show_form(form, self.model)
        self.open("form")

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        heading, sub = {"list": self._list_words, "form": self._form_words, "rings": self._ring_words}[self.section]()
        self.set_heading(heading, sub)
        self.foot.show_acts(self._acts())
        self._main = self.foot.main()

    def _list_words(self) -> tuple[str, str]:
        paused = sum(bool(row.paused) for row in self.model.rows)
        if paused:
            return self.tr("有 {n} 条规则暂停着", "", paused).format(n=paused), self.tr("到时间会自己恢复")
        return self.tr("这些事会自己做"), self.tr("每次都记下来，随时可以暂停")

    def _form_words(self) -> tuple[str, str]:
        return (self.tr("改这条规则") if self.rule.known_id() else self.tr("加一条规则")), self.tr("存好就生效")

    def _ring_words(self) -> tuple[str, str]:
        return self.tr("报警还在哪里响"), ""

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", lambda: self.on_back() or self._presenter.leave(), kind="quiet", key="Esc")
        if not self.model.may:
            return [back]
        if self.section == "form":
            acts = [Act(self.tr("存好"), "check", lambda: self._presenter.save(self.rule.form()))]
            if self.rule.known_id():
                acts.append(Act(self.tr("去掉这条规则"), "trash", self._ask_drop, kind="quiet"))
            return [*acts, back]
        if self.section == "rings":
            return [Act(self.tr("存好"), "check", lambda: self._presenter.save_rings(self.rings.rings())), back]
        return [
            Act(self.tr("加规则"), "plus", lambda: self.show_form(RuleForm())),
            Act(self.tr("报警响到哪里"), "bell", lambda: self.open("rings"), kind="quiet"),
            Act(self.tr("报警记录"), "urgent", lambda: self._presenter.go("alarm"), kind="quiet"), back,
        ]  # fmt: skip

    def _on_opened(self, row: RuleRow) -> None:
        self.show_form(row.form)

    def _ask_drop(self) -> None:
        rule_id = self.rule.known_id()
        question = Question(
            self.tr("去掉这条规则？"), self.tr("以后不会再自己做。做过的记录留着。"), self.tr("去掉"), self.tr("先不去掉"), danger=True
        )  # fmt: skip
        self._presenter.ask(question, lambda: self._presenter.drop(rule_id))

    def _on_saved(self) -> None:
        if self.section != "list":
            self._presenter.say(self.tr("已存好，现在就生效"))
            self.open("list")
        self._presenter.refresh()
