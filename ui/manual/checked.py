"""The look at the manual in `--selftest`: every chapter in both languages, nothing that no list knows, every picture's step told."""

from __future__ import annotations

from pathlib import Path

from desk.selftest.runner import Wrong
from ui.manual import book

LANGUAGES = ("zh_CN", "en")


def manual(_: Path) -> str:
    """Files of both languages are there and are those of the index; how many pictures were made for them."""
    names = [chapter.name for chapter in book.chapters()]
    if len(set(names)) != len(names) or not names:
        raise Wrong("the index of the manual names a chapter twice" if names else "the manual has no chapters")
    asked = made = 0
    for lang in LANGUAGES:
        there = {path.stem for path in (book.folder() / lang).glob("*.md")}
        if odd := sorted(there ^ set(names)):
            raise Wrong(f"chapters that are not in both the index and the folder {lang}: {', '.join(odd)}")
        if mute := [name for name in names if not book.title(name, lang) or not book.body(name, lang).strip()]:
            raise Wrong(f"chapters without words in {lang}: {', '.join(mute)}")
        if nameless := [room.title for room in book.rooms() if not room.title.get(lang)]:
            raise Wrong(f"{len(nameless)} parts of the manual have no title in {lang}")
        steps = {step for name in names for step in book.pictures(book.words(name, lang))}
        asked += len(steps)
        made += sum(book.picture_file(step, lang).is_file() for step in steps)
    return f"{len(names)} chapters in {len(LANGUAGES)} languages, {made} of {asked} pictures"
