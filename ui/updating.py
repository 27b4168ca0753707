"""The hand-over as one sees it: the pages are gone, one calm page stands, and at its end the program begins anew or ends."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.core.lanes import WRITE
from ui import texts
from ui.shell.page import Page
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desk.updates.handing import Ready
    from ui.app import Program

log = logging.getLogger("ui.updating")


class Updating(QObject):
    """leave: lets go of the pages; anew: closes this program and starts it again. Without `anew` the window just closes: the
    installer waits for that."""

    def __init__(self, program: Program, leave: Callable[[], None], anew: Callable[[], None]) -> None:
        super().__init__(program)
        self._desk, self._window = program.desk, program.window
        self._leave, self._anew = leave, anew

    def begin(self, ready: Ready) -> None:
        """Back up, write the marker, hand over; by whoever is on duty now."""
        actor = self._desk.actor
        self._leave()
        how = self.tr("系统会问能不能安装，请输入电脑的管理员密码，或者点「是」。装好后会自己重新打开，大约两分钟。")
        page = Page(self.tr("正在更新，请不要关电脑"))
        page.body.addWidget(EmptyState("refresh", self.tr("先备份，再换程序"), how))
        page.ready()
        self._window.show_alone(page)

        def work() -> bool:
            from desk import updating

            return updating.apply(self._desk, actor, ready)

        self._desk.lanes.run(WRITE, work, self._on_done, self._on_failed)

    def _on_done(self, installed: bool) -> None:
        if installed:
            self._anew()
        else:
            self._window.close()

    def _on_failed(self, error: Exception) -> None:
        log.info("the update was not handed over: %s", getattr(error, "code", type(error).__name__))
        page = Page(self.tr("没有更新，数据都在"))
        state = EmptyState("info-circle", self.tr("照旧用现在的版本"), texts.of_error(error), self.tr("继续用"))
        state.acted.connect(self._anew)
        page.body.addWidget(state)
        page.main_button = lambda: state.button  # type: ignore[method-assign]
        page.ready()
        self._window.show_alone(page)
