"""The manual keeps up with the program: a chapter for every page, pictures only of steps that are walked, both languages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import i18n, pages, tour
from ui.manual import book, make, whole
from ui.manual.reader import Reader
from ui.shell.shortcuts import SHORTCUTS

HAN = re.compile(r"[\u4e00-\u9fff]")
LONGEST = 80  # signs of a Chinese sentence: one is read aloud in one breath
NAMES = [chapter.name for chapter in book.chapters()]


def test_every_page_has_one_chapter() -> None:
    told = [page for chapter in book.chapters() for page in chapter.pages]
    assert sorted(told) == sorted(pages.names())


def test_every_chapter_is_written_in_both_languages_and_nothing_lies_about() -> None:
    for lang in i18n.LANGUAGES:
        assert sorted(file.stem for file in (book.folder() / lang).glob("*")) == sorted(NAMES)
        assert all(set(room.title) == set(i18n.LANGUAGES) for room in book.rooms())


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_can_be_read(name: str, lang: str) -> None:
    words = book.words(name, lang)
    assert words.startswith("# ")
    assert book.title(name, lang)
    bare = book.with_pictures(words, lambda _: False)
    assert "![" not in bare
    assert bool(HAN.search(bare)) is (lang == i18n.SOURCE)
    if lang == i18n.SOURCE:
        assert max(len(one) for one in re.split(r"[。？！\n]", bare)) <= LONGEST


def test_pictures_are_of_steps_that_are_walked_and_the_same_in_both_languages() -> None:
    walked = {step.name for step in tour.steps()}
    for name in NAMES:
        chinese, english = (book.pictures(book.words(name, lang)) for lang in ("zh_CN", "en"))
        assert chinese == english, name
        assert set(chinese) <= walked, name
        assert len(set(chinese)) == len(chinese), name


def test_a_page_of_a_chapter_opens_it_and_anything_else_the_first() -> None:
    assert book.chapter_of("more") == "today"
    assert book.chapter_of("nowhere") == book.FIRST
    with pytest.raises(FileNotFoundError):
        book.words("nowhere", "en")


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tour of three chapters, in which every picture but one was taken."""
    few = tuple(chapter for chapter in book.chapters() if chapter.name in ("start", "today", "inside"))
    monkeypatch.setattr(book, "rooms", lambda title=book.rooms()[0].title: (book.Room(title, few),))
    monkeypatch.setattr(book, "picture_file", lambda step, lang: tmp_path / "kept" / lang / f"{step}.webp")
    steps = sorted({step for chapter in few for step in book.pictures(book.words(chapter.name, "en"))})
    picture = QImage(1366, 768, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "one.png"))
    walked = [{"step": step, "ms": 1, "picture": "one.png", "ok": step != "today"} for step in steps]
    (tmp_path / "tour.json").write_text(json.dumps(walked), encoding="utf-8")
    return tmp_path


def test_the_book_is_made_from_a_tour(qapp: QApplication, drawn: Path) -> None:
    try:
        assert make.main([str(drawn), "en", str(drawn / "out")]) == 1  # and says what it lacks
        kept = QImage(str(book.picture_file("inside", "en")))
        assert kept.width() == make.WIDTH
        assert not book.picture_file("today", "en").exists()
        page = (drawn / "out" / "manual.en.html").read_text(encoding="utf-8")
        assert page.count("data:image/webp;base64,") == len(list((drawn / "kept" / "en").iterdir()))
        assert all(f">{s.label}<" in page for s in SHORTCUTS)
        assert (drawn / "out" / "manual.en.pdf").read_bytes().startswith(b"%PDF")
    finally:
        i18n.install(i18n.SOURCE)


def test_contents_name_the_page_a_chapter_begins_on() -> None:
    text = whole.markdown("zh_CN", {name: 40 + nth for nth, name in enumerate(NAMES)})
    assert f"- {book.title('today', 'zh_CN')} … {40 + NAMES.index('today')}" in text


def test_the_reader_shows_words_without_pictures_and_pictures_no_wider_than_itself(qtbot: QtBot, drawn: Path) -> None:
    make.keep(drawn / "one.png", book.picture_file("inside", "en"))
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(500, 400)
    reader.show()
    reader.show_chapter("Before\n\n![](inside)\n\n![](today)\n\nAfter\n", "en")
    assert reader.toPlainText().count("\ufffc") == 1
    assert (reader.toPlainText().count("Before"), reader.toPlainText().count("After")) == (1, 1)
    assert reader.document().idealWidth() <= reader.viewport().width()
    reader.resize(900, 400)
    assert reader.toPlainText().count("Before") == 1


def test_the_look_at_itself_sees_a_chapter_that_is_lacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desk.selftest.runner import Wrong
    from ui.manual import checked

    shutil.copytree(book.folder(), tmp_path / "manual", ignore=shutil.ignore_patterns("pictures"))
    monkeypatch.setattr(book, "folder", lambda: tmp_path / "manual")
    book.words.cache_clear()
    assert checked.manual(tmp_path).startswith(f"{len(book.chapters())} chapters in 2 languages, 0 of ")
    (tmp_path / "manual" / "en" / "scan.md").rename(tmp_path / "manual" / "en" / "skan.md")
    with pytest.raises(Wrong, match="folder en: scan, skan"):
        checked.manual(tmp_path)
    book.words.cache_clear()
