"""Results read aloud when somebody switched that on. A computer that cannot speak stays quiet, and its log with it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger("ui.speech")

DUMB = ("", "mock")  # engines that make no sound


class Engine(Protocol):
    """QTextToSpeech, as far as it is used."""

    def say(self, text: str) -> object: ...

    def stop(self) -> object: ...

    def setLocale(self, locale: QLocale) -> object: ...

    def setVolume(self, volume: float) -> object: ...


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.info("%s", text)  # no speech service is no fault: what the engines say while they look for one is information


class Speech(QObject):
    """`say(sentence)` only ever gets the sentence of a result: the room hears it, so nobody's name, room or number.

    The engine is loaded by the first sentence or by `can_speak`, never before the window shows.
    """

    def __init__(
        self, on: bool, lang: str, volume: int = 70, muted: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on, self._lang, self._volume, self._muted = on, lang, volume, muted
        self._engine: Engine | None = None
        self._looked = False

    @property
    def on(self) -> bool:
        return self._on

    def set_on(self, on: bool) -> None:
        self._on = on
        if not on:
            self.stop()

    def set_language(self, lang: str) -> None:
        """zh_CN or en."""
        self._lang = lang
        if self._engine is not None:
            self._engine.setLocale(QLocale(lang))

    def set_volume(self, volume: int, muted: bool) -> None:
        """Follows the tones: 0 to 100."""
        self._volume, self._muted = volume, muted
        if self._engine is not None:
            self._engine.setVolume(volume / 100)

    def can_speak(self) -> bool:
        """Whether this computer has a voice; looks for it at the first question (some 50 ms)."""
        return self._ready() is not None

    def say(self, sentence: str) -> None:
        """Read it aloud, in place of what is being read; nothing when off, muted, or without a voice."""
        if self._on:
            self.read(sentence)

    def read(self, sentence: str) -> bool:
        """The same for somebody who asked to hear this one, whether results are read aloud or not; False: nothing is heard."""
        engine = self._ready() if not self._muted and sentence else None
        if engine is None:
            return False
        engine.stop()
        engine.say(sentence)
        return True

    def stop(self) -> None:
        if self._engine is not None:
            self._engine.stop()

    def _ready(self) -> Engine | None:
        if not self._looked:
            self._looked = True
            self._engine = self._load()
            if self._engine is not None:
                self._engine.setLocale(QLocale(self._lang))
                self._engine.setVolume(self._volume / 100)
        return self._engine

    def _load(self) -> Engine | None:
        previous = qInstallMessageHandler(_on_message)
        try:
            return self._loaded()
        except ImportError:  # a build or a system without the speech libraries
            log.info("no speech on this computer")
            return None
        finally:
            qInstallMessageHandler(previous)

    def _loaded(self) -> QTextToSpeech | None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        for name in QTextToSpeech.availableEngines():
            if name in DUMB:
                continue
            engine = QTextToSpeech(name, self)
            if engine.state() != QTextToSpeech.State.Error:
                return engine
            engine.deleteLater()
        return None
