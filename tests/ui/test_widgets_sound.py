"""Tones: real ones for a computer without a voice, and an alarm that a muted desk still gives."""

from __future__ import annotations

import array
import sys
import wave
from typing import Any

import pytest

from ui.hardware.speech import Speech
from ui.theme.resources import RESOURCES
from ui.widgets.sound import ALARM_LEAST, NAMES, Sounds, heard


class Effect:
    """Stands for QSoundEffect, so that what a desk with a loudspeaker gives can be told."""

    def __init__(self) -> None:
        self.loud, self.mute, self.played = -1.0, False, list[tuple[float, bool]]()

    def setVolume(self, loud: float) -> None:
        self.loud = loud

    def setMuted(self, mute: bool) -> None:
        self.mute = mute

    def play(self) -> None:
        self.played.append((self.loud, self.mute))


@pytest.fixture
def effects(monkeypatch: pytest.MonkeyPatch) -> dict[str, Effect]:
    found = {name: Effect() for name in NAMES}
    monkeypatch.setattr(Sounds, "_effects_of_device", lambda self: found)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_tone_is_a_real_one(name: str) -> None:
    with wave.open(str(RESOURCES / "sounds" / f"{name}.wav")) as tone:
        samples = array.array("h", tone.readframes(tone.getnframes()))
        assert tone.getsampwidth() == 2
        assert 0.03 < tone.getnframes() / tone.getframerate() < 3
    assert max(map(abs, samples)) > 3000


def test_without_a_voice_the_tone_is_what_is_heard(monkeypatch: pytest.MonkeyPatch, effects: dict[str, Effect]) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    sounds, speech = Sounds(60), Speech(True, "zh_CN", 60)
    sounds.play("good")
    speech.say("来访证有效，可以放行")
    assert not speech.can_speak()
    assert effects["good"].played == [(0.6, False)]


def test_a_muted_desk_still_gives_a_real_alarm(effects: dict[str, Effect]) -> None:
    sounds = Sounds(20, muted=True)
    for name in NAMES:
        sounds.play(name)
    assert not any(one.played for one in effects.values())
    sounds.play("alarm", even_muted=True)
    assert effects["alarm"].played == [(ALARM_LEAST / 100, False)]
    sounds.set_volume(90)
    sounds.play("alarm", even_muted=True)
    sounds.play("alarm")
    assert effects["alarm"].played[1:] == [(0.9, False)] * 2


def test_how_loud() -> None:
    cases: list[tuple[Any, int]] = [
        ((70, False, False), 70), ((70, True, False), 0), ((0, False, True), ALARM_LEAST), ((80, True, True), 80),
    ]  # fmt: skip
    assert [heard(*given) for given, _ in cases] == [loud for _, loud in cases]
