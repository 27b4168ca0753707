"""Read aloud when switched on, quiet when off, muted or without a voice, and never a warning in the log."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QLocale

from tests.conftest import LogWatch
from ui.hardware.speech import Speech


class Engine:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.locale, self.volume = "", -1.0

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("·")

    def setLocale(self, locale: QLocale) -> None:
        self.locale = locale.name()

    def setVolume(self, volume: float) -> None:
        self.volume = volume


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setattr(Speech, "_load", lambda self: made)
    return made


def test_off_by_default_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(Speech, "_load", loaded.append)
    Speech(False, "zh_CN").say("来访证有效，可以放行")
    assert loaded == []


def test_what_is_new_is_read_in_place_of_what_is_old(engine: Engine) -> None:
    speech = Speech(True, "zh_CN", 40)
    speech.say("来访证有效，可以放行")
    speech.say("这张码已经作废")
    assert engine.said == ["·", "来访证有效，可以放行", "·", "这张码已经作废"]
    assert (engine.locale, engine.volume) == ("zh_CN", 0.4)


def test_language_volume_and_switch_are_followed(engine: Engine) -> None:
    speech = Speech(True, "zh_CN")
    assert speech.can_speak()
    speech.set_language("en")
    assert engine.locale.startswith("en")
    speech.set_volume(80, True)
    speech.say("muted")
    speech.set_volume(80, False)
    speech.set_on(False)
    speech.say("off")
    assert engine.said == ["·"]  # only the stop that comes with switching off


def test_a_computer_without_a_voice_stays_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a system without the library, or with no engine but the one that makes no sound; log_watch sees every warning."""
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    speech = Speech(True, "zh_CN")
    assert not speech.can_speak()
    speech.say("来访证有效，可以放行")


def test_whatever_this_computer_has_makes_no_noise_in_the_log(log_watch: LogWatch) -> None:
    speech = Speech(True, "zh_CN", 0)
    speech.can_speak()
    speech.say("试一下")
    speech.stop()
    assert log_watch.surprises() == []
