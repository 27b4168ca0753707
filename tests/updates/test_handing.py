"""To the system's installer: what it is called with, what it answers, and that nothing unverified ever runs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desk.core.errors import Fault
from desk.updates import handing
from desk.updates.here import Installed, installed
from tests.updates.installers import Installer, installer

__all__ = ["installer"]
OLD, NEW = b"#!/bin/sh\necho old\n", b"#!/bin/sh\necho new\n"


@pytest.fixture
def deb(tmp_path: Path) -> handing.Ready:
    folder = tmp_path / "home" / "updates"
    folder.mkdir(parents=True)
    file = folder / "x_0.2.0_amd64.deb"
    file.write_bytes(NEW)
    return handing.ready(file, "deb")


@pytest.fixture
def image(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    program = tmp_path / "desk" / "Gatehouse.AppImage"
    program.write_bytes(OLD)
    program.chmod(0o755)
    return program


def code(one: handing.Ready, here: Installed) -> str:
    with pytest.raises(Fault) as caught:
        handing.hand_over(one, here)
    return caught.value.code


HERE = Installed("deb", Path("/usr/lib/gatehouse-desk/gatehouse-desk"))


def test_apt_gets_the_file_itself_and_asks_no_question(deb: handing.Ready, installer: Installer) -> None:
    assert handing.hand_over(deb, HERE)
    assert installer.calls() == [[*handing.APT, str(deb.file)]]
    assert installer.installed() == NEW
    assert (deb.file.parent / "installer.log").read_text(encoding="utf-8") == "apt speaks\n"


@pytest.mark.parametrize(
    ("number", "said"), [(126, "update.not_allowed"), (127, "update.not_allowed"), (100, "update.installer_failed")]
)
def test_what_the_system_answers(deb: handing.Ready, installer: Installer, number: int, said: str) -> None:
    installer.answer(number)
    assert code(deb, HERE) == said
    assert not installer.installed()


def test_a_file_changed_after_it_was_verified_is_not_handed_over(deb: handing.Ready, installer: Installer) -> None:
    deb.file.write_bytes(NEW + b"x")
    assert code(deb, HERE) == "update.changed"
    deb.file.unlink()
    assert code(deb, HERE) == "update.changed"
    assert not installer.calls()


def test_without_pkexec_the_line_to_type_is_named(
    deb: handing.Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert handing.by_hand(deb, HERE) == f"sudo apt install {deb.file}"
    assert code(deb, HERE) == "update.by_hand"


def test_an_appimage_is_swapped_and_the_old_one_stays_beside(deb: handing.Ready, image: Path) -> None:
    one = handing.Ready(deb.file, "appimage", deb.digest)
    assert handing.hand_over(one, Installed("appimage", image))
    assert image.read_bytes() == NEW
    assert os.access(image, os.X_OK)
    assert handing.former(image).read_bytes() == OLD
    assert sorted(path.name for path in image.parent.iterdir()) == [image.name, image.name + ".before"]


@pytest.mark.parametrize("step", ["copyfile", "chmod", "link", "replace"])
def test_killed_while_swapping_there_is_the_old_or_the_new(
    deb: handing.Ready, image: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Died(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Died

    owner = {"copyfile": shutil, "chmod": Path}.get(step, os)
    monkeypatch.setattr(owner, step, die)
    with pytest.raises(Died):
        handing.hand_over(handing.Ready(deb.file, "appimage", deb.digest), Installed("appimage", image))
    assert image.read_bytes() == OLD
    assert os.access(image, os.X_OK)


def test_a_folder_that_cannot_be_written_is_for_a_technician(
    deb: handing.Ready, monkeypatch: pytest.MonkeyPatch, image: Path
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    found = handing.by_hand(handing.Ready(deb.file, "appimage", deb.digest), Installed("appimage", image))
    assert found == f"sudo install -m 755 {deb.file} {image}"


def test_from_the_sources_and_by_msi_nothing_is_handed_over() -> None:
    assert installed().kind == "sources"
    for kind, said in (("sources", "update.from_sources"), ("msi", "update.by_msi")):
        with pytest.raises(Fault) as caught:
            handing.possible(kind)
        assert caught.value.code == said


def test_setup_exe_is_for_windows(deb: handing.Ready) -> None:
    assert (
        code(handing.Ready(deb.file, "setup", deb.digest), Installed("setup", Path("x"))) == "update.installer_failed"
    )
