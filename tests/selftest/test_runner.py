"""The runner tries everything, whatever a check does, and its file is whole at every moment."""

import json
from pathlib import Path

from desk.core.errors import Trouble
from desk.selftest.runner import NOT_REACHED, Check, Outcome, Wrong, run
from tests.conftest import LogWatch


def _wrong(_: Path) -> str:
    raise Wrong("a library is missing")


def _trouble(_: Path) -> str:
    raise Trouble("store.damaged")


def _bug(_: Path) -> str:
    raise LookupError("nobody thought of this")


def test_every_check_is_tried_and_each_failure_says_why(tmp_path: Path, log_watch: LogWatch) -> None:
    log_watch.expect("the check bug failed")
    told: list[Outcome] = []
    looks = {"well": lambda _: "seen", "wrong": _wrong, "trouble": _trouble, "bug": _bug, "last": lambda _: "seen too"}
    assert not run([Check(name, look) for name, look in looks.items()], tmp_path / "f.json", told.append)
    answer = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert [one["ok"] for one in answer["checks"]] == [True, False, False, False, True]
    reasons = {one["name"]: one["reason"] for one in answer["checks"]}
    assert reasons["wrong"] == "a library is missing"
    assert "store.damaged" in reasons["trouble"]
    assert "LookupError" in reasons["bug"]
    assert not answer["ok"]
    assert [one.name for one in told] == list(looks)


def test_all_well_is_said_and_each_check_had_a_folder_of_its_own(tmp_path: Path) -> None:
    folders: list[Path] = []

    def look(folder: Path) -> str:
        (folder / "mine").write_text("1", encoding="utf-8")
        folders.append(folder)
        return "seen"

    assert run([Check("a", look), Check("b", look)], tmp_path / "f.json")
    assert json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))["ok"]
    assert len(set(folders)) == 2
    assert not any(folder.exists() for folder in folders)


def test_a_crash_in_a_check_leaves_a_file_that_names_it(tmp_path: Path) -> None:
    seen: list[dict[str, object]] = []

    def look(_: Path) -> str:
        seen.append(json.loads((tmp_path / "f.json").read_text(encoding="utf-8")))
        return ""

    run([Check("first", look), Check("second", look)], tmp_path / "f.json")
    during_second = seen[1]["checks"]
    assert isinstance(during_second, list)
    assert [(one["name"], one["ok"], one["reason"]) for one in during_second] == [
        ("first", True, ""),
        ("second", False, NOT_REACHED),
    ]
    assert not seen[1]["ok"]
