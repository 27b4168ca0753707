"""Stand-ins for the system's installer: real programs in a folder of the test, which write down what they were called with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SCRIPT = """#!/bin/sh
here=$(dirname "$0")
for word in "$@"; do printf '%s\\n' "$word" >> "$here/calls"; done
printf '%s\\n' == >> "$here/calls"
echo "apt speaks"
[ -e "$here/number" ] && exit "$(cat "$here/number")"
for word in "$@"; do last=$word; done
cp "$last" "$here/installed"
"""


class Installer:
    """`pkexec` of this test: first on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        program = folder / "pkexec"
        program.write_text(SCRIPT, encoding="utf-8")
        program.chmod(0o755)

    def answer(self, number: int) -> None:
        (self.folder / "number").write_text(str(number), encoding="utf-8")

    def calls(self) -> list[list[str]]:
        """The words of each call."""
        file = self.folder / "calls"
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        return [part.split("\n")[:-1] for part in text.split("==\n")[:-1]]

    def installed(self) -> bytes:
        file = self.folder / "installed"
        return file.read_bytes() if file.is_file() else b""


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    made = Installer(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{made.folder}{os.pathsep}{os.environ['PATH']}")
    return made
