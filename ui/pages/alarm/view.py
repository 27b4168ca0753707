"""The page of alarms: the list, those who wear a button, the form; Esc comes back to the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.alarm.model import AlarmsModel, Found, WearerForm
from ui.pages.alarm.view_parts import AlarmHistory, WearerPanel, WearersPanel
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.widgets import show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.alarm.presenter import AlarmsPresenter


class AlarmsPage(Page):
    """Panels: list, wearers, form."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"alarms", "wearers", "session", "device_standing", "site"})

    def __init__(self, presenter: AlarmsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model, self.section = AlarmsModel(), "list"
        self.list, self.wearers, self.wearer = AlarmHistory(presenter), WearersPanel(presenter), WearerPanel()
        self._panels: dict[str, QWidget] = {"list": self.list, "wearers": self.wearers, "form": self.wearer}
        for panel in self._panels.values():
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        presenter.show, presenter.edit = self.show_model, self.show_form
        presenter.saved, presenter.dropped = self._on_saved, self._on_dropped
        presenter.people, presenter.filled = self.wearer.person.show_doors, self.wearer.fill
        self.wearer.person.searched.connect(presenter.search)
        self.wearer.person.picked.connect(self._on_person)
        self.open("list")
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        if (section := str(arguments.get("section", ""))) in ("list", "wearers"):
            self.open(section)
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        if self.section == "list":
            return False
        self.open("wearers" if self.section == "form" else "list")
        return True

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return asdict(self.wearer.form()) if self.section == "form" else {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.show_form(WearerForm(**draft))

    def open(self, section: str) -> None:
        """One panel in front."""
        self.section = section
        for name, panel in self._panels.items():
            show_if(panel, name == section)
        self._say()

    def show_model(self, model: AlarmsModel) -> None:
        """Draw the lists; what is being typed stays."""
        self.model = model
        self.list.show_model(model)
        self.wearers.show_model(model)
        self._say()

    def show_form(self, form: WearerForm) -> None:
        self.open("form")
        self.wearer.show_form(form)
        self._say()

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        heading, sub = {"list": self._list_words, "wearers": self._wearer_words, "form": self._form_words}[
            self.section
        ]()
        self.set_heading(heading, sub)
        self.foot.show_acts(self._acts())
        self._main = self.foot.main()

    def _list_words(self) -> tuple[str, str]:
        n = self.model.open
        if not self.model.known:
            return self.tr("报警"), ""
        if n:
            return self.tr("有 {n} 条报警没有结束", "", n).format(n=n), ""
        return self.tr("现在没有报警"), self.tr("呼救、井盖、烟雾和夜里开门会显示在这里")

    def _wearer_words(self) -> tuple[str, str]:
        n = len(self.model.wearers)
        return self.tr("{n} 位戴着呼救按钮或手表", "", n).format(n=n), self.tr("名字和电话只在报警时显示")

    def _form_words(self) -> tuple[str, str]:
        words = self.tr("改登记") if self.wearer.known_id() else self.tr("登记佩戴呼救按钮的人")
        return words, self.tr("先问过本人或监护人")

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", lambda: self.on_back() or self._presenter.leave(), kind="quiet", key="Esc")
        if self.section == "form":
            acts = [Act(self.tr("存好"), "check", lambda: self._presenter.save(self.wearer.form()))]
            if self.wearer.known_id():
                acts.append(Act(self.tr("取消登记"), "trash", self._ask_drop, kind="quiet"))
            return [*acts, back]
        if self.section == "wearers":
            add = Act(self.tr("登记佩戴者"), "user-plus", self._presenter.new)
            return [add, back] if self.model.may_wear else [back]
        acts = [Act(self.tr("佩戴者"), "heart-handshake", lambda: self.open("wearers"), kind="quiet")]
        if self.model.may_rule:
            acts.append(Act(self.tr("自动规则"), "settings", lambda: self._presenter.go("automations"), kind="quiet"))
        return [*acts, back]

    def _ask_drop(self) -> None:
        wearer_id = self.wearer.known_id()
        question = Question(
            self.tr("取消登记？"), self.tr("名字、门牌和电话会在所有门岗删掉，不能撤回。以后这个按钮响了，不知道是谁。"),
            self.tr("删掉登记"), self.tr("先不删"), danger=True,
        )  # fmt: skip
        self._presenter.ask(question, lambda: self._presenter.drop(wearer_id))

    def _on_person(self, found: Found | None) -> None:
        if found is not None:
            self._presenter.choose_person(found.id)

    def _on_saved(self) -> None:
        self._presenter.say(self.tr("已登记，报警时会显示"))
        self.open("wearers")

    def _on_dropped(self) -> None:
        self._presenter.say(self.tr("已删掉登记"))
        self.open("wearers")
