"""Every shared library that our libraries' files ask for is in a wheel or comes with a package we name; quick, in every run."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import elf_needs
import pytest

QT = "Core Gui Widgets Network Svg PrintSupport Multimedia TextToSpeech DBus".split()
PLUGINS = "platforms/libq(xcb|offscreen|wayland.*)|multimedia/.*|printsupport/.*|iconengines/.*|imageformats/libq(svg|jpeg)|tls/.*"
WITH_PYTHON = {
    "libz.so.1",
    "libbz2.so.1",
    "libzstd.so.1",
}  # what CPython is linked with goes into the build (gatehouse.spec)

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("readelf"), reason="ELF files are looked at by readelf"
)


def _home(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _shipped() -> list[Path]:
    qt = _home("PySide6")
    site = qt.parent
    files = [qt / f"Qt{name}.abi3.so" for name in QT]
    plugins = qt / "Qt" / "plugins"
    files += [path for path in plugins.rglob("*.so") if re.match(PLUGINS, path.relative_to(plugins).as_posix())]
    for name in ("cv2", "numpy", "sqlcipher3", "cryptography", "highspy", "msgspec"):
        files += sorted((site / name).rglob("*.so"))
        for beside in site.glob(f"{name}*.libs"):
            files += sorted(beside.glob("*.so*"))
    return [path for path in files + sorted(site.glob("opencv*.libs/*.so*")) if path.is_file()]


def test_the_libraries_we_ship_ask_for_nothing_that_nobody_brings() -> None:
    site = _home("PySide6").parent
    there = {path.name: path for path in site.rglob("*.so*") if path.is_file()}
    todo, seen = _shipped(), set[str]()
    needed: dict[str, set[str]] = {}
    while todo:
        asked = subprocess.run(
            ["readelf", "-dW", *map(str, todo), "/dev/null"], capture_output=True, text=True, check=False
        )
        fresh = elf_needs.needs(asked.stdout)
        for name, files in fresh.items():
            needed.setdefault(name, set()).update(files)
        seen |= {path.name for path in todo}
        todo = [there[name] for name in fresh if name in there and name not in seen]
    assert "libQt6Gui.so.6" in needed
    assert set(elf_needs.unmet(needed, there)) - WITH_PYTHON == set()


def test_a_library_nobody_brings_would_be_seen() -> None:
    assert elf_needs.unmet({"libnobody.so.1": {"a.so"}, "libc.so.6": {"a.so"}}, {"a.so"}) == {
        "libnobody.so.1": {"a.so"}
    }
