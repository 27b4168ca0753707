"""`faces compare` and `faces pairs`: scores in the order of the list, and what cannot be compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.__main__ import main
from tests.faces.conftest import PORTRAITS


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_list_of_pairs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "noise.jpg").write_bytes(b"no picture")
    rows = [
        "path_a,path_b",
        f"{PORTRAITS / 'person_b_1.jpg'},{PORTRAITS / 'person_b_2.jpg'}",
        f"{PORTRAITS / 'person_b_1.jpg'},{PORTRAITS / 'impostor_1.jpg'}",
        f"noise.jpg,{PORTRAITS / 'impostor_1.jpg'}",
    ]
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    assert main(["faces", "pairs", str(tmp_path / "list.csv"), "--json"]) == 1
    same, other, noise = lines(capsys)
    assert (same["same"], other["same"], noise["same"]) == (True, False, None)
    assert same["score"] == pytest.approx(0.7531, abs=0.02)
    assert noise["quality_a"] == {"found": False, "why": "unreadable"}
    quality = same["quality_a"]
    assert isinstance(quality, dict)
    assert quality["px"] > 300


def test_two_pictures(capsys: pytest.CaptureFixture[str]) -> None:
    one = str(PORTRAITS / "person_a_1.jpg")
    assert main(["faces", "compare", one, one, "--json"]) == 0
    assert lines(capsys)[0]["score"] == pytest.approx(1, abs=1e-3)


def test_no_list(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["faces", "pairs", str(tmp_path / "none.csv")]) == 1
    assert "picture.unreadable" in capsys.readouterr().err
