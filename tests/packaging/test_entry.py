"""The packaged program's first words choose between the window and the command lines."""

import entry
import pytest


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ([], "ui", []),
        (["--demo", "--tour", "desk"], "ui", ["--demo", "--tour", "desk"]),
        (["desk", "doctor", "--json"], "desk", ["doctor", "--json"]),
        (["-m", "desk", "export", "visits"], "desk", ["export", "visits"]),
        (["-m", "ui", "--lang", "en"], "ui", ["--lang", "en"]),
        (["drivers", "list"], "drivers", ["list"]),
        (["desk.hub", "serve", "--port", "0"], "desk.hub", ["serve", "--port", "0"]),
    ],
)
def test_who_is_meant(words: list[str], name: str, rest: list[str]) -> None:
    assert entry.choose(words) == (name, rest)


def test_the_chosen_program_gets_its_own_arguments(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry.sys, "argv", ["gatehouse-desk", "drivers", "list"])
    assert entry.main() == 0
    assert "serial_line" in capsys.readouterr().out
