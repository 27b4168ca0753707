"""The page area: one page in front, the way back, and the lock over everything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.page import Page, PageSpec

log = logging.getLogger("ui.shell")

HOME, LOCK, RESULT, HELP = "today", "signon", "result", "help"
OPEN_WHILE_LOCKED = (LOCK, "urgent", "rollcall", "takeover")
LONGEST_WAY = 12


class Stack(QStackedWidget):
    """Pages are made when first shown and kept. moved(name): another page is in front."""

    moved = Signal(str)

    def __init__(
        self,
        specs: Sequence[PageSpec],
        make: Callable[[PageSpec], Page],
        may: Callable[[PageSpec], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in specs}
        self._make = make
        self._may = may
        self._pages: dict[str, Page] = {}
        self._way: list[str] = []
        self._drafts: dict[str, dict[str, Any]] = {}
        self._locked = False
        self.name = ""

    def has(self, name: str) -> bool:
        return name in self._specs

    def front(self) -> Page | None:
        """The page one looks at."""
        return self._pages.get(self.name)

    def page(self, name: str) -> Page | None:
        """A page that has been made, in front or not."""
        return self._pages.get(name)

    def to(self, name: str, /, **arguments: Any) -> bool:
        """Bring a page to the front. False when there is none of that name, or the desk is locked, or it is not allowed."""
        spec = self._specs.get(name)
        if spec is None or not self._may(spec) or (self._locked and name not in OPEN_WHILE_LOCKED):
            return False
        if name == self.name:
            self._pages[name].on_show(**arguments)
            return True
        if self.name and self._specs[self.name].in_rail:
            self._way = [*self._way, self.name][-LONGEST_WAY:]
        self._show(name, arguments)
        return True

    def back(self) -> None:
        """To where one was; from the beginning of the way, home."""
        if self._locked and self.name == LOCK:
            return
        target = LOCK if self._locked else self._way.pop() if self._way else self.home()
        if target != self.name:
            self._show(target, {})

    def home(self) -> str:
        """Today; for an operator who may not see it, the first room they may."""
        rooms = sorted((spec for spec in self._specs.values() if spec.in_rail), key=lambda spec: spec.name != HOME)
        return next((spec.name for spec in rooms if self._may(spec)), HELP)

    def set_locked(self, locked: bool) -> None:
        """The sign-on page over everything, and back to where one was."""
        if locked == self._locked or not self.has(LOCK):
            return
        if locked:
            self.to(LOCK)
            self._locked = True
        else:
            self._locked = False
            if self.name == LOCK:
                self.back()

    @property
    def locked(self) -> bool:
        return self._locked

    def topics_changed(self, topics: frozenset[str]) -> None:
        for page in self._pages.values():
            page.topics_changed(topics)

    def renew(self, specs: Sequence[PageSpec]) -> list[Page]:
        """Make every page anew (another language, other colours), keeping what is half filled in.

        Answers the former pages, out of sight: the caller deletes them once nothing more is answered to them.
        """
        name = self.name
        former = list(self._pages.values())
        for known, page in self._pages.items():
            self._drafts[known] = page.draft()
            page.front = False
            self.removeWidget(page)
        self._pages.clear()
        self._specs = {spec.name: spec for spec in specs}
        self.name = ""
        if name:
            self._show(name if name != RESULT else self.home(), {})
        return former

    def _show(self, name: str, arguments: dict[str, Any]) -> None:
        page = self._page(name)
        before = self.front()
        if before is not None:
            before.go_behind()
            focus = self.window().focusWidget()
            if focus is not None and before.isAncestorOf(focus):
                focus.clearFocus()  # Qt would pass it on to some field of the next page that nobody came to type into
        self.name = name
        self.setCurrentWidget(page)
        page.come_to_front(**arguments)
        self.moved.emit(name)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._make(self._specs[name])
            self._pages[name] = page
            self.addWidget(page)
            draft = self._drafts.pop(name, {})
            if draft:
                page.restore(draft)
        return self._pages[name]
