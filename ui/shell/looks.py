"""Language, colours and text size: changed live and remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desk.core.settings import SettingsFile
from ui import i18n
from ui.theme import apply_theme


class Looks(QObject):
    """changed(): pages are to be made anew."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings

    def set_language(self, lang: str) -> None:
        """zh_CN or en."""
        self._settings.change(language=i18n.install(lang))
        self.changed.emit()

    def set_scheme(self, scheme: str) -> None:
        """light, dark or contrast."""
        now = self._settings.change(scheme=scheme)
        apply_theme(self._app, now.scheme, now.base_px)

    def set_base_px(self, base_px: int) -> None:
        """20 to 40."""
        now = self._settings.change(base_px=max(20, min(40, base_px)))
        apply_theme(self._app, now.scheme, now.base_px)
        self.changed.emit()
