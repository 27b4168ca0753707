"""What stands on a pass beside its code. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.codes.views import Issued
from desk.core.clock import SiteTime
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


@dataclass(frozen=True)
class PassModel:
    """An issued pass and the words of this gate. place: the household's masked label; back: the page it came from."""

    issued: Issued
    place: str
    estate: str
    phone: str
    time: SiteTime


class PassPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[PassModel | None], None] = ignore

    def open(self, issued: Issued | None, place: str, code_id: str) -> None:
        """A pass that was issued this moment, or a live one shown again (the trail says so)."""
        self.show(None)
        if issued is not None:
            self._turns.read("here", _here, lambda here: self._tell(issued, place, here))
        elif code_id:
            self._turns.write("again", lambda u: _again(u, code_id), lambda found: self._tell(*found))

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def said(self, words: str) -> None:
        self._ports.say.done(words)

    def leave(self) -> None:
        self._ports.go.back()

    def _tell(self, issued: Issued, place: str, here: Any) -> None:
        self.show(PassModel(issued, place, here.site_name, here.gate_phone, self._ports.desk.time))


def _here(r: Any) -> Any:
    from desk.store.identity import here

    return here(r)


def _again(u: Any, code_id: str) -> tuple[Issued, str, Any]:
    from desk.codes.reads_lists import code
    from desk.codes.service_passes import show_pass

    issued, seen = show_pass(u, code_id), code(u, code_id)
    return issued, seen.household if seen is not None else "", _here(u)
