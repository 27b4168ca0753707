"""The one table of function keys, and the filter that hears them on every page, over every card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

HOLD_MS = 1000
_PLAIN = Qt.KeyboardModifier.KeypadModifier  # a key from the number block or a foot switch counts as plain
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


@dataclass(frozen=True)
class Shortcut:
    """act: a name in the window's table of acts; hold: the key must be held for a second."""

    key: Qt.Key
    act: str
    word: str
    hold: bool = False

    @property
    def label(self) -> str:
        """`F5`, as it stands on buttons."""
        return self.key.name.removeprefix("Key_")

    def title(self) -> str:
        return QCoreApplication.translate("shortcuts", self.word)


SHORTCUTS = (
    Shortcut(Qt.Key.Key_F1, "help", str(QT_TRANSLATE_NOOP("shortcuts", "帮助"))),
    Shortcut(Qt.Key.Key_F2, "admit", str(QT_TRANSLATE_NOOP("shortcuts", "来访登记"))),
    Shortcut(Qt.Key.Key_F4, "takeover", str(QT_TRANSLATE_NOOP("shortcuts", "公示屏紧急通知")), hold=True),
    Shortcut(Qt.Key.Key_F5, "rider", str(QT_TRANSLATE_NOOP("shortcuts", "外卖骑手放行"))),
    Shortcut(Qt.Key.Key_F6, "courier", str(QT_TRANSLATE_NOOP("shortcuts", "快递员放行"))),
    Shortcut(Qt.Key.Key_F7, "goods", str(QT_TRANSLATE_NOOP("shortcuts", "寄放物品"))),
    Shortcut(Qt.Key.Key_F8, "lend", str(QT_TRANSLATE_NOOP("shortcuts", "借东西"))),
    Shortcut(Qt.Key.Key_F9, "matter", str(QT_TRANSLATE_NOOP("shortcuts", "记一件事"))),
    Shortcut(Qt.Key.Key_F10, "rollcall", str(QT_TRANSLATE_NOOP("shortcuts", "清点名单")), hold=True),
    Shortcut(Qt.Key.Key_F11, "lock", str(QT_TRANSLATE_NOOP("shortcuts", "锁屏"))),
    Shortcut(Qt.Key.Key_F12, "urgent", str(QT_TRANSLATE_NOOP("shortcuts", "急事")), hold=True),
)


def key_of(act: str) -> str:
    """The key that stands on the button of an act; empty when it has none."""
    return next((s.label for s in SHORTCUTS if s.act == act), "")


def key_table() -> str:
    """The table in Markdown, for the manual and for the wall."""
    hold = QCoreApplication.translate("shortcuts", "{word}（按住一秒）")
    rows = [(s.label, hold.format(word=s.title()) if s.hold else s.title()) for s in SHORTCUTS]
    enter = QCoreApplication.translate("shortcuts", "回车")
    rows.append((enter, QCoreApplication.translate("shortcuts", "做屏幕上最大的那个按钮")))
    rows.append(("Esc", QCoreApplication.translate("shortcuts", "返回")))
    head = QCoreApplication.translate("shortcuts", "要做什么"), QCoreApplication.translate("shortcuts", "按哪个键")
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {what} | **{key}** |" for key, what in rows)])


class FunctionKeys(QObject):
    """Hears the table's keys anywhere in the program.

    `hold(act, on)` tells when a key that must be held goes down and up, `touched()` that somebody is at the desk.
    """

    def __init__(
        self,
        act: Callable[[str], None],
        hold: Callable[[str, bool], None],
        touched: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._hold = hold
        self._touched = touched
        self._keys = {s.key: s for s in SHORTCUTS}
        self._held: Shortcut | None = None
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self._on_held)

    def start(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES:
            self._touched()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        shortcut = self._keys.get(Qt.Key(event.key()))
        if shortcut is None or event.modifiers() & ~_PLAIN:
            return False
        if not event.isAutoRepeat():  # a key held down counts once
            self._pressed(shortcut) if kind == QEvent.Type.KeyPress else self._released(shortcut)
        return True

    def _pressed(self, shortcut: Shortcut) -> None:
        if not shortcut.hold:
            self._act(shortcut.act)
            return
        self._held = shortcut
        self._hold(shortcut.act, True)
        self._timer.start()

    def _released(self, shortcut: Shortcut) -> None:
        if self._held is shortcut:
            self._held = None
            self._timer.stop()
            self._hold(shortcut.act, False)

    def _on_held(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._hold(held.act, False)
            self._act(held.act)
