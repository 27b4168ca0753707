"""Foot: the acts of the moment at the foot of a page whose panels change; the first act is what Enter presses.

`Foot(page)`; `show_acts([Act(words, icon, do, kind="", enabled=True, key="")])`, `main()` for the page's main_button().
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.widgets.buttons import BigButton
from ui.widgets.page import Page


@dataclass(frozen=True)
class Act:
    """kind "": main for the first act, quiet for the others."""

    words: str
    icon: str
    do: Callable[[], object]
    kind: str = ""
    enabled: bool = True
    key: str = ""


class Foot:
    """As many buttons as the panel needs; they are kept, so that the keyboard does not lose its place."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._buttons: list[BigButton] = []
        self._acts: list[Act] = []

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Other acts."""
        self._acts = list(acts)
        while len(self._buttons) < len(acts):
            self._add()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(acts))
            if number < len(acts):
                self._dress(button, acts[number], number)

    def main(self) -> BigButton | None:
        """What Enter presses, None when no act is the main one."""
        first = self._acts[0] if self._acts else None
        return (
            self._buttons[0] if first is not None and first.kind in ("", "main", "danger") and first.enabled else None
        )

    def button(self, number: int) -> BigButton:
        """The n-th button, for tests."""
        return self._buttons[number]

    def press(self, words: str) -> None:
        """Press the act with these words, for the tour."""
        at = next(number for number, act in enumerate(self._acts) if act.words == words)
        self._buttons[at].click()

    def _add(self) -> None:
        number = len(self._buttons)
        button = BigButton("", "quiet")
        button.clicked.connect(lambda: self._acts[number].do())
        self._buttons.append(button)
        self._page.add_action(button)

    def _dress(self, button: BigButton, act: Act, number: int) -> None:
        button.set_kind(act.kind or ("main" if number == 0 else "quiet"))
        button.set_icon(act.icon)
        button.set_key(act.key)
        button.setText(act.words)
        button.setEnabled(act.enabled)
