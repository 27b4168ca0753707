"""One clocking from any page: done on the disk-write lane, said in words, and taken back within ten seconds. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.lanes import WRITE
from ui import moments
from ui.shell.ports import Ports, ignore
from ui.texts import sentence

if TYPE_CHECKING:
    from desk.clocking import Clocking, Turned

_KEYS = {"on": "clocking.on", "off": "clocking.off", "off_on": "clocking.next", "again": "clocking.again"}


class Clocked:
    """`run(lambda clocking: clocking.by_desk(id))`; one at a time."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._busy = False

    def run(
        self,
        work: Callable[[Clocking], Turned],
        done: Callable[[Turned], Any] = ignore,
        failed: Callable[[Exception], Any] | None = None,
    ) -> bool:
        """False, and nothing done, while the last one is under way."""
        if self._busy:
            return False
        self._busy = True

        def turn() -> Turned:
            from desk.clocking import Clocking

            return work(Clocking(self._ports.desk))

        def answered(turned: Turned) -> None:
            self._busy = False
            self._ports.say.tone("good")
            self.told(turned)
            done(turned)

        def refused(error: Exception) -> None:
            self._busy = False
            (failed or self._ports.say.problem)(error)

        self._ports.desk.lanes.run(WRITE, turn, answered, refused)
        return True

    def told(self, turned: Turned) -> None:
        """Say what came of it, with a way back."""
        text = words(turned, self._ports.desk.time)
        if turned.clocked.events:
            self._ports.say.undo(text, lambda: self._take_back(turned))
        else:
            self._ports.say.done(text)

    def _take_back(self, turned: Turned) -> None:
        def work() -> None:
            from desk.clocking import Clocking

            Clocking(self._ports.desk).take_back(turned)

        self._ports.desk.lanes.run(WRITE, work, ignore, self._ports.say.problem)


def words(turned: Turned, time: Any) -> str:
    """What came of it, in a sentence."""
    one = turned.clocked
    key = _KEYS[one.step.value]
    shift = ""
    if one.shift is not None:
        shift = f"{one.shift.name} {time.local(one.shift.start_at):%H:%M}-{time.local(one.shift.end_at):%H:%M}"
    elif key == "clocking.on":
        key += "_log"
    if key.startswith("clocking.on") and turned.signed:
        key += "_signed"
    if key == "clocking.off" and turned.helped:
        key += "_helped"
    return sentence(key, {"label": one.label, "shift": shift, "n": turned.helped or 0})


def hours_between(time: Any, start: int, end: int) -> str:
    """`08:00-11:00` on the site's clock; with its day when it ends on another one."""
    first, last = time.local(start), time.local(end)
    if first.date() == last.date():
        return f"{first:%H:%M}-{last:%H:%M}"
    return f"{first:%H:%M}-{moments.month_day(last)} {last:%H:%M}"
