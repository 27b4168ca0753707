"""Whether this window is a practice window: by what its store says of itself, not by how the program was started. Light."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.app import Program
    from ui.practice.host import PracticeHost


class Practice:
    """`open()` with the shell, `close()` before it goes; nothing of it is loaded in a real desk."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.host: PracticeHost | None = None

    def open(self) -> None:
        program = self._program
        if program.desk.practice and program.shell is not None:
            from ui.practice.host import PracticeHost

            self.host = PracticeHost(program, program.shell, self._start_over)

    def close(self) -> None:
        host, self.host = self.host, None
        if host is not None:
            host.close()

    def _start_over(self) -> None:
        self._program._leave_shell()
        self._program.door.start_over()
