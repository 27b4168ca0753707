"""From the first picture to an open desk: opening on the lane, what to do when it will not, and the first run."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk.app import Desk
from desk.core.lanes import WRITE
from ui import i18n, texts
from ui.child import Children
from ui.shell.page import Page, PageSpec, Ports
from ui.shell.ports import ignore
from ui.shell.voice import Voice
from ui.shell.window import Window
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from ui.opening.view import OpeningPage
    from ui.pages.welcome.view import WelcomePage

log = logging.getLogger("ui.opening")
WELCOME = "welcome"


class Door(QObject):
    """`opened` is called once a desk is open and set up; `cameras` when the first run wants a picture;
    `restart` when the program is to begin anew."""

    def __init__(
        self, desk: Desk, window: Window, voice: Voice, specs: list[PageSpec], opened: Callable[[], None],
        cameras: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._desk, self._window, self._voice, self._specs = desk, window, voice, specs
        self._opened, self._cameras = opened, cameras
        self._demo = self.practice = False
        self._trouble: OpeningPage | None = None
        self.welcome: WelcomePage | None = None
        self.extras: dict[str, Any] = {}
        self.restart: Callable[[], None] = ignore

    def begin(self, demo: bool = False) -> None:
        """Open the desk on its lane; everything slow that the first page needs happens there."""
        self._demo = demo
        self._trouble = None
        self.say_opening(demo)
        self._desk.lanes.run(WRITE, self._open, self._on_open, self._on_trouble)

    def eyes_are_here(self, eyes: Any) -> None:
        """The first run may show the cameras now."""
        if self.welcome is not None:
            self.welcome.eyes_are_here(eyes)

    def on_scanned(self, seen: ScanSeen) -> None:
        """A code before there is a shell: only the first run may want it."""
        if self.welcome is not None:
            self.welcome.on_raw_scan(seen)

    def _open(self) -> bool:
        """On the disk-write lane. True when the desk is open and set up."""
        desk = self._desk
        if not desk.founded:
            from desk.restoring import check_first_run

            check_first_run(desk)
            if not self._demo:
                return False
        if self.practice:
            from desk.demo.practice import open_practice

            open_practice(desk)
        elif desk.founded:
            desk.open()
        else:
            from desk.demo import make

            make(desk)
        return self._is_set_up()

    def _is_set_up(self) -> bool:
        import desk.codes.reads  # noqa: F401 - loaded here, so that the first scan finds it
        from desk.operators.reads import needs_first_manager

        with self._desk.store.reading() as r:
            return not needs_first_manager(r) and WELCOME not in self._desk.settings.now.extra

    def _on_open(self, set_up: bool) -> None:
        if self._desk.founded and self._desk.store.moved:
            self._show_moved()
        elif set_up:
            self._opened()
        else:
            self._show_welcome()

    def _on_trouble(self, error: Exception) -> None:
        log.warning("the desk did not open: %s", error)
        from ui.opening.presenter import OpeningPresenter
        from ui.opening.view import OpeningPage

        if self._trouble is None:
            presenter = OpeningPresenter(self._desk, self.begin, self._after_trouble, self._show_welcome)
            self._trouble = OpeningPage(presenter)
            self._window.show_alone(self._trouble)
        self._trouble.presenter.trouble(error)

    def _after_trouble(self) -> None:
        self._desk.lanes.run(WRITE, self._is_set_up, self._on_open, self._on_trouble)

    def _show_welcome(self) -> None:
        spec = next(one for one in self._specs if one.name == WELCOME)
        children = Children(self._desk, self._voice.problem, self)
        self.extras |= {"child": children.child, "practise": children.practise, "arrive": self._arrive}
        page: Any = spec.make(Ports(self._desk, _Nowhere(), self._voice, self._desk.clock, i18n.current(), self.extras))
        self.welcome = page
        page.presenter.finished = self._on_set_up
        self._window.show_alone(page)
        page.come_to_front()
        self._cameras()

    def _on_set_up(self) -> None:
        self.welcome = None
        self._opened()

    def _arrive(self) -> None:
        """The desk of another computer comes here."""
        from ui.opening.arriving import ArrivingPresenter
        from ui.opening.view_arriving import ArrivingPage

        self.welcome = None
        page = ArrivingPage(ArrivingPresenter(self._desk, self._on_arrived, self._show_welcome))
        self._window.show_alone(page)
        page.come_to_front()

    def _on_arrived(self) -> None:
        kept = {name: value for name, value in self._desk.settings.now.extra.items() if name != WELCOME}
        self._desk.settings.change(extra=kept)
        self._after_trouble()

    def _show_moved(self) -> None:
        """This desk lives on another computer: said, and what is here can be looked at."""
        page = Page(self.tr("这个门岗已经搬到另一台电脑"))
        how = self.tr(
            "请在新电脑上登记。这里只能看；要收回来，或者清除这台电脑上的资料，请管理员登录后到「设置」里办。"
        )
        state = EmptyState("truck-delivery", self.tr("这台电脑不再登记"), how, self.tr("打开看看"))
        state.acted.connect(self._opened)
        page.body.addWidget(state)
        page.main_button = lambda: state.button  # type: ignore[method-assign]
        page.ready()
        self._window.show_alone(page)

    def restore(self, path: Path, code: str) -> None:
        """Put a backup in the place of the open store, then begin anew. What stood there is kept aside."""
        page = Page(self.tr("正在恢复，请不要关电脑"))
        page.ready()
        self._window.show_alone(page)
        self._desk.lanes.run(WRITE, lambda: self._exchange(path, code), lambda _: self.restart(), self._not_restored)

    def _exchange(self, path: Path, code: str) -> None:
        from desk.restoring import restore
        from desk.store import backup

        info, store = backup.inspect(path), self._desk.store
        store.close()
        restore(self._desk, info, code or None, key=store.key)

    def start_over(self) -> None:
        """The practice estate anew: in its place another one, as on the first day; then begin anew."""
        page = Page(self.tr("正在重新布置练习小区，十秒钟左右"))
        page.ready()
        self._window.show_alone(page)

        def work() -> None:
            from desk.demo.practice import start_over

            start_over(self._desk)

        self._desk.lanes.run(WRITE, work, lambda _: self.restart(), self._not_restored)

    def _not_restored(self, error: Exception) -> None:
        log.warning("the backup was not restored: %s", error)
        page = Page(self.tr("没有恢复，原来的数据还在"))
        state = EmptyState("database", self.tr("这份备份没有用上"), texts.of_error(error), self.tr("继续用原来的数据"))
        state.acted.connect(self.restart)
        page.body.addWidget(state)
        page.ready()
        self._window.show_alone(page)

    def sent_away(self) -> None:
        """The hub has had this computer wiped: said in plain words, and the only way goes to the first run."""
        page = Page(self.tr("这台电脑里的资料已经清除"))
        how = self.tr("没来得及送出的登记都已封好，只有中心打得开。要再用这台电脑，请找管理员。")
        state = EmptyState("plug-connected-x", self.tr("中心停用了这台电脑"), how, self.tr("从头设置这台电脑"))
        state.acted.connect(self.restart)
        page.body.addWidget(state)
        page.main_button = lambda: state.button  # type: ignore[method-assign]
        page.ready()
        self._window.show_alone(page)

    def say_opening(self, demo: bool = False) -> None:
        """What stands there in the meantime."""
        what = self.tr("正在打开，请稍候")
        how = self.tr("第一次做演示数据要一两分钟。") if demo else self.tr("几秒钟就好。")
        if self._desk.home.updating.exists():
            what, how = self.tr("刚更新过，正在检查新版本"), self.tr("大约一分钟，请不要关电脑。")
        self._window.show_waiting(EmptyState("building-arch", what, how))


class _Nowhere:
    """There are no other pages yet."""

    def to(self, page: str, **arguments: Any) -> None:
        """Nowhere to go."""

    def back(self) -> None:
        """Nowhere to go."""

    def result(self, answer: Any) -> None:
        """No scan is looked up yet."""

    def found(self, text: str) -> None:
        """Nothing is searched yet."""

    def digits(self, digits: str) -> None:
        """No pass is looked up yet."""
