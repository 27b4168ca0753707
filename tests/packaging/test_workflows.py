"""The workflows call what dev.py can do, and bring every program it asks for."""

import re
from pathlib import Path

import build_appimage
import build_windows
import dev
import pytest
import roots

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
CALL = re.compile(r"dev\.py (\w+) ?(\w*)")


def test_the_packages_job_brings_what_a_build_and_its_proofs_ask_for() -> None:
    text = (FOLDER / "linux.yml").read_text(encoding="utf-8")
    brought = set(re.findall(r"[a-z0-9][-a-z0-9.+]+", text[text.index("apt-get install") : text.index("git config")]))
    asked = {*build_windows.PACKAGES, *build_appimage.PACKAGES, "binutils", "iproute2", "xz-utils", "python3-venv"}
    assert asked - brought == set()


@pytest.mark.parametrize("name", ["linux.yml", "windows.yml"])
def test_every_command_of_a_workflow_is_one_of_ours(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8").replace("\\", "/")
    calls = CALL.findall(text)
    known = {(command, word) for command, words in CALL_WORDS.items() for word in words}
    assert calls
    assert set(calls) <= known
    assert set(re.findall(r"packaging/\w+\.py", text)) == {path for path in PATHS if path in text}


CALL_WORDS = {"build": ("linux", "windows", "all"), "prove": ("deb", "appimage", "windows")}
PATHS = [path.relative_to(ROOT).as_posix() for path in (ROOT / "packaging").glob("*.py")]


def test_dev_tells_of_every_command_the_workflows_use() -> None:
    for command, words in CALL_WORDS.items():
        assert all(re.search(rf"dev\.py {command} .*\b{word}\b", dev.USAGE) for word in words)
    assert set(roots.SUITES) == {"bookworm", "trixie"}


def test_the_checks_run_by_the_one_command_of_the_machine() -> None:
    assert "- run: .ci/run" in (FOLDER / "linux.yml").read_text(encoding="utf-8")
    assert "packaging/dev.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
