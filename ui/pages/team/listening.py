"""Availability of many at once: a pasted chat list, a tick sheet typed in. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ui.pages.team import asks
from ui.pages.team.model import COLUMNS, LETTERS, PARTS, HeardRow

if TYPE_CHECKING:
    from desk.duty.rules_availability import Line
    from ui.pages.team.presenter import TeamPresenter

CHAT, SHEET = "chat", "sheet"


class Listening:
    """Nothing is written before somebody has looked at it, and what was not understood stays in the box."""

    def __init__(self, presenter: TeamPresenter) -> None:
        self._presenter = presenter
        self._saved_here: set[str] = set()  # members of this list whose rows were taken over before

    def read(self, text: str) -> None:
        """What stands in the box so far."""
        presenter, model = self._presenter, self._presenter.model
        if not text.strip():
            self._saved_here = set()
        settled = model.settled if text.startswith(model.pasted) and model.pasted else ()
        month = model.month
        presenter.model = model.__class__(**{**vars(model), "settled": settled})
        presenter.turns.read(
            "heard", lambda r: asks.heard(r, text, month, settled), lambda fields: presenter.change(**fields)
        )

    def settle(self, row: HeardRow, member_id: str) -> None:
        """This row is that member's."""
        model = self._presenter.model
        settled = (*(one for one in model.settled if one[0] != row.nth), (row.nth, member_id))
        self._presenter.change(settled=settled)
        month, text = model.month, model.pasted
        self._presenter.turns.read(
            "heard", lambda r: asks.heard(r, text, month, settled), lambda fields: self._presenter.change(**fields)
        )

    def take_in(self, row: HeardRow, capacity: str) -> None:
        """Whoever this row names joins the team."""
        from desk.duty import service_team
        from desk.duty.service_team import About

        self._presenter.turns.write(
            "member",
            lambda u: service_team.add_member(u, About(row.name, capacity)),
            lambda eid: self._joined(row, eid),
        )

    def save(self) -> None:
        """Take over the rows that are understood; the others stay in the box."""
        from desk.duty import reads_team, rules_chat, service_team

        model = self._presenter.model
        text, month, settled, again = model.pasted, model.month, model.settled, set(self._saved_here)

        def work(u: Any) -> tuple[dict[str, list[Line]], str]:
            rows, _ = asks.read(text, month, reads_team.members(u), settled)
            said = rules_chat.taken(rows)
            for member in again & said.keys():  # another row of theirs was taken over a moment ago
                said[member] += _of_month(reads_team.lines(u, [member]).get(member, []), month)
            before = service_team.say_month(u, month, said, CHAT)
            return before, "\n".join(row.text for row in rows if not row.ready)

        self._presenter.turns.write("heard", work, lambda answer: self._saved(answer, month))

    def give_back(self, month: str, before: Mapping[str, Sequence[Line]], source: str, text: str = "") -> None:
        """As it was before the list or the sheet."""
        from desk.duty import service_team

        self._presenter.turns.write(
            "heard", lambda u: service_team.say_month(u, month, before, source), lambda _: self._given_back(text)
        )

    # -- the tick sheet

    def tick(self, member_id: str, letters: str) -> None:
        """The ticks of one row of the sheet."""
        clean = "".join(sorted({letter for letter in letters.upper() if letter in LETTERS}))
        ticks = dict(self._presenter.model.ticks)
        ticks[member_id] = clean
        self._presenter.change(ticks=tuple(ticks.items()))

    def save_sheet(self) -> None:
        """Every row that was typed; one without a tick can at no time."""
        from desk.duty import service_team

        model = self._presenter.model
        said = {member: _lines(letters, model.month) for member, letters in model.ticks}
        month = model.month
        self._presenter.turns.write(
            "sheet", lambda u: service_team.say_month(u, month, said, SHEET),
            lambda before: self._sheet_saved(before, month, len(said)),
        )  # fmt: skip

    # -- answers

    def _joined(self, row: HeardRow, member_id: str) -> None:
        self._presenter.told("added", 0)
        self._presenter.refresh()
        self.settle(row, member_id)

    def _saved(self, answer: tuple[dict[str, list[Line]], str], month: str) -> None:
        before, left = answer
        text = self._presenter.model.pasted
        self._saved_here |= set(before)
        self._presenter.change(settled=(), pasted=left)
        self._presenter.told("heard", len(before), lambda: self.give_back(month, before, CHAT, text))
        self._presenter.refresh()
        self.read(left)

    def _given_back(self, text: str) -> None:
        self._presenter.told("given_back", 0)
        self._presenter.refresh()
        if text:
            self.read(text)

    def _sheet_saved(self, before: dict[str, list[Line]], month: str, n: int) -> None:
        self._presenter.change(ticks=())
        self._presenter.told("sheet", n, lambda: self.give_back(month, before, SHEET))
        self._presenter.refresh()


def _of_month(lines: Sequence[Line], month: str) -> list[Line]:
    return [one for one in lines if one.source == CHAT and one.from_day[:7] == month]


def _lines(letters: str, month: str) -> list[Line]:
    from desk.duty.rules import Says, days_of
    from desk.duty.rules_availability import Line

    days = days_of(month)
    if not letters:
        return [Line("", Says.CANNOT, 0, days[0], days[-1])]
    found = []
    for letter in letters:
        weekday, part = COLUMNS[LETTERS.index(letter)]
        start, end = PARTS[part]
        found.append(Line("", Says.CAN, weekday, days[0], days[-1], start, end))
    return found
