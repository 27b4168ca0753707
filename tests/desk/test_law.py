"""The law, row by row: every row of decision 032 names tests that exist, or says why there is none; and rules without a room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from desk.records.rules import PERIODS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "desk" / "decisions" / "032-the-law-row-by-row.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[2] for row in re.findall(r"^\| ([A-G]\d+) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)}
EXPECTED = [f"{letter}{n}" for letter, count in zip("ABCDEFG", (16, 16, 3, 4, 1, 2, 2), strict=True) for n in range(1, count + 1)]  # fmt: skip
NAMED = sorted({name for held in ROWS.values() for name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", held)})
WRITES = {"imwrite", "imencode"}
SHUTTER = {"desk/codes/decode/trial.py"}  # invented pictures for the bench: no camera


def test_every_row_is_there_with_a_test_or_a_reason() -> None:
    assert list(ROWS) == EXPECTED
    for row, held in ROWS.items():
        assert "`tests/" in held or len(held.partition("Reason: ")[2]) > 40, row


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_the_test_that_is_named_exists(path: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_security_logs_stay_for_six_months_at_least() -> None:
    assert PERIODS["security_log"].shortest >= 184
    assert PERIODS["disclosure"].shortest >= 3 * 365
    assert PERIODS["privacy_request"].shortest >= 3 * 365


def test_one_place_alone_makes_a_picture_of_a_frame() -> None:
    """Frames become files where somebody pressed the shutter (ui/hardware/pictures.py), by Qt; OpenCV writes none anywhere."""
    writers = set()
    for room in ("desk", "ui", "drivers"):
        for path in (ROOT / room).rglob("*.py"):
            names = {
                one.attr
                for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(one, ast.Attribute)
            }
            if names & WRITES:
                writers.add(path.relative_to(ROOT).as_posix())
    assert writers <= SHUTTER
    eyes = [*(ROOT / "ui" / "hardware").glob("*.py"), *(ROOT / "ui" / "faces").glob("*.py")]
    saving = {
        path.name for path in eyes if re.search(r"image\.save\(|pixmap\.save\(", path.read_text(encoding="utf-8"))
    }
    assert saving == {"pictures.py"}


THREATS = (ROOT / "desk" / "decisions" / "033-threat-model.md").read_text(encoding="utf-8")
HELD = sorted(set(re.findall(r"`(tests/[\w/]+(?:\.py)?)(?:::(\w+))?`", THREATS)) - {("tests/desk/test_law.py", "")})


@pytest.mark.parametrize(("path", "name"), HELD)
def test_what_the_threat_model_leans_on_exists(path: str, name: str) -> None:
    there = ROOT / path
    assert there.exists()
    assert not name or f"\ndef {name}(" in there.read_text(encoding="utf-8")


def test_the_threat_model_says_of_each_attacker_what_does_not_hold() -> None:
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", THREATS, re.MULTILINE)
    told = [row for row in rows if row[0] not in ("Attacker", "---")]
    assert len(told) >= 12
    assert all(len(row[3]) > 10 and "`tests/" in row[2] for row in told)
