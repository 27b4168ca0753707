"""What a public screen shows at a moment, and what of it has ended a moment later. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.screen.rules import Item, Line, Number, State, state_of


@dataclass(frozen=True)
class Board:
    """Everything a public screen shows at a moment (UTC ms). What ends is in it with its end, to be left away in time.

    week: lines of the days from this Monday to Sunday; now: who is on duty; officer: who is signed on, where no roster
    says; sittings: today's; ahead: nothing of this week is left, week is the next one; open_matters: a number, None when it is not to be shown.
    """

    moment: int
    estate: str = ""
    gate: str = ""
    gate_phone: str = ""
    zone: str = ""
    emergency: Item | None = None
    notices: tuple[Item, ...] = ()
    week: tuple[Line, ...] = ()
    officer: tuple[Line, ...] = ()
    sittings: tuple[Line, ...] = ()
    open_matters: int | None = None
    ahead: bool = False
    numbers: tuple[Number, ...] = ()

    def at(self, moment: int) -> Board:
        """The same board later: what has ended or begun since."""
        alive = self.emergency if self.emergency and state_of(self.emergency, moment) is State.SHOWN else None
        return replace(self, moment=moment, emergency=alive)

    @property
    def shown(self) -> tuple[Item, ...]:
        """Notices that hang at this moment."""
        return tuple(one for one in self.notices if state_of(one, self.moment) is State.SHOWN)

    @property
    def now(self) -> tuple[Line, ...]:
        """Shifts worked at this moment."""
        return tuple(one for one in self.week if one.start_at <= self.moment < one.end_at)

    def next_change(self) -> int | None:
        """The next moment at which something begins or ends."""
        moments = [at for one in self.notices for at in (one.from_at, one.until_at)]
        moments += [at for one in (*self.week, *self.sittings) for at in (one.start_at, one.end_at)]
        return min((at for at in moments if at > self.moment), default=None)
