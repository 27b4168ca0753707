"""Exports: rights, masks, what the trail says, cancel and faults that leave nothing, memory that stays flat."""

from __future__ import annotations

import csv
import errno
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused, Trouble
from desk.operators.rules import actor_of
from desk.records import sheets
from desk.records.audit_export import audit_export
from desk.records.exports import ExportKind, Order, export
from desk.records.reads_audit import AuditFilter, lines
from desk.store.store import Store
from desk.store.unit import Reading
from tests.records.test_rules import CORPUS


def kind(count: int, name: str = "赵测试") -> ExportKind:
    def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[list[str | int | None]]:
        for n in range(count):
            yield [n, "赵*" if masked else name, f"备注 {n}", None, "2026-11-18 09:00:00", -n, "沪A12345", "=1+1"]

    columns = ("number", "name", "note", "empty", "at", "minus", "plate", "formula")
    return ExportKind("people", "export.people", columns, rows, lambda r, since, until: count)


def order(target: Path, count: int = 3, **options: Any) -> Order:
    return Order(kind(count), target, **options)


def read_csv(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(raw.decode("utf-8-sig").splitlines()))


def trail(store: Store) -> list[tuple[str, dict[str, Any]]]:
    with store.reading() as r:
        found = [line for line in lines(r, AuditFilter()) if line.action.startswith("export.")]
    return [(line.action, line.detail) for line in reversed(found)]


def test_csv(store: Store, actor: Actor, tmp_path: Path) -> None:
    done = export(store, order(tmp_path / "out.csv", titles={"name": "姓名"}), actor)
    assert (done.rows, done.masked) == (3, True)
    head, first, *_ = read_csv(done.path)
    assert head[:2] == ["number", "姓名"]
    assert first == ["0", "赵*", "备注 0", "", "2026-11-18 09:00:00", "0", "沪A12345", "'=1+1"]
    assert [p.name for p in tmp_path.glob("*out*")] == ["out.csv"]
    assert not list(tmp_path.glob(f"{sheets.SCRATCH}*"))


def test_xlsx(store: Store, actor: Actor, tmp_path: Path) -> None:
    export(store, order(tmp_path / "out.xlsx", form="xlsx"), actor)
    page = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert page is not None
    cells = [[cell.value for cell in row] for row in page.iter_rows()]
    assert cells[2] == [1, "赵*", "备注 1", None, "2026-11-18 09:00:00", -1, "沪A12345", "'=1+1"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_formula_corpus_is_text_in_both_forms(form: str, store: Store, actor: Actor, tmp_path: Path) -> None:
    corpus = ExportKind("x", "export.people", ("cell",), lambda r, s, u, m: ([text] for text in CORPUS))
    export(store, Order(corpus, tmp_path / "out", form), actor)
    if form == "csv":
        raw = (tmp_path / "out").read_text("utf-8-sig")
        assert raw.count("\"'") + raw.count('"?') == len(CORPUS)
        return
    with zipfile.ZipFile(tmp_path / "out") as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in file.namelist()  # no links either


def test_a_semicolon_or_quote_opens_no_new_cell(store: Store, actor: Actor, tmp_path: Path) -> None:
    nasty = 'a";=1+1;"b,\n=2'
    corpus = ExportKind("x", "export.people", ("cell",), lambda r, s, u, m: iter([[nasty]]))
    export(store, Order(corpus, tmp_path / "out"), actor)
    with (tmp_path / "out").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["cell"], [nasty]]


