"""A handover in the words that go on paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.pages.handover.model import Put
from ui.pages.handover.view_words import HandoverWords
from ui.paper.handover import HandoverPaper, Part


def on_paper(put: Put, words: HandoverWords) -> HandoverPaper:
    """All in words; people are masked as on the screen."""
    parts = [
        Part(words.title(group), tuple(words.lines(group, put.paper_times)), words.answer(put.body.answer(group.topic)))
        for group in put.body.groups
        if group.open
    ]
    counts = tuple((one.name, words.counted(one), one.note) for one in put.body.items)
    none = [group for group in put.body.groups if group.known and not group.n]
    return HandoverPaper(
        put.id, put.gate, put.on_paper, words.shift(put.shift) if put.shift is not None else "", tuple(parts), counts,
        words.nothing(none) if none else "", put.body.note, words.held(put.held_min),
        words.signature(put.out, paper=True) if put.out is not None else "", words.signature(put.into, paper=True) if put.into is not None else "",
        QCoreApplication.translate("HandoverPaper", "没人接班，留下值守") if put.held_over else "",
    )  # fmt: skip
