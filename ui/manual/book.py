"""The user manual: rooms, chapters and their words, from `resources/manual`. No Qt.

A chapter is one Markdown file for each language. A line `![](STEP)` stands for the picture of a step of the tour; pictures
are made by `dev.py manual` and are no part of the repository, so a chapter must also make sense without them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desk.core.paths import resources

FIRST = "start"  # the chapter for every place that has none of its own
KEYS = "{keys}"  # in a chapter: the table of keys, which the program knows
_PICTURE = re.compile(r"^!\[[^\]]*\]\(([^)]+)\)[ \t]*$", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Chapter:
    """pages: names of the pages of the window it tells about."""

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Room:
    """title: by language."""

    title: dict[str, str]
    chapters: tuple[Chapter, ...]


def folder() -> Path:
    return resources() / "manual"


@cache
def rooms() -> tuple[Room, ...]:
    """The manual in order."""
    found = tomllib.loads((folder() / "book.toml").read_text(encoding="utf-8"))["room"]
    return tuple(
        Room(
            {lang: one[lang] for lang in one if lang != "chapters"},
            tuple(Chapter(name, tuple(pages)) for name, pages in one["chapters"].items()),
        )
        for one in found
    )


def chapters() -> list[Chapter]:
    """All chapters in order."""
    return [chapter for room in rooms() for chapter in room.chapters]


def chapter_of(page: str) -> str:
    """The chapter that tells about a page; the first one for anything else."""
    return next((one.name for one in chapters() if page in one.pages), FIRST)


@cache
def words(chapter: str, lang: str) -> str:
    """A chapter's Markdown as it was written. Raises FileNotFoundError for a name that is none."""
    return (folder() / lang / f"{chapter}.md").read_text(encoding="utf-8")


def title(chapter: str, lang: str) -> str:
    """Its heading."""
    return words(chapter, lang).partition("\n")[0].removeprefix("# ").strip()


def body(chapter: str, lang: str) -> str:
    """What stands under the heading."""
    return words(chapter, lang).partition("\n")[2].strip() + "\n"


def pictures(markdown: str) -> list[str]:
    """Steps of the tour whose pictures stand in it, in order."""
    return _PICTURE.findall(markdown)


def picture_file(step: str, lang: str) -> Path:
    """Where the picture of a step lies once it was made."""
    return folder() / "pictures" / lang / f"{step}.webp"


def with_pictures(markdown: str, there: Callable[[str], bool]) -> str:
    """The same without the pictures that are not there. Qt passes over a picture that has no words, so it gets its name."""
    kept = _PICTURE.sub(lambda found: f"![{found[1]}]({found[1]})" if there(found[1]) else "", markdown)
    return _GAP.sub("\n\n", kept)
