"""The commands of dev.py: what each word starts, with which arguments, and what a wrong one says."""

from pathlib import Path

import build_program
import checks
import dev
import launch
import manual
import pytest
import setup_venv
from talk import Stop

PYTHON = Path("/a/python")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Set-up and the three doers replaced by ones that note how they were called."""
    seen: list[tuple[object, ...]] = []

    def note(word: str, code: int = 0):
        def fake(*args: object, **named: object) -> object:
            seen.append((word, *args, *named.items()))
            return PYTHON if word == "set-up" else code

        return fake

    monkeypatch.setattr(setup_venv, "ensure", note("set-up"))
    monkeypatch.setattr(launch, "run", note("run", 5))
    monkeypatch.setattr(checks, "run", note("checks"))
    monkeypatch.setattr(build_program, "run", note("build"))
    monkeypatch.setattr(manual, "make", note("manual", 3))
    monkeypatch.setattr(manual, "ensure", lambda python: 1)  # what lacks is said and stops no build
    return seen


@pytest.mark.parametrize(
    ("words", "args"),
    [
        (["run"], []),
        (["run", "--", "--demo", "--lang", "en"], ["--demo", "--lang", "en"]),
        (["run", "--demo"], ["--demo"]),
        (["run", "--", "--", "x"], ["--", "x"]),
    ],
)
def test_run_hands_its_arguments_and_exit_code_on(
    calls: list[tuple[object, ...]], words: list[str], args: list[str]
) -> None:
    assert dev.main(words) == 5
    assert calls == [("set-up", "locked.txt"), ("run", PYTHON, args)]


def test_test_hands_options_to_pytest(calls: list[tuple[object, ...]]) -> None:
    assert dev.main(["test", "-k", "stamp"]) == 0
    assert calls == [
        ("set-up", "locked-dev.txt"),
        ("checks", PYTHON, ("tests", True), ("pytest_args", ["-k", "stamp"])),
    ]


def test_check_runs_no_tests(calls: list[tuple[object, ...]]) -> None:
    assert dev.main(["check"]) == 0
    assert calls[1:] == [("checks", PYTHON, ("tests", False))]


def test_build_names_its_target(calls: list[tuple[object, ...]]) -> None:
    assert dev.main(["build", "linux", "--tour", "x"]) == 0
    assert calls[1:] == [("build", PYTHON, "linux", ["--tour", "x"])]


@pytest.mark.parametrize("words", [[], ["fly"], ["check", "x"], ["build"], ["build", "amiga"]])
def test_words_not_understood_show_the_usage(
    calls: list[tuple[object, ...]], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(words) == 2
    assert calls == []
    assert "dev.py run" in capsys.readouterr().err


def test_help_is_no_error(calls: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    assert "dev.py test" in capsys.readouterr().out


def test_a_stop_is_said_without_a_trace(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def ensure(_: str) -> Path:
        raise Stop("Please type this line")

    monkeypatch.setattr(setup_venv, "ensure", ensure)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "\nPlease type this line\n"


def test_a_build_for_another_system_is_refused() -> None:
    other = "windows" if launch.sys.platform.startswith("linux") else "linux"
    with pytest.raises(Stop, match="only for the system it runs on"):
        build_program.run(PYTHON, other, [])


def test_manual_makes_the_manual_anew(calls: list[tuple[object, ...]]) -> None:
    assert dev.main(["manual"]) == 3
    assert calls == [("set-up", "locked.txt"), ("manual", PYTHON)]
