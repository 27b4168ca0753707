"""The page of the public screen: the list, and one panel at a time over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.screen.model import Draft, ScreenModel
from ui.pages.screen.view_edit import EditPanel
from ui.pages.screen.view_list import ListPanel
from ui.pages.screen.view_panels import NUMBERS, SENTENCES, MonitorPanel, PairsPanel
from ui.paper import board, wall
from ui.shell import papers
from ui.shell.page import Page
from ui.shell.shortcuts import key_of
from ui.widgets import Field, show_if, text_box
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.screen.presenter import ScreenPresenter


class ScreenPage(Page):
    """Panels: list, edit, monitor, sentences, numbers; Esc comes back to the list."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"screen", "settings", "session", "clock"})

    def __init__(self, presenter: ScreenPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = ScreenModel()
        self.section = "list"
        self.list, self.form = ListPanel(presenter), EditPanel(presenter)
        self.monitor = MonitorPanel()
        self.sentences, self.numbers = PairsPanel(SENTENCES, tall=True), PairsPanel(NUMBERS, tall=False)
        self.rules = Field("", text_box(5), optional=True)
        self.numbers.body.addWidget(self.rules)
        self._panels: dict[str, QWidget] = {
            "list": self.list, "edit": self.form, "monitor": self.monitor, "sentences": self.sentences, "numbers": self.numbers,
        }  # fmt: skip
        for panel in self._panels.values():
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        presenter.show, presenter.edit = self.show_model, self.show_draft
        presenter.saved, presenter.retracted, presenter.printed = self._on_saved, self._on_retracted, self._on_paper
        self.monitor.chosen.connect(presenter.choose)
        for name, act in (
            ("monitor", lambda: self.open("monitor")),
            ("sentences", lambda: self.open("sentences")), ("numbers", lambda: self.open("numbers")),
            ("wall", presenter.wall), ("board", presenter.board),
        ):  # fmt: skip
            self.list.acts[name].clicked.connect(lambda _=False, act=act: act())
        self._follow()
        self.open("list")
        self.ready()

    def _follow(self) -> None:
        """The running screen tells what it shows, and where it stands."""
        self._followed = screen = self._presenter.screen
        if screen is not None:
            screen.told.connect(self.list.show_shown)
            screen.keeper.changed.connect(self._presenter.refresh)
            self.list.show_shown(screen.shown)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if self._followed is None:
            self._follow()
        section = str(arguments.get("section", ""))
        if section in self._panels:
            self.open(section)
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
        return asdict(self.form.draft()) if self.section == "edit" else {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.show_draft(Draft(**draft))

    # -- drawing

    def open(self, section: str) -> None:
        """One panel in front."""
        self.section = section
        for name, panel in self._panels.items():
            show_if(panel, name == section)
        if section == "sentences":
            self.sentences.show_pairs(self.model.sentences)
        elif section == "numbers":
            self.numbers.show_pairs(self.model.numbers)
            self.rules.editor.setPlainText(self.model.rules)  # type: ignore[attr-defined]
        self._say()

    def show_model(self, model: ScreenModel) -> None:
        """Draw the list; what is being typed stays."""
        first = not self.model.known
        self.model = model
        self.list.show_model(model)
        self.monitor.show_where(model.where)
        if first and self.section != "list":
            self.open(self.section)
        self._say()

    def show_draft(self, draft: Draft) -> None:
        """The form, filled."""
        self.open("edit")
        self.form.show_draft(draft)
        self._say()

    def retranslate(self) -> None:
        first = [self.tr("第一句（按住 {key} 就显示）").format(key=key_of("takeover"))]
        first += [self.tr("第 {n} 句").format(n=n) for n in range(2, SENTENCES + 1)]
        self.sentences.say(
            self.tr("紧急时公示屏上说什么"),
            self.tr("短，先说要做什么。不写姓名、房号和电话。"),
            first,
            self.tr("下面一行小字"),
        )
        self.numbers.say(
            self.tr("大家都可以看的电话"), self.tr("显示在公示屏上，也可以写进公告。只写办公电话，不写私人号码。"),
            [self.tr("名称 {n}").format(n=n) for n in range(1, NUMBERS + 1)], self.tr("号码"),
        )  # fmt: skip
        self.rules.set_words(self.tr("告示牌上的守则，一行一条"))
        self._say()

    def _say(self) -> None:
        heading, sub = {
            "list": self._list_words, "edit": self._edit_words, "monitor": lambda: (self.tr("公示屏放在哪台显示器"), ""),
            "sentences": lambda: (self.tr("先把紧急用语准备好"), ""), "numbers": lambda: (self.tr("电话和守则"), ""),
        }[self.section]()  # fmt: skip
        self.set_heading(heading, sub)
        self.foot.show_acts(self._acts())
        self._main = self.foot.main()

    def _list_words(self) -> tuple[str, str]:
        model = self.model
        if model.emergency:
            return self.tr("公示屏正在显示紧急通知：{title}").format(title=model.emergency), ""
        if not model.known:
            return self.tr("公示屏"), ""
        if model.shown:
            n = model.shown
            return self.tr("公示屏正在放 {n} 条公告", "", n).format(n=n), self.tr("值班表、今日接待和电话会自己显示")
        return self.tr("公示屏现在没有公告"), self.tr("值班表、今日接待和电话会自己显示")

    def _edit_words(self) -> tuple[str, str]:
        words = self.tr("写一条公告") if self.form.is_new() else self.tr("改这条公告")
        return words, self.tr("从四米外看得清：标题短，内容只留要紧的")

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", lambda: self.on_back() or self._presenter.leave(), kind="quiet", key="Esc")
        main = {
            "list": Act(self.tr("写公告"), "plus", self._presenter.new),
            "edit": Act(self.tr("挂上公示屏"), "check", self._save),
            "sentences": Act(self.tr("存好这些话"), "check", lambda: self._presenter.save_sentences(self.sentences.pairs())),
            "numbers": Act(self.tr("存好"), "check", self._save_numbers),
        }.get(self.section)  # fmt: skip
        acts = [main] if main is not None and self.model.may_edit else []
        if self.section == "list":
            acts.append(Act(self.tr("紧急通知"), "alert-octagon", self._presenter.emergency, kind="quiet"))
        return [*acts, back]

    # -- acts

    def _save(self) -> None:
        self._presenter.save(self.form.draft())

    def _save_numbers(self) -> None:
        rules = self.rules.editor.toPlainText()  # type: ignore[attr-defined]
        self._presenter.save_numbers(self.numbers.pairs(), rules)

    def _on_saved(self) -> None:
        words = self.tr("已挂上公示屏") if self.section == "edit" else self.tr("已存好")
        self._presenter.done(words)
        self.open("list")

    def _on_retracted(self, title: str, item_id: str) -> None:
        self._presenter.offer_undo(self.tr("已撤下：{title}").format(title=title), item_id)

    def _on_paper(self, facts: dict[str, Any]) -> None:
        if "wall" in facts:
            if papers.send(wall.job(facts["wall"]), self):
                self._presenter.lies_on_paper([item.id for item in facts["wall"].shown])
        else:
            papers.send(board.job(facts["here"], facts["house"], facts["board"], facts["rules"]), self)
