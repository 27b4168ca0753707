"""The help page: one chapter of the manual in large letters, or the table of contents."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.screen.rules_board import Board
from ui import i18n
from ui.manual import book
from ui.manual.reader import Reader
from ui.pages.help.presenter import HelpPresenter
from ui.pages.help.view_contents import Contents
from ui.paper import gate_card
from ui.shell import papers
from ui.shell.page import Page
from ui.shell.shortcuts import key_table
from ui.widgets.buttons import BigButton


class HelpPage(Page):
    """F1 says which page one came from (`about`); nothing to learn by heart."""

    def __init__(self, presenter: HelpPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._chapter = book.FIRST
        self.reader, self.contents = Reader(), Contents(presenter.open)
        for part in (self.reader, self.contents):
            self.body.addWidget(part, 1)
        self._back = BigButton("", "main", "arrow-left", "Esc")
        self._back.clicked.connect(self._on_leave)
        self.set_main(self._back)
        self.contents_button = self._add("list-check", presenter.contents)
        self.wall_button = self._add("printer", presenter.wall)
        self._practise = self._add("mood-smile", presenter.practise)
        presenter.opened, presenter.card = self._open, self._on_card
        self.ready()

    def _add(self, icon: str, act: Any) -> BigButton:
        button = BigButton("", "quiet", icon)
        button.clicked.connect(lambda _=False: act())
        self.add_action(button)
        return button

    def on_show(self, about: str = "", **arguments: Any) -> None:
        self._presenter.open_for(about)

    def on_back(self) -> bool:
        return self._presenter.back()

    def draft(self) -> dict[str, Any]:
        return {"chapter": self._chapter}

    def restore(self, draft: Any) -> None:
        self._presenter.open(str(draft.get("chapter", book.FIRST)))

    def retranslate(self) -> None:
        self.contents_button.setText(self.tr("目录"))
        self.wall_button.setText(self.tr("打印一页，贴墙上"))
        self._practise.setText(self.tr("我的第一个早上（练十分钟）"))
        self._back.setText(self.tr("返回"))
        self._open(self._chapter)

    def _on_leave(self) -> None:
        if not self._presenter.back():
            self._presenter.leave()

    def _open(self, chapter: str) -> None:
        self._chapter = chapter
        lang = i18n.current()
        self.contents_button.setVisible(bool(chapter))
        for button in (self.wall_button, self._practise):  # one who reads needs the room
            button.setVisible(not chapter)
        self._swap(self.reader if chapter else self.contents)
        if not chapter:
            self.set_heading(self.tr("想看哪一章？"))
            return
        title = book.title(chapter, lang)
        self.set_heading(title)
        self.reader.setAccessibleName(title)
        self.reader.show_chapter(book.body(chapter, lang).replace(book.KEYS, key_table()), lang)

    def _swap(self, front: QWidget) -> None:
        for part in (self.reader, self.contents):
            part.setVisible(part is front)
        self.scroller.verticalScrollBar().setValue(0)

    def _on_card(self, board: Board, address: str) -> None:
        papers.send(gate_card.job(board, address), self)
