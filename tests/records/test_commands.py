"""The commands of this room over a home of their own: audit, export (also as a subprocess, cancelled), retention."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from desk import app
from desk.__main__ import main
from desk.core.paths import home
from desk.exporting import kinds
from desk.operators import service as operators
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.store.store import Founding
from desk.store.tables import AuditLine


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A founded home with two residents and a guard."""
    where = tmp_path / "home"
    desk = app.build(where)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    with desk.store.unit(COMMAND) as u:
        household = people.add_household(u, "3", "1", "1202")
        for name, phone in (("欧阳测试", "10400000001"), ("赵测试", "10400000002")):
            people.bind(u, people.add_person(u, name, phone), household, "owner")
        operators.add_operator(u, "王测试", "guard", "7042")
    desk.close()
    return where


def run(place: Path, capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, list[dict[str, object]], str]:
    rc = main([*argv, "--home", str(place), "--json"])
    said = capsys.readouterr()
    return rc, [json.loads(line) for line in said.out.splitlines()], said.err


def test_audit_verify_names_the_broken_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rc, (report,), _ = run(place, capsys, "audit", "verify")
    assert (rc, report["whole"], report["first_break"]) == (0, True, None)
    desk = app.build(place)
    desk.open()
    with desk.store._writer.begin() as conn:
        conn.execute(update(AuditLine).where(AuditLine.num == 2).values(role="changed"))
    desk.close()
    rc, (report,), _ = run(place, capsys, "audit", "verify")
    assert (rc, report["whole"], report["first_break"], report["why"]) == (1, False, 2, "changed")


def test_audit_list(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rc, lines, _ = run(place, capsys, "audit", "list", "--limit", "2")
    assert rc == 0
    assert lines[0]["action"] == "operator.added"
    assert main(["audit", "list", "--home", str(place)]) == 0
    assert "operator.added" in capsys.readouterr().out


def test_export_people_masked_and_full(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "people.csv"
    rc, (done,), _ = run(place, capsys, "export", "people", "--out", str(out), "--titles", '{"name": "姓名"}')
    assert (rc, done["rows"], done["masked"]) == (0, 2, True)
    text = out.read_text("utf-8-sig")
    assert "姓名" in text
    assert "欧阳*" in text
    assert "10400000001" not in text
    rc, _, err = run(place, capsys, "export", "people", "--out", str(out), "--full")
    assert rc == 1
    assert "export.reason" in err
    rc, (done,), _ = run(place, capsys, "export", "people", "--out", str(out), "--full", "--reason", "业主要求")
    assert (rc, done["masked"]) == (0, False)
    assert "10400000001" in out.read_text("utf-8-sig")


def test_an_operator_asks_with_their_own_rights(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = app.build(home(place))
    desk.open()
    with desk.store.unit(COMMAND) as u:
        guard = operators.add_operator(u, "李测试", "guard")
    desk.close()
    out = str(tmp_path / "out")
    rc, _, err = run(place, capsys, "export", "visits", "--out", out, "--operator", guard.operator_id)
    assert rc == 1
    assert "right.missing" in err
    rc, _, err = run(place, capsys, "export", "visits", "--out", out, "--operator", "f" * 32)
    assert rc == 1
    assert "operator.gone" in err


@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_kind_in_every_form(kind: str, form: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    argv = ("export", kind, "--format", form, "--out", str(tmp_path / "out"), "--since", "2020-01-01", "--until", "2099-12-31")  # fmt: skip
    rc, (done,), _ = run(place, capsys, *argv)
    assert rc == 0
    assert (tmp_path / "out").stat().st_size > 10
    assert kind != "audit" or int(str(done["rows"])) > 3


@pytest.mark.parametrize("way", ["word", "signal"])
def test_a_running_export_is_cancelled(way: str, place: Path, tmp_path: Path) -> None:
    if way == "signal" and sys.platform == "win32":
        pytest.skip("Windows has no SIGTERM to catch")
    desk = app.build(place)
    desk.open()
    with desk.store.unit(COMMAND) as u:
        for n in range(3000):
            u.audit("test.line", n=n)
    desk.close()
    (out := tmp_path / "sub" / "out.xlsx").parent.mkdir()
    command = [sys.executable, "-m", "desk", "export", "audit", "--format", "xlsx", "--out", str(out), "--home", str(place),
               "--progress-json"]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as work:  # fmt: skip
        assert work.stdin
        assert work.stdout
        assert work.stderr
        if way == "signal":
            assert json.loads(work.stdout.readline())["done"] == 500
            work.send_signal(signal.SIGTERM)
        else:
            work.stdin.write("cancel\n")
            work.stdin.flush()
        rc, err = work.wait(30), work.stderr.read()
    if rc == 0:  # it was done before the word came through: then the file is whole
        assert out.exists()
    else:
        assert "export.cancelled" in err
        assert list(out.parent.iterdir()) == []


def test_retention_run_and_list(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rc, (report,), _ = run(place, capsys, "retention", "run")
    assert (rc, report["why"], report["postponed"], report["genuine"]) == (0, "asked", "", True)
    assert {"visitor.guest", "visitor.returning", "first_timer", "disclosure"} <= {line["kind"] for line in report["results"]}  # type: ignore[attr-defined]  # fmt: skip
    rc, found, _ = run(place, capsys, "retention", "list")
    assert (rc, len(found)) == (0, 1)
    assert main(["retention", "list", "--home", str(place)]) == 0
    assert "visitor.guest: 0 erased" in capsys.readouterr().out
