"""Reading something aloud because somebody asked for it: done, or said why not. No Qt."""

from __future__ import annotations

from desk.core.errors import Refused
from ui.shell.ports import Ports


def read_aloud(ports: Ports, words: str) -> None:
    """The room hears it, so nobody's name, room or number. A press is never answered by silence."""
    speech = ports.extras.get("speech")
    if speech is None or not speech.can_speak():
        ports.say.problem(Refused("speech.voiceless"))
    elif not speech.read(words):
        ports.say.problem(Refused("speech.muted"))
