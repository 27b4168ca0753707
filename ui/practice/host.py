"""What a practice window has and a real one never: the frame, the first morning beside the pages, starting over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.core.errors import Refused
from ui.hardware.choice import Choice
from ui.paper.job import mark_practice
from ui.practice.frame import PracticeFrame
from ui.practice.lessons import Lessons
from ui.practice.panel import MorningPanel
from ui.shell.ports import Question

if TYPE_CHECKING:
    from ui.app import Program
    from ui.shell.shell import Shell


class PracticeHost(QObject):
    """Made with the shell of a practice estate; `close()` before the shell goes. `afresh` makes the estate anew."""

    def __init__(self, program: Program, shell: Shell, afresh: Callable[[], None]) -> None:
        super().__init__(program.window)
        self._program, self._shell, self._afresh = program, shell, afresh
        self.frame = PracticeFrame(program.window)
        self.panel = MorningPanel()
        self.lessons = Lessons(program.desk, program.voice.problem)
        self.lessons.show, self.lessons.go, self.lessons.hold_up = self.panel.show_model, shell.to, self._hold_up
        self._connect()
        program.window.show_beside(self.panel)
        shell.extras["practise"] = self.lessons.open
        mark_practice(True)
        self.lessons.start()

    def _connect(self) -> None:
        panel, lessons = self.panel, self.lessons
        panel.acted.connect(lessons.act)
        panel.skipped.connect(lessons.skip)
        panel.went_back.connect(lessons.back)
        panel.again.connect(lessons.again)
        panel.put_away.connect(lessons.put_away)
        panel.afresh.connect(self._ask_afresh)
        panel.read.connect(self._read)
        self._program.bus.changed.connect(self._on_changed)

    def close(self) -> None:
        """The pages go."""
        self._program.bus.changed.disconnect(self._on_changed)
        mark_practice(False)
        self.lessons.close()
        self.panel.hide()
        self.panel.deleteLater()
        self.frame.leave()
        self.deleteLater()

    def _on_changed(self, topics: frozenset[str]) -> None:
        self.lessons.hear()

    def _hold_up(self, text: str) -> None:
        eyes = self._program.eyes
        if eyes is None:
            return
        if eyes.cameras.choice.kind != "demo":
            eyes.cameras.open(Choice("demo"))
        eyes.hold_up(text)

    def _read(self, words: str) -> None:
        speech, say = self._program.speech, self._program.voice
        if not speech.can_speak():
            say.problem(Refused("speech.voiceless"))
        elif not speech.read(words):
            say.problem(Refused("speech.muted"))

    def _ask_afresh(self) -> None:
        question = Question(
            self.tr("练习小区要从头再来吗？"),
            self.tr("练习里记下的都会换掉，十秒钟左右就好。正式的门岗台什么也不会动。"),
            self.tr("从头再来"),
            self.tr("先不要"),
        )
        self._program.voice.ask(question, self._afresh)
