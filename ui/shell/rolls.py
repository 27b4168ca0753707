"""Slips and labels on the desk's own attached printers; what came of each is said, and what failed is offered again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from desk.core.errors import Refused
from desk.devices.acting import Acted, Answer, Attached, Draw, Ended, Purpose, Role
from ui.paper import dots
from ui.paper.job import Job, is_practice, stamped
from ui.texts import sentence

LABEL_MM = (60, 40)  # as the drivers think a label is
DOTS_PER_MM = 8
Then = Callable[[bool], object]


class Printers(Protocol):
    """desk.devices.runtime.Devices, as far as paper goes."""

    def attached(self, role: Role | None = None) -> Sequence[Attached]: ...
    def driven(self, device_id: str) -> Any: ...
    def print(
        self, device_id: str, draw: Draw, *, purpose: Purpose = ..., actor: Any = None, done: Answer | None = None
    ) -> None: ...


class Voice(Protocol):
    """ui.shell.voice.Voice, as far as a printer speaks."""

    def done(self, text: str) -> None: ...
    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None: ...
    def problem(self, error: Exception) -> None: ...


class Rolls:
    """On the Qt thread; `printers` is None until devices are there."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self.printers: Printers | None = None
        self._printed: set[str] = set()  # keys of what came out, or may have

    def send(self, job: Job, then: Then | None = None) -> bool:
        """True when an attached printer has it in its queue. then: with whether it came out, when that is known."""
        found = self._printer(job)
        if found is None or self.printers is None:
            return False
        one, draw = found
        if not one.ok:
            self._voice.problem(Refused("paper.waits", name=one.name, what=job.title))
        self.printers.print(
            one.id, draw, purpose=Purpose(*job.subject), done=lambda acted: self._answered(job, one, acted, then)
        )
        return True

    def has(self, job: Job) -> bool:
        """Whether an attached printer would take this."""
        return self._printer(job) is not None

    def _printer(self, job: Job) -> tuple[Attached, Draw] | None:
        """A receipt on a roll before a label; one that works before one that does not."""
        if self.printers is None:
            return None
        found: list[tuple[Attached, Draw]] = []
        if job.strip is not None:
            found += [(one, self._on_roll(job, one.id)) for one in self.printers.attached(Role.RECEIPT_PRINTER)]
        if job.label is not None:
            found += [(one, self._on_label(job, one.id)) for one in self.printers.attached(Role.LABEL_PRINTER)]
        return next((pair for pair in found if pair[0].ok), found[0] if found else None)

    def _on_roll(self, job: Job, device_id: str) -> Draw:
        strip = job.strip
        assert strip is not None
        again = bool(job.key) and job.key in self._printed
        wide = dots.roll_dots(self._options(device_id))
        return lambda copy: dots.packed(stamped(strip(wide, copy or again)))

    def _on_label(self, job: Job, device_id: str) -> Draw:
        label = job.label
        assert label is not None
        options = self._options(device_id)
        dense = int(options.get("dots_per_mm", DOTS_PER_MM))
        size = QSize(int(options.get("width_mm", LABEL_MM[0])), int(options.get("height_mm", LABEL_MM[1]))) * dense
        again = bool(job.key) and job.key in self._printed
        return lambda copy: dots.packed(_on_size(label, size, copy or again))

    def _options(self, device_id: str) -> Mapping[str, Any]:
        one = self.printers.driven(device_id) if self.printers is not None else None
        return one.set_up.options if one is not None else {}

    def _answered(self, job: Job, one: Attached, acted: Acted, then: Then | None) -> None:
        part = acted.outcome is Ended.FAILED and bool(acted.fields.get("partly"))
        if job.key and (part or acted.outcome is not Ended.FAILED):
            self._printed.add(job.key)
        self._say(job, one, acted, then)
        if then is not None:
            then(acted.outcome is not Ended.FAILED)

    def _say(self, job: Job, one: Attached, acted: Acted, then: Then | None) -> None:
        if acted.outcome is Ended.DONE:
            words = QCoreApplication.translate("Papers", "「{name}」印好了：{what}")
            self._voice.done(words.format(name=one.name, what=job.title))
            return
        failed = QCoreApplication.translate("Papers", "「{name}」没有印成：{what}。{cause}")
        doubt = QCoreApplication.translate("Papers", "「{name}」，{what}：{cause}")
        words = failed if acted.outcome is Ended.FAILED else doubt
        told = words.format(name=one.name, what=job.title, cause=sentence(acted.code))
        again = QCoreApplication.translate("Papers", "再印一次")
        self._voice.offer(told, again, lambda: self.send(job, then), "warn")


def _on_size(label: Callable[[QSize, bool], QImage], size: QSize, copy: bool) -> QImage:
    """The label; an exercise is drawn a little smaller, so that the mark has room on it."""
    if not is_practice():
        return label(size, copy)
    return stamped(label(QSize(size.width(), size.height() - max(16, size.width() // 9)), copy))
