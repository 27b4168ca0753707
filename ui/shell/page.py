"""The page contract: what a file under ui/pages must offer, and what the shell promises it.

HOW TO WRITE A PAGE (read this whole; pages are strangers to each other and to the shell's widgets)

1. A page is a package `ui/pages/<room>/` with an EMPTY `__init__.py` and a light `page.py` that holds `PAGE = PageSpec(...)`.
   The registry (ui/pages/__init__.py) finds it by file: nothing else is edited. `page.py` imports only `ui.shell.page` and
   QtCore at its top, because the rail is painted from the specs before SQLAlchemy or cv2 are loaded (a test watches this):

       from PySide6.QtCore import QT_TRANSLATE_NOOP
       from ui.shell.page import Page, PageSpec, Ports

       def make(ports: Ports) -> Page:                 # called once the desk is open, on the Qt thread
           from ui.pages.find.presenter import FindPresenter
           from ui.pages.find.view import FindPage
           return FindPage(FindPresenter(ports))

       PAGE = PageSpec("find", str(QT_TRANSLATE_NOOP("pages", "查找")), icon="search", order=40, make=make)

2. `model.py`: frozen dataclasses the view draws. `presenter.py`: asks the desk, makes models. NEITHER IMPORTS Qt (a test
   watches this); no sentences in them either: they carry codes, numbers, names, and the view says them with
   `self.tr("还有 {n} 位").format(n=model.n)` (never an f-string) or `ui.texts.sentence(code, facts)`.
   `view.py`: subclass of `Page`, imports no desk service; it draws models and calls methods of its presenter.

3. A presenter gets `Ports` and keeps to them:

       class FindPresenter:
           def __init__(self, ports: Ports) -> None:
               self._turns = Turns(ports.desk, ports.say.problem)     # ui/shell/turns.py
               self.show: Callable[[FindModel], None] = ignore        # the view sets this in its __init__
           def search(self, text: str) -> None:
               self._turns.read("search", lambda r: reads.search(r, text), self._found)
           def _found(self, rows) -> None:
               self.show(FindModel(rows))

   `Turns.read(what, work, done, failed=None)` runs `work(reading)` on the disk-read lane, `Turns.write(...)` runs `work(unit)`
   on the disk-write lane as ONE unit of work. Answers come back on the Qt thread. Each `what` has its own numbering: an answer
   that a newer question of the same `what` has overtaken is dropped, and all are dropped after `Turns.forget()`. A write is
   never dropped: two presses of one button are refused by `Turns.busy(what)`, which the view uses to disable the button.

   `Page` here is the frame of ui/widgets/page.py: set_heading() says the situation, `self.body` takes the widgets (it scrolls),
   set_main(button) is the one action at the foot that Enter presses, add_action(button) the quieter ones. Other widgets:
   `from ui.widgets import ...`. End the constructor with `self.ready()`; put words into `retranslate()`.

4. The shell calls, always on the Qt thread:
   `on_show(**arguments)`  each time the page comes to the front (arguments of `ports.go.to(name, **arguments)`); start with
                           fresh data here: the shell has called `refresh()` before when the page was stale
   `refresh()`             a unit touching one of TOPICS has committed. Only called while the page is in front; a hidden page is
                           marked stale and refreshed when next shown. Many commits in a row become one call
   `on_scan(answer)`       the desk has identified a scan while this page is in front (`desk.codes.views.Identified`).
                           Return True when the page used it (the admit form takes a household code); False opens the result card
   `on_raw_scan(seen)`     before identification: only for pages that test a scanner or bind a card. Default False
   `on_card(card)`         an identity document was read (`desk.reception.rules_card.Card`); only the admit form takes it
   `on_back()`             Esc. True when the page used it (closed an inner panel); False lets the shell go back
   `on_hide()`             another page or a card comes to the front. Widgets and half-filled fields are kept as they are
   `main_button()`         the button that Enter presses while the scan line is empty; None when there is none
   `on_lack()`             Enter while the main button is grey (set_lack): bring the keyboard to what is missing
   `draft()`/`restore(d)`  what is half filled in, as a JSON-able dict; kept over a change of language or of colours (the page is
                           built anew then) and over a lock

   The scan line keeps the keyboard. A page takes it in on_show only when one came there to type (a form).

5. The page calls the shell through `ports.go` and `ports.say` (protocols below) and nothing else of it.
   Names, rooms and phones on a standing page are masked (desk.core.masking); in full only on the card one opened.

6. English goes into `resources/translations/en/<room>.toml` ("中文 {n}" = "English {n}", or "Class|中文" when the same text
   means two things), then `python -m ui.catalogue` writes the .ts and .qm. Sentences for codes of the desk go into
   `ui/texts_<room>.py` as code -> (Chinese, English). Steps of the tour go into `ui/pages/<room>/tour.py` (ui/tour.py).
   tests/ui/test_pages.py, test_texts.py, test_catalogue.py and tests/ui/test_every_page.py hold every page to this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets import page as frame

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from desk.reception.rules_card import Card
    from ui.shell.ports import Ports
else:  # the contract is imported from here; ports.py itself is free of Qt for the presenters
    from ui.shell.ports import Ports

QUIET_MS = 60  # many commits in a row (an import, a bulk check-out) become one redraw

__all__ = ["Page", "PageSpec", "Ports"]


@dataclass(frozen=True)
class PageSpec:
    """How the shell knows a page before it is built.

    name: stable, used by `ports.go.to`; title: Chinese source text marked with QT_TRANSLATE_NOOP("pages", ...);
    icon: name of a Tabler icon under resources/icons; order: place in the rail (today 10, admit 20, inside 30, find 40,
    codes 50, people 60, settings 90); in_rail: False for cards and pages opened from others; right: the operator right
    needed to see it, empty for everybody; room: the room of the rail it belongs to, for a page that is not in the rail.
    """

    name: str
    title: str
    icon: str
    order: int
    make: Callable[[Ports], Page]
    in_rail: bool = True
    right: str = ""
    room: str = ""

    def label(self) -> str:
        """The title in the language of the moment."""
        return QCoreApplication.translate("pages", self.title)


class _Scan(Protocol):
    """`desk.codes.views.Identified`: pages look at its kind and answer."""


class Page(frame.Page):
    """Base of every page. Subclasses set TOPICS and override the reactions they need."""

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(heading, parent)
        self._made = True
        self._stale = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._refresh_if_front)
        self.front = False  # set by the shell's stack

    def ready(self) -> None:
        """Last line of every page's constructor; the frame's own call comes too early for the words of a page."""
        if self._made:
            super().ready()

    def on_show(self, **arguments: Any) -> None:
        """Came to the front."""

    def on_hide(self) -> None:
        """Went behind another page or card."""

    def refresh(self) -> None:
        """Something of TOPICS changed and this page is in front."""

    def on_scan(self, answer: _Scan) -> bool:
        """An identified scan; True when used."""
        return False

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        """A scan before identification; True when used."""
        return False

    def on_card(self, card: Card) -> bool:
        """An identity document was read by a machine; True when used, False has the shell offer to register."""
        return False

    def on_back(self) -> bool:
        """Esc; True when used."""
        return False

    def main_button(self) -> QAbstractButton | None:
        """What Enter presses: what set_main() was given."""
        return self._main

    def press_main(self) -> bool:
        """Enter: the main button (of an inner panel while one is open); False when there is nothing to press."""
        button = self.main_button()
        if button is None or not button.isVisible():
            return False
        if not button.isEnabled():
            return self.on_lack()
        button.click()
        return True

    def on_lack(self) -> bool:
        """Enter while the main button is not ready: bring the keyboard to what is missing. True when used."""
        return False

    def draft(self) -> dict[str, Any]:
        """Half-filled fields as a JSON-able dict; empty when there is nothing worth keeping."""
        return {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Takes back what draft() gave."""

    def eyes_are_here(self, eyes: Any) -> None:
        """The cameras (ui.eyes.Eyes) were made while this page was in front; from then on they are in extras["eyes"]."""

    def topics_changed(self, topics: frozenset[str]) -> None:
        """Called by the shell on every commit; decides whether and when to refresh."""
        if topics & self.TOPICS:
            self._stale = True
            if self.front:
                self._quiet.start()

    def come_to_front(self, **arguments: Any) -> None:
        """Called by the shell's stack, never by pages."""
        self.front = True
        self._refresh_if_front()
        self.on_show(**arguments)

    def go_behind(self) -> None:
        """Called by the shell's stack, never by pages."""
        self.front = False
        self.on_hide()

    def _refresh_if_front(self) -> None:
        if self._stale and self.front:
            self._stale = False
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the window asks on_back() and then goes back itself
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.press_main()
        else:
            super().keyPressEvent(event)
