"""python -m desk import-people: lines the window reads, a report beside it, exit codes scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk import app
from desk.__main__ import main
from desk.store.store import Founding
from tests.people import sheets


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = app.build(tmp_path / "home")
    desk.found(Founding("锦绣苑", "南门"))
    desk.close()
    return tmp_path / "home"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_import_and_report(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [*sheets.GOOD, ("", "", "", "王秘密", "", "", "")]
    path = sheets.write_csv(tmp_path / "a.csv", rows, "gb18030")
    report = tmp_path / "report.csv"
    args = ["import-people", str(path), "--home", str(home), "--json", "--progress", "--report", str(report)]
    assert main([*args, "--dry-run"]) == 0
    would = lines(capsys)[-1]["report"]
    assert main(args) == 0
    found = lines(capsys)
    assert {"stage": "done", "done": 5, "total": 5} in found
    issue = found[-2]["issue"]
    assert isinstance(issue, dict)
    assert (issue["row"], issue["column"], issue["code"]) == (6, "C", "people.room_missing")
    done = found[-1]["report"]
    assert isinstance(done, dict)
    assert isinstance(would, dict)
    assert done == {**would, "dry_run": False}
    assert (done["people_new"], done["encoding"]) == (3, "gb18030")
    assert "王秘密" not in json.dumps(found, ensure_ascii=False) + report.read_text("utf-8-sig")
    assert main(args) == 0
    again = lines(capsys)[-1]["report"]
    assert isinstance(again, dict)
    assert (again["people_new"], again["unchanged"]) == (0, 4)


def test_failures_have_codes(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import-people", str(tmp_path / "none.csv"), "--home", str(home)]) == 1
    assert "people.sheet_missing" in capsys.readouterr().err
    bad = sheets.write_csv(tmp_path / "a.csv", [("", "", "", "张三", "", "", "")])
    assert main(["import-people", str(bad), "--home", str(home)]) == 1
    assert "people.room_missing" in capsys.readouterr().out
