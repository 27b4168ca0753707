"""Words of the sub-district for this gate: shown over every page until somebody says that they have been read. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.shell.ports import Say, ignore
from ui.shell.turns import Turns, Works

if TYPE_CHECKING:
    from desk.store.notices import Notice


@dataclass(frozen=True)
class Words:
    """The notice to show now. more: how many wait behind it."""

    id: str
    text: str
    emergency: bool
    more: int = 0


class District:
    """`show(words)` draws the first that was not read, None when there is none."""

    def __init__(self, desk: Works, say: Say) -> None:
        self._say = say
        self._turns = Turns(desk, say.problem)
        self.show: Callable[[Words | None], None] = ignore
        self.now: Words | None = None
        self._alarmed: set[str] = set()

    def refresh(self) -> None:
        def work(r: Any) -> tuple[Notice, ...]:
            from desk.store.notices import notices

            return tuple(one for one in notices(r) if not one.shown)

        self._turns.read("notices", work, self._on_notices)

    def read(self) -> None:
        """Somebody has read the one that is shown; the district hears of it."""
        if self.now is None:
            return
        notice_id = self.now.id

        def work(u: Any) -> None:
            from desk.store.notices import shown

            shown(u, notice_id)

        self._turns.write("shown", work, lambda _: self.refresh())

    def _on_notices(self, waiting: tuple[Notice, ...]) -> None:
        first = waiting[0] if waiting else None
        self.now = Words(first.id, first.text, first.emergency, len(waiting) - 1) if first else None
        if self.now and self.now.emergency and self.now.id not in self._alarmed:
            self._alarmed.add(self.now.id)
            self._say.tone("alarm")
        self.show(self.now)
