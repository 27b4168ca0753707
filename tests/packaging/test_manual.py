"""The manual of a build: made once, from a tour in each language, and told when a tour came to nothing."""

from __future__ import annotations

from pathlib import Path

import manual
import pytest

PYTHON = Path("/a/python")


def walked(monkeypatch: pytest.MonkeyPatch, writes: bool, code: bool) -> list[list[str]]:
    """Commands that were started; a tour writes its report or not, every command ends well or not."""
    seen: list[list[str]] = []

    def run(words: list[str], env: dict[str, str]) -> bool:
        seen.append(words)
        assert env["QT_QPA_PLATFORM"] == "offscreen"
        if "--tour" in words and writes:
            folder = Path(words[words.index("--tour") + 1])
            folder.mkdir()
            (folder / "tour.json").write_text("[]", encoding="utf-8")
        return code

    monkeypatch.setattr(manual, "_run", run)
    return seen


def test_a_tour_in_each_language_becomes_a_manual(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = walked(monkeypatch, writes=True, code=True)
    assert manual.make(PYTHON, tmp_path / "pictures", tmp_path / "out") == 0
    tours, made = seen[::2], seen[1::2]
    assert [words[words.index("--lang") + 1] for words in tours] == ["zh_CN", "en"]
    assert all({"--demo", "--home"} <= set(words) for words in tours)
    assert [words[2:3] + words[4:] for words in made] == [
        ["ui.manual.make", lang, str(tmp_path / "out")] for lang in ("zh_CN", "en")
    ]


def test_a_tour_with_a_failed_step_still_gives_its_pictures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = walked(monkeypatch, writes=True, code=False)
    assert manual.make(PYTHON, tmp_path / "pictures", tmp_path / "out") == 1
    assert len(seen) == 4


def test_a_tour_that_stood_still_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = walked(monkeypatch, writes=False, code=False)
    assert manual.make(PYTHON, tmp_path / "pictures", tmp_path / "out") == 1
    assert len(seen) == 2
    said = capsys.readouterr()
    assert "came to no end" in said.out + said.err


def test_pictures_that_are_there_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = walked(monkeypatch, writes=True, code=True)
    for lang in manual.LANGUAGES:
        (tmp_path / lang).mkdir()
    assert manual.ensure(PYTHON, tmp_path) == 0
    assert not seen
    (tmp_path / "en").rmdir()
    assert manual.ensure(PYTHON, tmp_path) == 0
    assert seen
