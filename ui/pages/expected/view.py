"""Announced visits on the screen: two lists, two forms, one of the four in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.expected.model import ExpectedModel
from ui.pages.expected.view_forms import AnnouncePanel, FormPanel, StandingPanel
from ui.pages.expected.view_lists import AnnouncedPanel, StandingListPanel
from ui.shell.page import Page
from ui.widgets import BigButton, show_if

if TYPE_CHECKING:
    from ui.pages.expected.presenter import ExpectedPresenter


class ExpectedPage(Page):
    """section: `announced` or `standing`; a form over either."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits", "standing", "codes", "session"})

    def __init__(self, presenter: ExpectedPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = ExpectedModel()
        self.section = "announced"
        self.form: FormPanel | None = None
        self.announced, self.standing = AnnouncedPanel(presenter), StandingListPanel(presenter)
        self.announce, self.give = AnnouncePanel(presenter), StandingPanel(presenter)
        for widget in (self.announced, self.standing, self.announce, self.give):
            self.body.addWidget(widget, 1)
        for form in (self.announce, self.give):
            form.closed.connect(self.close_form)
        self.announced.asked.connect(self.open_form)
        self.standing.asked.connect(self.open_form)
        self.new, self.other = BigButton("", "main", "calendar-plus"), BigButton("", "quiet", "switch-horizontal")
        self.leave = BigButton("", "quiet", "", "Esc")
        self.new.clicked.connect(self.open_form)
        self.other.clicked.connect(self._on_other)
        self.leave.clicked.connect(presenter.leave)
        self.set_main(self.new)
        self.add_action(self.other)
        for form in (self.announce, self.give):
            for button in (form.save, form.with_pass, form.no):
                self.add_action(button)
        self.add_action(self.leave)
        presenter.show = self.show_model
        presenter.done = self._on_done
        presenter.kept = self.close_form
        self.ready()
        self._say()

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if section := str(arguments.get("section", "")):
            self.section = section
        self._presenter.refresh()
        if arguments.get("new"):
            self.open_form()
        self._say()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        if self.form is not None:
            self.close_form()
            return True
        return False

    def on_scan(self, answer: Any) -> bool:
        """A household code while a form is open names the household."""
        kind = answer.kind.value if answer.kind is not None else ""
        if self.form is None or kind != "indoor" or answer.answer.value != "valid":
            return False
        self._presenter.scanned_door(answer.subject_id, self.form.pick)
        return True

    def main_button(self) -> QAbstractButton | None:
        return self.form.save if self.form is not None else self.new

    def on_tight(self) -> None:
        for panel in (self.announced, self.standing):
            panel.be_tight(self.tight())

    # -- drawing

    def show_model(self, model: ExpectedModel) -> None:
        """Draw both lists."""
        self.model = model
        self.announced.show_model(model)
        self.standing.show_model(model)
        self._say()

    def open_form(self) -> None:
        """The form of this section, empty."""
        self.form = self.announce if self.section == "announced" else self.give
        self._say()
        self.form.begin()

    def close_form(self) -> None:
        self.form = None
        self._say()

    def _on_other(self) -> None:
        self.section = "standing" if self.section == "announced" else "announced"
        self._say()

    def _say(self) -> None:
        today = self.section == "announced"
        shown: QWidget = self.form or (self.announced if today else self.standing)
        for widget in (self.announced, self.standing, self.announce, self.give):
            widget.setVisible(widget is shown)
        for form in (self.announce, self.give):
            for button in (form.save, form.with_pass, form.no):
                show_if(button, form is self.form and (button is not form.with_pass or self.model.may_pass))
        for button in (self.other, self.leave):
            show_if(button, self.form is None)
        show_if(self.new, self.form is None and (self.model.may_pass or today))
        self.new.setText(self.tr("记一位预约") if today else self.tr("开一张长期通行证"))
        self.other.setText(self.tr("长期通行证") if today else self.tr("今天的预约"))
        self.leave.setText(self.tr("返回"))
        self.set_heading(self._heading_words())

    def _heading_words(self) -> str:
        model = self.model
        if self.form is not None:
            return self.tr("请边听电话边填") if self.section == "announced" else self.tr("请问清哪几天、几点来")
        if self.section == "standing":
            return self.tr("{n} 张长期通行证", "", len(model.standing)).format(n=len(model.standing))
        late = sum(one.late for one in model.announced)
        if late:
            return self.tr("今天还有 {n} 位预约没来，{late} 位过了时间").format(n=len(model.announced), late=late)
        if model.announced:
            return self.tr("今天还有 {n} 位预约没来").format(n=len(model.announced))
        return self.tr("今天没有预约在等")

    def retranslate(self) -> None:
        self._say()

    def _on_done(self, act: str, undo: Callable[[], None] | None) -> None:
        words = {
            "announced": self.tr("预约已记下"), "standing": self.tr("长期通行证已记下"), "cancelled": self.tr("预约已取消"),
            "no_show": self.tr("已记下没有来"), "revoked": self.tr("长期通行证已收回，从现在起不能用"),
        }[act]  # fmt: skip
        self._presenter.offer_undo(words, undo)
