"""Sounds of the desk: `Sounds()`; `play("good" | "bad" | "alarm" | "tick")`, `set_volume(0..100)`, `set_muted(bool)`.

QtMultimedia is loaded by the first `play` or by `warm()`, never before the window shows. Without a sound device it is silent.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler

from ui.theme.resources import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

ALARM_LEAST = 50  # a desk made silent for the night is still a desk that is called
NAMES = ("good", "bad", "alarm", "tick")
log = logging.getLogger("ui.sound")


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # A desk without a sound server is no fault: what the back ends say while they look for one is only information.
    log.info("%s", text)


def heard(volume: int, muted: bool, even_muted: bool) -> int:
    """How loud a tone is, 0 to 100, 0 for not at all. What may not be missed is never below ALARM_LEAST."""
    return max(volume, ALARM_LEAST) if even_muted else 0 if muted else volume


class Sounds(QObject):
    """Signal `changed()` when volume or mute changed."""

    changed = Signal()

    def __init__(self, volume: int = 70, muted: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume, self._muted = volume, muted
        self._effects: dict[str, QSoundEffect] | None = None

    def volume(self) -> int:
        return self._volume

    def muted(self) -> bool:
        return self._muted

    def set_volume(self, volume: int) -> None:
        """0 to 100; setting a volume ends the mute."""
        self._volume, self._muted = max(0, min(100, volume)), False
        self._tune()

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        self._tune()

    def audible(self) -> bool:
        """Whether a device is there to play on."""
        return bool(self._ready())

    def warm(self) -> None:
        """Loads the sounds ahead of the first one; call it once the window is shown."""
        self._ready()

    def play(self, name: str, even_muted: bool = False) -> None:
        """Plays one of `NAMES`; a sound still playing starts again. even_muted: a real alarm, which nobody may miss."""
        loud = heard(self._volume, self._muted, even_muted)
        effect = self._ready().get(name) if loud else None
        if effect:
            effect.setMuted(False)
            effect.setVolume(loud / 100)
            effect.play()

    def _ready(self) -> dict[str, QSoundEffect]:
        if self._effects is None:
            self._effects = self._load()
            self._tune()
        return self._effects

    def _load(self) -> dict[str, QSoundEffect]:
        previous = qInstallMessageHandler(_on_message)
        try:
            return self._effects_of_device()
        finally:
            qInstallMessageHandler(previous)

    def _effects_of_device(self) -> dict[str, QSoundEffect]:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        effects = {name: QSoundEffect(self) for name in NAMES}
        for name, effect in effects.items():
            effect.setSource(QUrl.fromLocalFile(str(RESOURCES / "sounds" / f"{name}.wav")))
        return effects

    def _tune(self) -> None:
        for effect in (self._effects or {}).values():
            effect.setVolume(self._volume / 100)
            effect.setMuted(self._muted)
        self.changed.emit()
