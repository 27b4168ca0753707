"""Section: faces. Switching the lane with the answers the law asks for, the count, papers, and a backup of the vault. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desk.core.errors import Fault, Refused
from desk.faces import rights
from desk.faces.rules_lane import Wish
from desk.faces.views import Filing, Lane, LaneNow, Overview, State
from ui.shell.ports import Ports, Question, ignore
from ui.shell.turns import Turns


@dataclass(frozen=True)
class FacesModel:
    """editing: the answers are being written; code: of a backup that was just made; said: what went well, as a key of the view."""

    now: LaneNow = field(default_factory=lambda: LaneNow(State.OFF, "faces.off"))
    lane: Lane = field(default_factory=Lane)
    overview: Overview | None = None
    editing: bool = False
    busy: bool = False
    code: str = ""
    said: str = ""
    count: int = 0
    handler: str = ""
    gate: str = ""


class FacesPresenter:
    """`show(model)` draws; `wrong(error)` says what was not done."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[FacesModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ports.say.problem
        self.filed: Callable[[Filing], None] = ignore
        self.model = FacesModel()
        self._leave: Callable[[], None] | None = None

    def refresh(self) -> None:
        self._listen()
        self._turns.read("lane", self._recorded, lambda found: self._draw(**found))
        faces = self._faces()
        if faces is not None and self.ports.desk.actor.may(rights.ENROL):
            faces.overview(lambda overview: self._draw(overview=overview), self.wrong)

    def leave(self) -> None:
        """Another section or page: the code of a backup is shown once."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._draw(editing=False, code="", said="")

    def edit(self, editing: bool) -> None:
        self._draw(editing=editing, said="")

    def switch_on(self, wish: Wish) -> None:
        """On, or other answers."""
        self._run(lambda faces, done: faces.switch_on(wish, done, self._failed), lambda _: self._on_done("on"))

    def switch_off(self) -> None:
        self._run(lambda faces, done: faces.switch_off(done, self._failed), lambda _: self._on_done("off"))

    def end(self, question: Question) -> None:
        """Off for good; asked first, for nothing brings a template back."""
        self.ports.say.ask(
            question,
            lambda: self._run(lambda faces, done: faces.end(done, self._failed), lambda n: self._on_done("ended", n)),
        )

    def set_strict(self, strict: bool) -> None:
        self._run(lambda faces, done: faces.set_strict(strict, done, self._failed), lambda _: self._on_done(""))

    def reopen(self) -> None:
        """What was mended may open now."""
        if faces := self._faces():
            faces.reopen()

    def empty(self, question: Question) -> None:
        """A vault that does not open makes room for another; asked first."""
        self.ports.say.ask(
            question,
            lambda: self._run(
                lambda faces, done: faces.empty(done, self._failed), lambda n: self._on_done("emptied", n)
            ),
        )

    def backup(self, path: Path) -> None:
        """A sealed copy of the vault; its code is shown once."""
        self._run(
            lambda faces, done: faces.backup(path, done, self._failed),
            lambda code: self._draw(busy=False, code=code, said="backup"),
        )

    def restore(self, path: Path, code: str) -> None:
        self._run(
            lambda faces, done: faces.restore(path, code, done, self._failed), lambda n: self._on_done("restored", n)
        )

    def hide_code(self) -> None:
        self._draw(code="", said="")

    def file(self) -> None:
        """Everything the authority wants to know, for the view to print."""
        self._run(lambda faces, done: faces.filing(done, self._failed), self._on_filing)

    def person_page(self) -> None:
        """The front of the page of faces."""
        self.ports.go.to("faces")

    # -- inside

    def _run(self, ask: Callable[[Any, Callable[[Any], None]], None], done: Callable[[Any], None]) -> None:
        faces = self._faces()
        if faces is None:
            self.wrong(Refused("faces.off"))
        elif not self.model.busy:
            self._draw(busy=True, said="")
            ask(faces, done)

    def _on_done(self, said: str, count: int = 0) -> None:
        self._draw(busy=False, editing=False, said=said, count=count)
        self.ports.say.tone("good")
        self.refresh()

    def _on_filing(self, filing: Filing) -> None:
        self._draw(busy=False)
        self.filed(filing)

    def _failed(self, error: Exception) -> None:
        self._draw(busy=False)
        if isinstance(error, Fault):
            self.wrong(error)
        else:
            self.ports.say.problem(error)

    def _faces(self) -> Any:
        return self.ports.extras.get("faces")

    def _listen(self) -> None:
        faces = self._faces()
        if faces is not None and self._leave is None:
            self._leave = faces.listen(lambda now: self._draw(now=now))

    def _recorded(self, r: Any) -> dict[str, Any]:
        from desk.faces.reads_lane import lane_of
        from desk.store.identity import here

        place = here(r)
        return {"lane": lane_of(r, r.gate_id), "gate": place.gate_name, "handler": place.site_name}

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
