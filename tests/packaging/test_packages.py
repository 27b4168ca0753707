"""Packages from a small stand-in for the program: what they declare, where files lie, and the same bytes each time."""

import os
import shutil
import subprocess
from pathlib import Path

import build_deb
import elf_needs
import payload
import product
import pytest
from talk import Stop

needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="no dpkg-deb on this system")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program, a library's licence and a link in it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = tmp_path / "program"
    (made / "lib" / "licences").mkdir(parents=True)
    shutil.copy(shutil.which("true") or "/bin/true", made / product.NAME)
    (made / "lib" / "licences" / "THIRD-PARTY.txt").write_text("Qt LGPL", encoding="utf-8")
    (made / "lib" / "same").symlink_to("licences")
    return made


@needs_dpkg
def test_a_deb_has_everything_in_its_place_and_declares_what_it_needs(folder: Path, tmp_path: Path) -> None:
    made = build_deb.make(folder, tmp_path / "dist")
    fields = subprocess.run(["dpkg-deb", "--field", str(made)], capture_output=True, text=True, check=True).stdout
    assert f"Version: {product.version()}\n" in fields
    assert "Depends: libc6 (>= 2." in fields
    listed = subprocess.run(["dpkg-deb", "--contents", str(made)], capture_output=True, text=True, check=True).stdout
    for name in (
        "/usr/lib/gatehouse-desk/gatehouse-desk", "/usr/bin/gatehouse-desk -> ../lib/gatehouse-desk/gatehouse-desk",
        "/usr/share/applications/gatehouse-desk.desktop", "/usr/lib/udev/rules.d/70-gatehouse-desk.rules",
        "/usr/lib/systemd/system/gatehouse-hub.service", "/etc/default/gatehouse-hub", "/usr/share/doc/gatehouse-desk/copyright",
    ):  # fmt: skip
        assert name in listed
    assert all(" root/root " in line for line in listed.splitlines())
    scripts = tmp_path / "scripts"
    subprocess.run(["dpkg-deb", "--control", str(made), str(scripts)], check=True)
    for name in ("postinst", "prerm", "postrm"):
        assert os.access(scripts / name, os.X_OK)
        subprocess.run(["sh", "-n", str(scripts / name)], check=True)


@needs_dpkg
def test_two_builds_of_one_commit_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = build_deb.make(folder, tmp_path / "one").read_bytes()
    for path in folder.rglob("*"):
        if not path.is_symlink():
            os.utime(path, (1, 1))
    assert build_deb.make(folder, tmp_path / "two").read_bytes() == first


def test_the_fingerprint_sees_a_byte_a_name_and_a_link(folder: Path) -> None:
    seen = {payload.digest(folder)}
    (folder / "lib" / "licences" / "THIRD-PARTY.txt").write_text("Qt LGPM", encoding="utf-8")
    seen.add(payload.digest(folder))
    (folder / "lib" / "same").rename(folder / "lib" / "other")
    seen.add(payload.digest(folder))
    (folder / "lib" / "other").unlink()
    (folder / "lib" / "other").symlink_to("..")
    seen.add(payload.digest(folder))
    assert len(seen) == 4


def test_files_are_made_even(folder: Path) -> None:
    (folder / "lib" / "licences" / "THIRD-PARTY.txt").chmod(0o600)
    payload.even(folder, 1_700_000_000)
    assert (folder / "lib" / "licences" / "THIRD-PARTY.txt").stat().st_mode & 0o777 == 0o644
    assert (folder / product.NAME).stat().st_mode & 0o777 == 0o755
    assert {int(path.lstat().st_mtime) for path in folder.rglob("*")} == {1_700_000_000}


def test_what_a_library_asks_of_the_system_becomes_what_the_package_declares() -> None:
    said = "  0x0010:   Name: GLIBC_2.36  Flags: none\n  0x20: Name: GLIBC_2.4  Flags\n  Name: GLIBCXX_3.4.30 Flags"
    assert elf_needs.newest(said, "GLIBC") == (2, 36)
    assert elf_needs.newest(said, "GLIBCXX") == (3, 4, 30)
    assert elf_needs.newest("", "GLIBC") == ()


def test_a_build_that_is_not_there_cannot_be_proved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import prove_linux
    import prove_windows

    monkeypatch.setattr(prove_linux, "DIST", tmp_path)
    monkeypatch.setattr(prove_windows, "ROOT", tmp_path)
    with pytest.raises(Stop, match="build linux"):
        prove_linux.newest("deb")
    with pytest.raises(Stop, match="build windows"):
        prove_windows.run()


def test_every_placeholder_is_filled() -> None:
    for source, _ in build_deb.FILES.values():
        filled = build_deb.filled(source.read_text(encoding="utf-8"))
        assert not [word for word in ("@VERSION@", "@APP_ID@", "@DATE@", "@MAKER@") if word in filled]
    metainfo = build_deb.filled((build_deb.HERE / "metainfo.xml").read_text(encoding="utf-8"))
    assert f'version="{product.version()}"' in metainfo


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this system")
def test_systemd_understands_every_line_of_the_hub_service(tmp_path: Path) -> None:
    units = tmp_path / "usr" / "lib" / "systemd" / "system"
    units.mkdir(parents=True)
    (tmp_path / "usr" / "bin").mkdir()
    shutil.copy(shutil.which("true") or "/bin/true", tmp_path / "usr" / "bin" / "gatehouse-desk")
    for name in ("network-online", "multi-user", "basic", "sysinit", "shutdown"):
        (units / f"{name}.target").write_text(f"[Unit]\nDescription={name}\n", encoding="utf-8")
    text = (build_deb.HERE / "gatehouse-hub.service").read_text(encoding="utf-8")
    for words, said in ((text, ""), (text.replace("PrivateTmp=", "PrivateTemp="), "PrivateTemp")):
        (units / "gatehouse-hub.service").write_text(words, encoding="utf-8")
        asked = subprocess.run(
            ["systemd-analyze", "verify", f"--root={tmp_path}", "gatehouse-hub.service"], capture_output=True, text=True, check=False
        )  # fmt: skip
        assert said in asked.stderr
        assert bool(asked.stderr) is bool(said)


def test_starts_are_held_to_their_limits() -> None:
    import prove_linux

    told = '{"bench": "startup", "warm": {"first_paint_ms_median": 400.0, "ready_ms_median": 1900.5}, "cold": {}}'
    assert prove_linux.warm(f"words of Qt\n{told}\n")["ready_ms_median"] == 1900.5
    assert prove_linux.in_time(told)
    assert not prove_linux.in_time(told.replace("400.0", "1200.0"))
    assert not prove_linux.in_time(told.replace("1900.5", "3000.1"))
    assert not prove_linux.in_time("nothing at all")