def test_rights_and_the_trail(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        export(store, order(tmp_path / "out"), actor_of("a" * 32, "volunteer"))
    assert refused.value.code == "right.missing"
    assert trail(store) == []
    export(store, order(tmp_path / "out"), actor_of("a" * 32, "manager"))
    (begun, facts), (done, more) = trail(store)
    assert (begun, done) == ("export.begun", "export.done")
    assert facts == {"export": "people", "form": "csv", "masked": True, "reason": ""}
    assert more["rows"] == 3


def test_full_values_take_a_manager_and_a_reason(store: Store, tmp_path: Path) -> None:
    visits = ExportKind("visits", "export.visits", kind(1).columns, kind(1).rows)
    full = {"masked": False, "reason": "派出所来函"}
    with pytest.raises(Refused) as refused:
        export(store, Order(visits, tmp_path / "out", **full), actor_of("a" * 32, "auditor"))  # type: ignore[arg-type]
    assert refused.value.code == "right.missing"
    manager = actor_of("a" * 32, "manager")
    with pytest.raises(Refused) as refused:
        export(store, Order(visits, tmp_path / "out", masked=False, reason="  "), manager)
    assert refused.value.code == "export.reason"
    export(store, Order(visits, tmp_path / "out", **full), manager)  # type: ignore[arg-type]
    assert read_csv(tmp_path / "out")[1][1] == "赵测试"


def test_an_unknown_form(store: Store, actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        export(store, order(tmp_path / "out", form="pdf"), actor)
    assert refused.value.code == "export.form"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_cancel_leaves_no_file_and_the_old_one_stands(form: str, store: Store, actor: Actor, tmp_path: Path) -> None:
    (target := tmp_path / "sub" / "out").parent.mkdir()
    target.write_text("old")
    seen: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        seen.append((done, total))

    with pytest.raises(Refused) as refused:
        export(store, order(target, 5000, form=form), actor, progress, lambda: len(seen) == 3)
    assert refused.value.code == "export.cancelled"
    assert seen == [(500, 5000), (1000, 5000), (1500, 5000)]
    assert [p.name for p in target.parent.iterdir()] == ["out"]
    assert target.read_text() == "old"
    assert trail(store)[-1][0] == "export.stopped"
    assert trail(store)[-1][1]["why"] == "export.cancelled"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_disk_full(form: str, store: Store, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills while rows are written (a file system's answer, put in where the sheet writes)."""
    (target := tmp_path / "sub" / "out").parent.mkdir()

    def full(self: object, cells: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sheets.FORMATS[form], "row", full)
    with pytest.raises(Trouble) as trouble:
        export(store, order(target, form=form), actor)
    assert trouble.value.code == "export.disk_full"
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_is_not_there(store: Store, actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        export(store, order(tmp_path / "none" / "out"), actor)
    assert trouble.value.code == "export.folder_missing"


def test_what_a_killed_export_left_is_swept_by_the_next(store: Store, actor: Actor, tmp_path: Path) -> None:
    import os
    import time

    left, running = tmp_path / f"{sheets.SCRATCH}old", tmp_path / f"{sheets.SCRATCH}new"
    for folder in (left, running):
        folder.mkdir()
        (folder / "table").write_text("names")
    old_s = time.time() - 3600
    for path in (left / "table", left):
        os.utime(path, (old_s, old_s))
    export(store, order(tmp_path / "out"), actor)
    assert not left.exists()
    assert running.exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_fifty_thousand_rows_stay_flat(form: str, store: Store, actor: Actor, tmp_path: Path) -> None:
    peaks = []
    for count in (2_000, 50_000):
        narrow = ExportKind(
            "x", "export.people", ("n", "t"), lambda r, s, u, m, c=count: ((n, f"备注 {n}" * 9) for n in range(c))
        )
        tracemalloc.start()
        assert export(store, Order(narrow, tmp_path / "out", form), actor).rows == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 2_000_000  # all of it in memory would be about 10 MB more


def test_a_sheet_too_long_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sheets, "SHEET_ROWS", 3)
    with sheets.sheet(tmp_path / "out.xlsx", "xlsx", ["n"]) as table:
        for n in range(7):
            table.row([n])
    pages = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets
    assert [[row[0].value for row in page.iter_rows()] for page in pages] == [["n", 0, 1, 2], ["n", 3, 4, 5], ["n", 6]]


def test_the_trail_itself_can_be_exported(store: Store, tmp_path: Path) -> None:
    auditor = actor_of("a" * 32, "auditor")
    labels = {"a" * 32: "赵老师"}
    export(store, Order(audit_export(lambda r: labels), tmp_path / "out"), auditor)
    *_, last = read_csv(tmp_path / "out")
    assert last[3:7] == ["赵老师", "auditor", last[5], "export.begun"]
