"""What every section of the settings is made of: a heading, a column, at most one main action."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label, set_role, show_if


class Panel(Themed, QWidget):
    """turned(): heading or main action have changed; done(words): something went well."""

    FILLS = False  # it takes all the height there is (a list that scrolls by itself)
    turned = Signal()
    done = Signal(str)

    def __init__(self, presenter: Any) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.presenter = presenter
        self.locked: list[QWidget] = []  # what cannot be used without the right
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def heading(self) -> tuple[str, str]:
        return "", ""

    def main(self) -> str:
        """Words of the main action, "" for none."""
        return ""

    def act(self) -> None:
        """The main action."""

    def refresh(self) -> None:
        self.presenter.refresh()

    def back(self) -> bool:
        """Esc inside the section; True when there was an inner step to leave."""
        return False

    def leave(self) -> None:
        """Another page or section comes: let go of what must not go on, forget what must not stay."""

    def lock(self, may: bool) -> None:
        for widget in self.locked:
            widget.setEnabled(may)

    def draft(self) -> dict[str, Any]:
        return {}

    def restore(self, draft: dict[str, Any]) -> None:
        """Takes back what draft() gave."""

    def restyle(self) -> None:
        self.column.setSpacing(current().space("l"))


def row_of(*widgets: QWidget) -> QWidget:
    """Buttons beside each other, wrapping where it is narrow."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    flow = FlowLayout(holder, gap="m")
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def said_label() -> QLabel:
    """The line that says how an act went; empty and hidden until then."""
    made = label("", "strong")
    made.hide()
    return made


def say(line: QLabel, words: str, tone: str = "ok") -> None:
    """Says it; an empty text takes the line away."""
    line.setText(words)
    set_role(line, tone=tone)
    show_if(line, bool(words))


def fill(box: QVBoxLayout, widgets: list[QWidget]) -> None:
    """Other rows in a column."""
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        box.addWidget(widget)


def button(words: str, act: Any, kind: str = "row", icon: str = "") -> BigButton:
    made = BigButton(words, kind, icon)
    made.clicked.connect(lambda _=False: act())
    return made


LEFT = Qt.AlignmentFlag.AlignLeft
