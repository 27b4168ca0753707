"""Which packages bring Qt's libraries on which system, and the line a person types when we may not install them."""

import os
import subprocess
from pathlib import Path

import pytest
import system_libs
from talk import Stop

BOOKWORM = {"ID": "debian", "VERSION_ID": "12"}
NOBLE = {"ID": "ubuntu", "VERSION_ID": "24.04", "UBUNTU_CODENAME": "noble"}


@pytest.mark.parametrize(
    ("release", "new"),
    [
        (BOOKWORM, False),
        ({"ID": "debian", "VERSION_ID": "13"}, True),
        ({"ID": "debian"}, True),  # testing and unstable carry no number
        ({"ID": "ubuntu", "VERSION_ID": "22.04", "UBUNTU_CODENAME": "jammy"}, False),
        (NOBLE, True),
        ({"ID": "linuxmint", "VERSION_ID": "22", "UBUNTU_CODENAME": "noble"}, True),
        ({"ID": "linuxmint", "VERSION_ID": "21", "UBUNTU_CODENAME": "jammy"}, False),
        ({"ID": "uos", "VERSION_ID": "20"}, False),
        ({}, False),
    ],
)
def test_who_has_the_packages_renamed(release: dict[str, str], new: bool) -> None:
    assert system_libs.uses_t64(release) is new


def test_packages_are_named_as_the_release_names_them() -> None:
    wanted = ["libglib-2.0.so.0", "libcups.so.2", "libEGL.so.1"]
    assert system_libs.packages_for(wanted, BOOKWORM) == ["libcups2", "libegl1", "libglib2.0-0"]
    assert system_libs.packages_for(wanted, NOBLE) == ["libcups2t64", "libegl1", "libglib2.0-0t64"]


def test_the_line_to_type_names_every_package() -> None:
    line = system_libs.apt_line(["libegl1", "libgl1"])
    assert line == "sudo apt-get update && sudo apt-get install --no-install-recommends libegl1 libgl1"


def test_os_release_is_read_with_its_quotes(tmp_path: Path) -> None:
    file = tmp_path / "os-release"
    file.write_text('# a comment\nID=ubuntu\nVERSION_ID="24.04"\n\n', encoding="utf-8")
    assert system_libs.read_os_release(file) == {"ID": "ubuntu", "VERSION_ID": "24.04"}
    assert system_libs.read_os_release(tmp_path / "none") == {}


def test_a_library_that_cannot_be_opened_is_missing() -> None:
    assert system_libs.missing(["libc.so.6", "libgatehouse-none.so.7"]) == ["libgatehouse-none.so.7"]


def fake_commands(folder: Path, **scripts: str) -> None:
    for name, script in scripts.items():
        path = folder / name.replace("_", "-")
        path.write_text("#!/bin/sh\n" + script + "\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the path, so that no real apt or sudo is ever called; the fakes write what they were told."""
    env = subprocess.run(["/bin/sh", "-c", "command -v env"], capture_output=True, text=True, check=True)
    (tmp_path / "env").symlink_to(env.stdout.strip())
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_as_root_apt_refreshes_then_installs(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    fake_commands(commands, apt_get=f'echo "$@" >> {commands}/said')
    system_libs.install(["libegl1"])
    said = (commands / "said").read_text(encoding="utf-8").splitlines()
    assert [line.split("DPkg::Lock::Timeout=300 ")[1] for line in said] == [
        "update",
        "install -y --no-install-recommends libegl1",
    ]


def test_without_rights_the_exact_line_is_said_and_nothing_runs(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    fake_commands(commands, apt_get=f"touch {commands}/ran", sudo="exit 1")
    with pytest.raises(Stop) as stop:
        system_libs.install(["libegl1", "python3.12-venv"])
    assert system_libs.apt_line(["libegl1", "python3.12-venv"]) in str(stop.value)
    assert not (commands / "ran").exists()


def test_sudo_without_a_password_is_used(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    fake_commands(commands, apt_get="exit 1", sudo=f"printf '%s ' \"$@\" >> {commands}/said")
    system_libs.install(["libegl1"])
    assert "-n env DEBIAN_FRONTEND=noninteractive apt-get" in (commands / "said").read_text(encoding="utf-8")


def test_a_failing_apt_ends_with_the_line_to_type(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    fake_commands(commands, apt_get="exit 100")
    with pytest.raises(Stop, match="apt-get install --no-install-recommends libegl1"):
        system_libs.install(["libegl1"])


def test_a_system_without_apt_is_told_the_libraries(
    commands: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libs.sys, "platform", "linux")
    monkeypatch.setattr(system_libs, "missing", lambda: ["libEGL.so.1"])
    assert system_libs.lacking_packages() == []
    assert "libEGL.so.1" in capsys.readouterr().out


def test_windows_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libs.sys, "platform", "win32")
    assert system_libs.lacking_packages() == []
    assert system_libs.complete()
