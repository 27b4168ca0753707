"""What tests use of the system is asked for by its files, and a machine that may not install goes on without."""

from pathlib import Path

import pytest
import system_libs
import test_tools
from talk import Stop


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_tools.sys, "platform", "linux")
    monkeypatch.setattr(test_tools.shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What apt was asked for."""
    found: list[list[str]] = []
    monkeypatch.setattr(system_libs, "install", lambda packages: found.append(list(packages)))
    return found


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """A system that has every library of the tests' browser."""
    folder = tmp_path / "usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    for soname in test_tools.BROWSER_OF:
        (folder / soname).touch()
    return tmp_path


@pytest.mark.usefixtures("linux")
def test_the_browsers_libraries_are_named_as_the_release_names_them(browser: Path) -> None:
    assert test_tools.browser_packages(browser) == []
    for soname in ("libasound.so.2", "libnss3.so"):
        (browser / "usr/lib/x86_64-linux-gnu" / soname).unlink()
    assert test_tools.browser_packages(browser) == ["libasound2", "libnss3"]
    (browser / "etc").mkdir()
    (browser / "etc/os-release").write_text("ID=debian\nVERSION_ID=13\n", encoding="utf-8")
    assert test_tools.browser_packages(browser) == ["libasound2t64", "libnss3"]


@pytest.mark.usefixtures("linux", "browser")
def test_only_what_lacks_is_brought(tmp_path: Path, asked: list[list[str]]) -> None:
    assert test_tools.lacking(tmp_path) == ["postgresql", "libfaketime"]
    initdb = tmp_path / "usr/lib/postgresql/15/bin/initdb"
    initdb.parent.mkdir(parents=True)
    initdb.touch()
    assert test_tools.bring(tmp_path)
    library = tmp_path / "usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
    library.parent.mkdir(parents=True)
    library.touch()
    assert test_tools.bring(tmp_path)
    assert asked == [["libfaketime"]]


@pytest.mark.usefixtures("linux", "browser")
def test_without_rights_the_tests_are_run_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no(packages: list[str]) -> None:
        raise Stop("Please type this line: sudo apt-get install " + " ".join(packages))

    monkeypatch.setattr(system_libs, "install", no)
    assert not test_tools.bring(tmp_path)
    assert "Tests that need postgresql or libfaketime will be set aside" in capsys.readouterr().out


def test_other_systems_have_no_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_tools.sys, "platform", "win32")
    assert test_tools.lacking(tmp_path) == []
