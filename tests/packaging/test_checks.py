"""The list of checks and the summary a person reads at the end."""

import sys
from pathlib import Path

import checks
import pytest


def test_every_kind_of_check_is_there() -> None:
    commands = [" ".join(check.command) for check in checks.checks(Path(sys.executable))]
    for word in (
        "format --check",
        "ruff check",
        "house.py",
        "lint-imports",
        "mypy --strict desk drivers",
        "i18n_check",
    ):
        assert any(word in command.replace(".exe", "") for command in commands), word


def test_the_persons_options_reach_pytest() -> None:
    assert checks.pytest_check(Path("py"), ["-x", "tests/core"]).command == ("py", "-m", "pytest", "-x", "tests/core")


def test_the_summary_names_what_failed() -> None:
    text = checks.summary([checks.Outcome("lint", 0, 1.25), checks.Outcome("types", 2, 61.0)])
    assert "ok          1.2 s  lint" in text
    assert "FAILED     61.0 s  types" in text
    assert text.endswith("1 of 2 failed.")
    assert checks.summary([checks.Outcome("lint", 0, 1.0)]).endswith("All 1 passed.")


@pytest.mark.parametrize(("first", "code"), [(0, 0), (3, 1)])
def test_a_failed_check_does_not_hide_those_after_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], first: int, code: int
) -> None:
    def planned(_: Path) -> list[checks.Check]:
        return [
            checks.Check("first", (sys.executable, "-c", f"raise SystemExit({first})")),
            checks.Check("second", (sys.executable, "-c", "import os; print('on', os.environ['QT_QPA_PLATFORM'])")),
            checks.Check("absent", (sys.executable, "-c", "raise SystemExit(1)"), only_if="no/such/file.py"),
        ]

    monkeypatch.setattr(checks, "checks", planned)
    assert checks.run(Path(sys.executable), tests=False) == code
    out = capfd.readouterr().out
    assert "on offscreen" in out
    assert "absent" not in out


def test_programs_that_tests_start_find_what_is_compiled(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    command = (sys.executable, "-c", "import sys; print('written:', not sys.dont_write_bytecode)")
    monkeypatch.setattr(checks, "checks", lambda _: [checks.Check("only", command)])
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert checks.run(Path(sys.executable), tests=False) == 0
    assert "written: True" in capfd.readouterr().out
