"""Filling a month by itself: `python -m desk generate-roster` works in its own process, the desk takes its answer. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.roster import panel_generate_asks as asks
from ui.pages.roster.panel_generate_model import GenerateModel, Stage
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.duty.problem import Answer
    from desk.duty.service_generated import Taken
    from desk.duty.service_roster import Edit

ENOUGH = 0.0005  # closer to the best than this is not worth a word


class Generating:
    """`show(model)` after every change; `taken(edits)` gets the edits that take the generated plan out again.

    One at a time; it goes on while another page is looked at, and its answer comes into the plan all the same.
    """

    def __init__(self, ports: Ports, taken: Callable[[Sequence[Edit]], None] = ignore) -> None:
        self._ports, self._taken = ports, taken
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[GenerateModel], None] = ignore
        self.model = GenerateModel()
        self._child: Any = None
        self._answer: Answer | None = None

    def open(self, month: str) -> None:
        """The panel came up for a month: what stands in it and how even it is. What is under way stays."""
        if self.model.busy:
            self.show(self.model)
            return
        if month != self.model.month:
            today = self._ports.desk.time.day(self._ports.clock.now_ms()).isoformat()
            self.model = GenerateModel(month=month, today=today)
        self.refresh()

    def refresh(self) -> None:
        """The plan or the team changed."""
        month = self.model.month
        if month and not self.model.busy:
            self._turns.read("fair", lambda r: asks.standing(r, month), self._on_standing)

    def again(self) -> None:
        """Back to the choice; who asks again wants another roster."""
        if not self.model.busy:
            self._change(stage=Stage.CHOOSE, keep=False, holes=(), kept=())
            self.refresh()

    def choose(self, keep: bool) -> None:
        self._change(keep=keep)

    def start(self) -> None:
        """Begin, keeping what stands or not as it was chosen."""
        if self._child is not None or self._turns.busy("take"):
            return
        model = self.model
        self._answer = None
        self._change(stage=Stage.RUNNING, step="loading", filled=0, wanted=0, seconds=0, better=None, holes=(), kept=())
        words = ["generate-roster", model.month, "--json", "--progress", *(["--keep"] if model.keep else [])]
        self._child = self._ports.extras["child"]()
        self._child.start(words, self._on_line, self._on_end)

    def stop(self) -> None:
        """Stop; the plan stays as it was."""
        if self._child is not None and self.model.stage is Stage.RUNNING:
            self._change(stage=Stage.STOPPING)
            self._child.cancel()

    def abandon(self) -> None:
        """The view is gone (another language, other colours)."""
        self.show = ignore

    def _on_line(self, line: Mapping[str, Any]) -> None:
        from desk.duty.generating import answer_of, progress_of

        progress = progress_of(line)
        if progress is not None and self.model.stage is Stage.RUNNING:
            better = None
            if progress.value is not None and progress.bound is not None:
                better = max(0.0, progress.value - progress.bound) / max(1.0, abs(progress.value))
            self._change(
                step=progress.stage, filled=progress.filled, wanted=progress.wanted, seconds=int(progress.seconds),
                better=better,
            )  # fmt: skip
        else:
            self._answer = answer_of(line) or self._answer

    def _on_end(self, error: Exception | None) -> None:
        self._child = None
        answer = self._answer
        if self.model.stage is Stage.STOPPING:
            self._change(stage=Stage.STOPPED)
        elif answer is None:
            self._change(stage=Stage.FAILED)
            if error is not None:
                self._ports.say.problem(error)
        else:
            month = self.model.month
            self._turns.write(
                "take",
                lambda u: (asks.take(u, month, answer), asks.words(u, month, answer)),
                self._on_taken,
                self._failed,
            )

    def _on_taken(self, done: tuple[Taken, dict[str, Any]]) -> None:
        taken, words = done
        if taken.undo:
            self._taken(taken.undo)
        self._ports.say.tone("good")
        self._change(stage=Stage.DONE, put=taken.put, out=taken.out, **words)

    def _failed(self, error: Exception) -> None:
        self._change(stage=Stage.FAILED)
        self._ports.say.problem(error)

    def _on_standing(self, fields: Mapping[str, Any]) -> None:
        self._change(**fields)

    def _change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)
