"""Long work on codes: issue for a whole estate in batches, and label sheets in a process of their own. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from desk.codes import reads_lists, service
from desk.codes.rules import Kind
from desk.codes.views import Issued
from desk.core.ids import new_id
from ui.pages.codes import asks
from ui.pages.codes.model import Panel, Run
from ui.shell.ports import Ports
from ui.shell.turns import Turns

PRINT_BATCH = 1000  # codes handed to the printer a unit


class Job(Protocol):
    """ui.paper.run.LabelRun."""

    def start(
        self, order: str, progress: Callable[[int, int], None], ended: Callable[[Exception | None], None]
    ) -> None: ...

    def cancel(self) -> None: ...


NewRun = Callable[[], Job]
Tell = Callable[..., None]


class Runs:
    """One long piece of work at a time. `tell(**fields)` changes the page's model."""

    def __init__(self, ports: Ports, turns: Turns, new_run: NewRun, tell: Tell) -> None:
        self._ports, self._turns, self._new_run, self._tell = ports, turns, new_run, tell
        self._run: Run | None = None
        self._job: Job | None = None
        self._stop = False
        self._after = 0  # num of the newest code before the last issue run
        self.label: Callable[[Issued, str, str], Any] = lambda issued, prefix, caption: None
        self.order: Callable[[Path, Sequence[Any], Any, str], str] = lambda path, labels, here, grid: ""

    def busy(self) -> bool:
        return self._run is not None and self._run.stage in ("preparing", "running")

    def stop(self) -> None:
        """Codes that are issued stay issued; a file is written whole or not at all."""
        self._stop = True
        if self._job is not None:
            self._job.cancel()

    # -- issuing

    def issue_missing(self, kind: str) -> None:
        """A code for every household that has none."""
        self._begin("issue")
        self._turns.read(
            "run", lambda r: (reads_lists.missing(r, Kind(kind)), asks.newest(r, kind)),
            lambda found: self._issue(kind, *found), self._failed,
        )  # fmt: skip

    def issue_blank(self, kind: str, count: int) -> None:
        """New codes that stand for nothing yet: put up the labels first, say later what they stand for."""
        self._begin("issue")
        ids = tuple(new_id(self._ports.clock.now_ms()) for _ in range(count))
        self._turns.read(
            "run", lambda r: asks.newest(r, kind), lambda after: self._issue(kind, ids, after), self._failed
        )

    def _issue(self, kind: str, ids: Sequence[str], after: int) -> None:
        self._after = after
        self._next_batch(kind, ids, 0, 0)

    def _next_batch(self, kind: str, ids: Sequence[str], start: int, new: int) -> None:
        """One unit a batch on the desk's own lane: whoever stands at the window is served between two of them."""
        if start >= len(ids) or self._stop:
            self._finish("stopped" if start < len(ids) else "done", done=new, fresh=new)
            return
        batch = ids[start : start + service.BATCH]
        self._set(stage="running", done=start, total=len(ids))
        self._turns.write(
            "run", lambda u: len(service.issue_batch(u, Kind(kind), batch)),
            lambda made: self._next_batch(kind, ids, start + len(batch), new + made), self._failed,
        )  # fmt: skip

    # -- labels

    def print_sheets(self, path: Path, kind: str, which: str, grid: str, captions: bool, code_id: str = "") -> None:
        """Label sheets as PDF. which: all, fresh (those of the last issue run) or one (code_id)."""
        self._begin("labels", path=str(path))
        after, actor = (self._after if which == "fresh" else 0), self._ports.desk.actor

        def work(r: Any) -> Any:
            ids = (code_id,) if code_id else asks.to_print(r, kind, after)
            return ids, asks.imprint(r, actor, captions)

        self._turns.read("run", work, lambda found: self._collect(path, grid, *found), self._failed)

    def _collect(self, path: Path, grid: str, ids: Sequence[str], place: Any) -> None:
        here, doors = place
        self._next_labels(path, grid, ids, here, doors, 0, [])

    def _next_labels(
        self, path: Path, grid: str, ids: Sequence[str], here: Any, doors: dict[str, str], start: int, got: list[Any]
    ) -> None:
        if self._stop:
            self._finish("stopped")
            return
        if start >= len(ids):
            self._write(self.order(path, got, here, grid), len(got))
            return
        batch = ids[start : start + PRINT_BATCH]
        self._set(done=start, total=len(ids))

        def taken(found: Sequence[Issued]) -> None:
            got.extend(self.label(one, here.url_prefix, doors.get(one.subject_id, "")) for one in found)
            self._next_labels(path, grid, ids, here, doors, start + len(batch), got)

        self._turns.write("run", lambda u: service.for_print(u, batch), taken, self._failed)

    def _write(self, order: str, total: int) -> None:
        self._set(stage="running", done=0, total=total)
        self._job = self._new_run()
        self._job.start(order, lambda done, of: self._set(done=done, total=of), self._written)

    def _written(self, error: Exception | None) -> None:
        self._job = None
        if error is None:
            self._finish("done", fresh=0)
        elif self._stop:
            self._finish("stopped")
        else:
            self._failed(error)

    # -- telling

    def _begin(self, what: str, path: str = "") -> None:
        self._stop = False
        self._run = Run(what, "preparing", path=path)
        self._tell(panel=Panel.RUN, run=self._run)

    def _set(self, **fields: Any) -> None:
        assert self._run is not None
        self._run = replace(self._run, **fields)
        self._tell(run=self._run)

    def _finish(self, stage: str, fresh: int | None = None, **fields: Any) -> None:
        self._set(stage=stage, **fields)
        if fresh is not None:
            self._tell(fresh=fresh)
        if stage == "done":
            self._ports.say.tone("good")

    def _failed(self, error: Exception) -> None:
        self._set(stage="stopped")
        self._tell(panel=Panel.HOME, run=None)
        self._ports.say.problem(error)
