"""The card of an emergency: what stands on the screens, other sentences to show, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.pages.takeover.model import Prepared, TakeoverModel
from ui.shell.page import Page
from ui.shell.shortcuts import key_of
from ui.widgets import BigButton, Card, FlowLayout, label, set_role, show_if

if TYPE_CHECKING:
    from ui.pages.takeover.presenter import TakeoverPresenter


class TakeoverPage(Page):
    """One card a sentence; the one that stands is marked by colour, icon and words."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"screen", "settings", "session"})

    def __init__(self, presenter: TakeoverPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = TakeoverModel()
        self._hint = label("", "quiet")
        self._holder = QWidget()
        self._holder.setProperty("role", "clear")
        self._flow = FlowLayout(self._holder, gap="m", equal=True, columns=2)
        self._cards: list[Card] = []
        self.shows: list[BigButton] = []
        self.body.addWidget(self._hint)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.end, self._leave = BigButton("", "danger", "check"), BigButton("", "quiet", "", "Esc")
        self._edit = BigButton("", "quiet", "pencil")
        self.end.clicked.connect(presenter.end)
        self._edit.clicked.connect(presenter.edit)
        self._leave.clicked.connect(presenter.leave)
        self.set_main(self.end)
        self.add_action(self._edit)
        self.add_action(self._leave)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        if arguments.get("now"):
            self._presenter.key_held()
        else:
            self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_model(self, model: TakeoverModel) -> None:
        """Draw it; the cards are made anew only when the sentences are others."""
        if model.sentences != self.model.sentences or len(self._cards) != len(model.sentences):
            self._make_cards(model)
        self.model = model
        self._say()

    def _make_cards(self, model: TakeoverModel) -> None:
        for card in self._cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.shows = [], []
        for one in model.sentences:
            self._cards.append(self._card(one))
            self._flow.addWidget(self._cards[-1])

    def _card(self, one: Prepared) -> Card:
        card = Card(one.title)
        words = label(one.text)
        show_if(words, bool(one.text))
        button = BigButton("", "quiet", "device-desktop")
        button.clicked.connect(lambda: self._presenter.take(one.nth))
        card.body.addWidget(words)
        card.body.addStretch(1)
        card.body.addWidget(button)
        self.shows.append(button)
        return card

    def retranslate(self) -> None:
        self.end.setText(self.tr("结束，恢复平常的画面"))
        self._edit.setText(self.tr("改这些话"))
        self._leave.setText(self.tr("返回"))
        self._say()

    def _say(self) -> None:
        model = self.model
        if model.running:
            words = self.tr("公示屏正在显示：{title}").format(title=model.running)
            self.set_heading(words, self.tr("{time} 开始，一直显示到您按“结束”").format(time=model.since), keep=True)
        else:
            key = key_of("takeover")
            self.set_heading(
                self.tr("要在公示屏上显示哪一句？"), self.tr("任何页面按住 {key} 一秒，马上显示第一句").format(key=key)
            )
        set_role(self._heading, tone="bad" if model.running else "")
        self._hint.setText(self.tr("这台电脑现在没有接公示屏；其他门岗的公示屏会显示。"))
        show_if(self._hint, model.known and not model.here)
        show_if(self.end, bool(model.running))
        show_if(self._edit, model.may_edit)
        for one, card, button in zip(model.sentences, self._cards, self.shows, strict=True):
            stands = one.title == model.running
            card.set_tone("bad" if stands else "")
            button.setEnabled(not stands)
            button.setText(self.tr("正在显示") if stands else self.tr("显示这一句"))
