"""What an emergency says where the site has prepared nothing, in the language of the program. No Qt."""

from __future__ import annotations

from desk.screen.reads import USUAL
from desk.screen.rules import Sentence
from ui.texts import sentence


def usual() -> tuple[Sentence, ...]:
    """As many as the desk has of its own, in the same order."""
    return tuple(
        Sentence(sentence(f"screen.usual.{nth}.title"), sentence(f"screen.usual.{nth}.text"))
        for nth in range(len(USUAL))
    )
