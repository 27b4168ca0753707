"""The stamp that makes the second call quick, the choice of Python, and the sentences for a person who must act."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import setup_venv
import system_libs
from talk import Stop

LOCKS = {"locked.txt": "aa", "locked-dev.txt": "bb"}


def test_a_fresh_folder_holds_nothing(tmp_path: Path) -> None:
    assert not setup_venv.Stamp(tmp_path).holds((3, 11), LOCKS)


def test_the_stamp_holds_exactly_what_was_installed(tmp_path: Path) -> None:
    setup_venv.Stamp(tmp_path).write(python=[3, 11], **LOCKS)
    stamp = setup_venv.Stamp(tmp_path)
    assert stamp.holds((3, 11), LOCKS)
    assert stamp.holds((3, 11), {"locked.txt": "aa"})
    assert not stamp.holds((3, 12), LOCKS)
    assert not stamp.holds((3, 11), {"locked.txt": "changed"})
    assert not stamp.holds(None, LOCKS)


def test_writing_adds_and_keeps(tmp_path: Path) -> None:
    setup_venv.Stamp(tmp_path).write(python=[3, 11], **LOCKS)
    setup_venv.Stamp(tmp_path).write(libraries="cc")
    assert setup_venv.Stamp(tmp_path).facts == {"python": [3, 11], "libraries": "cc", **LOCKS}


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00"])
def test_a_broken_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "gatehouse-setup.json").write_text(text, encoding="utf-8")
    assert not setup_venv.Stamp(tmp_path).holds((3, 11), {})


def test_an_interrupted_installation_is_not_trusted(tmp_path: Path) -> None:
    stamp = setup_venv.Stamp(tmp_path)
    stamp.write(python=[3, 11], **LOCKS)
    stamp.unfinished.touch()
    assert not stamp.holds((3, 11), LOCKS)


def test_a_half_made_venv_is_not_usable_and_is_made_anew(tmp_path: Path) -> None:
    half = tmp_path / ".venv"
    venv.create(half, with_pip=False, symlinks=os.name != "nt")
    assert not setup_venv.usable(half)
    (half / "rubbish").touch()
    setup_venv.make_venv([sys.executable], half)
    assert setup_venv.usable(half)
    assert not (half / "rubbish").exists()


def test_no_venv_is_not_usable(tmp_path: Path) -> None:
    assert not setup_venv.usable(tmp_path / "none")


def test_the_version_of_this_python() -> None:
    assert setup_venv.version_of([sys.executable]) == sys.version_info[:2]


@pytest.mark.parametrize(
    ("version", "good"),
    [((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), True), ((3, 14), False), (None, False)],
)
def test_which_pythons_suit(version: tuple[int, int] | None, good: bool) -> None:
    assert setup_venv.suits(version) is good


@pytest.mark.parametrize("version", [(3, 9), (3, 14)])
def test_the_sentence_for_a_wrong_python_names_the_versions(version: tuple[int, int]) -> None:
    said = setup_venv.wrong_python(version)
    assert f"This is Python {version[0]}.{version[1]}" in said
    assert "3.11" in said
    assert "install" in said


def test_the_sentence_on_windows_has_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_venv, "WINDOWS", True)
    assert "py -3.13 packaging\\dev.py run" in setup_venv.wrong_python((3, 9))


def test_an_old_python_looks_for_a_suitable_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    neighbour = tmp_path / "python3.12"
    neighbour.write_text("#!/bin/sh\necho 3 12\n", encoding="utf-8")
    neighbour.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(setup_venv.sys, "version_info", (3, 9, 2))
    assert setup_venv.suitable_python() == ["python3.12"]
    neighbour.unlink()
    with pytest.raises(Stop, match=r"This is Python 3\.9"):
        setup_venv.suitable_python()


def test_a_ready_venv_is_returned_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv.create(tmp_path, with_pip=False, symlinks=os.name != "nt")
    facts = {"locked.txt": setup_venv.digest("locked.txt"), "libraries": system_libs.fingerprint()}
    setup_venv.Stamp(tmp_path).write(python=list(sys.version_info[:2]), **facts)
    begun: list[str] = []
    monkeypatch.setattr(setup_venv, "_bring", lambda *_: begun.append("set-up"))
    assert setup_venv.ensure(venv=tmp_path) == setup_venv.python_of(tmp_path)
    assert begun == []
    setup_venv.ensure(setup_venv.DEVELOPMENT, tmp_path)
    assert begun == ["set-up"]


def test_a_failing_pip_is_said_plainly_and_leaves_no_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv.create(tmp_path, with_pip=False, symlinks=os.name != "nt")  # no pip: the call fails by itself
    with pytest.raises(Stop, match="could not be installed"):
        setup_venv.install("locked.txt", tmp_path)
    stamp = setup_venv.Stamp(tmp_path)
    assert not stamp.unfinished.exists()
    assert stamp.facts == {}


def test_a_killed_pip_leaves_the_mark_that_makes_the_next_set_up_begin_anew(tmp_path: Path) -> None:
    python = setup_venv.python_of(tmp_path)
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    python.chmod(0o755)
    with pytest.raises(Stop):
        setup_venv.install("locked.txt", tmp_path)
    assert setup_venv.Stamp(tmp_path).unfinished.exists()


def test_the_interpreter_of_a_venv_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_venv, "WINDOWS", True)
    assert setup_venv.python_of(Path("v")) == Path("v/Scripts/python.exe")
    assert setup_venv.tool("ruff", Path("v")) == str(Path("v/Scripts/ruff.exe"))


def test_the_scripts_start_on_a_python_too_old_for_the_program() -> None:
    """The sentence for an old Python can only be said when the files parse there: no syntax newer than 3.8."""
    import ast

    for name in ("dev", "setup_venv", "system_libs", "launch", "checks", "build_program", "talk", "test_tools"):
        text = (setup_venv.ROOT / "packaging" / f"{name}.py").read_text(encoding="utf-8")
        assert ast.parse(text, feature_version=(3, 8)), name


def test_two_set_ups_wait_for_each_other() -> None:
    code = "import setup_venv\nwith setup_venv.alone(): print('in', flush=True)"
    with setup_venv.alone():
        other = subprocess.Popen(
            [sys.executable, "-c", code], cwd=setup_venv.ROOT / "packaging", stdout=subprocess.PIPE, text=True
        )
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=0.5)
    assert other.communicate(timeout=30)[0] == "in\n"
