"""Takes out of a built Linux folder what its libraries bring and the program never uses; needs readelf and gcc.

OpenCV's wheel is linked to an FFmpeg for films (cameras are QtMultimedia's, which has its own), and Qt's carries ICU's data of
every language. Neither can simply be left out, so small ones of the same names take their places.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import elf_needs
import product
from talk import Stop, say

CV2 = "lib/cv2/cv2.abi3.so"
CV2_LIBRARIES = "lib/opencv_python_headless.libs"
UNUSED = re.compile(
    r"lib(avcodec|avformat|avutil|swscale|avdevice|avfilter|aom)-"
)  # aom: the codec of AVIF, which no page opens
ICU_DATA = "lib/PySide6/Qt/lib/libicudata.so.*"
ICU_MAGIC = b"\xda\x27"
# Of ICU's data: what it needs itself, and Chinese and English. Qt breaks lines and lists units, zones and currencies by itself.
ICU_KEPT = re.compile(
    r"[^/]+\.(icu|nrm|spp|cfu)|((lang|region|curr|zone|unit|coll|rbnf|brkitr|translit)/)?(pool|res_index|root|zh\w*|en)\.res|coll/ucadata\.icu"
    r"|(supplementalData|likelySubtags|langInfo|metadata|numberingSystems|plurals|pluralRanges|dayPeriods|genderList|grammaticalFeatures"
    r"|currencyNumericCodes|keyTypeData|icustd|icuver|timezoneTypes|metaZones|windowsZones|zoneinfo64|units|en_001|en_US|en_GB)\.res"
    r"|(gb18030|ibm-1386_P100-2001|windows-936-2000)\.cnv"
)


def lighten(folder: Path) -> None:
    """Both; says what it saved. Raises Stop when a tool is lacking."""
    if not (shutil.which("gcc") and shutil.which("readelf")):
        raise Stop("A small package needs gcc and readelf: sudo apt-get install gcc libc6-dev binutils")
    saved = without_films(folder) + with_few_languages(folder)
    say(f"Taken out of libraries, unused: {saved / 1e6:.0f} MB")


def without_films(folder: Path) -> int:
    """Puts empty libraries in the place of OpenCV's FFmpeg, and takes away what only that needed; bytes saved."""
    libraries = folder / CV2_LIBRARIES
    if not libraries.is_dir():
        return 0
    before = _size(libraries)
    files = [folder / CV2, *sorted(libraries.glob("*.so*"))]
    symbols = {path.name: _said(["readelf", "-W", "--dyn-syms", str(path)]) for path in files}
    for path in files:
        if UNUSED.match(path.name):
            asked = "".join(text for name, text in symbols.items() if not UNUSED.match(name))
            _empty(path, *wanted(symbols[path.name], asked))
    _drop_unneeded(folder, libraries)
    return before - _size(libraries)


def wanted(own: str, asked: str) -> tuple[str, list[str]]:
    """The version of a library's symbols ("" for none), and those functions that others ask of it; of what readelf says."""
    there = dict(re.findall(r" FUNC +(?:GLOBAL|WEAK) +DEFAULT +\d+ (\w+)(?:@@(\w+))?", own))
    needed = sorted(name for name in set(re.findall(r" UND (\w+)", asked)) if name in there)
    return next((there[name] for name in needed), ""), needed


def _empty(path: Path, version: str, symbols: list[str]) -> None:
    """A library of these functions, none of which does anything: nobody calls them (tests/packaging/test_lighten.py)."""
    path.unlink()
    code = "".join(f"void *{name}(void) {{ return 0; }}\n" for name in symbols)
    _link(path, "films.c", code, f"{version} {{ global: *; }};\n" if version else "")


def _drop_unneeded(folder: Path, libraries: Path) -> None:
    """Libraries of the wheel that nothing in it asks for any more, and links to them."""
    gone = True
    while gone:
        files = [folder / CV2, *sorted(libraries.glob("*.so*"))]
        asked = elf_needs.needs(_said(["readelf", "-dW", *map(str, files)]))
        gone = False
        for path in files[1:]:
            if path.name not in asked:
                path.unlink()
                gone = True
    for link in sorted(folder.rglob("*")):
        if link.is_symlink() and not link.exists():
            link.unlink()


def with_few_languages(folder: Path) -> int:
    """ICU's data with the languages of the program alone; bytes saved."""
    saved = 0
    for path in sorted(folder.glob(ICU_DATA)):
        whole = path.read_bytes()
        at = whole.index(ICU_MAGIC) - 2
        data = filtered(whole[at:])
        code = (
            f'.globl icudt{path.suffix[1:]}_dat\n.type icudt{path.suffix[1:]}_dat, @object\n.section .rodata\n.balign 16\n'
            f'icudt{path.suffix[1:]}_dat:\n.incbin "data"\n.size icudt{path.suffix[1:]}_dat, .-icudt{path.suffix[1:]}_dat\n'
            '.section .note.GNU-stack,"",@progbits\n'
        )  # fmt: skip
        path.unlink()
        _link(path, "icu.s", code, "", {"data": data})
        saved += len(whole) - path.stat().st_size
    return saved


def filtered(data: bytes) -> bytes:
    """An ICU data package (ICU's ucmndata.h) with the items of ICU_KEPT alone, in the order they had."""
    head = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, head)[0]
    entries = [struct.unpack_from("<II", data, head + 4 + 8 * n) for n in range(count)]
    ends = [start for _, start in entries[1:]] + [len(data) - head]
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, start), end in zip(entries, ends, strict=True):
        name = data[head + name_at : data.index(b"\0", head + name_at)]
        if ICU_KEPT.fullmatch(name.decode().partition("/")[2]):
            kept.append((name, data[head + start : head + end]))
    return data[:head] + _packed(kept)


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    """Count, a table of where names and contents lie, the names, the contents (each at a multiple of 16)."""
    names, table, at = b"", b"", 4 + 8 * len(items)
    where = at + sum(len(name) + 1 for name, _ in items)
    body = bytearray(-where % 16)
    for name, content in items:
        table += struct.pack("<II", at + len(names), where + len(body))
        names += name + b"\0"
        body += content + bytes(-len(content) % 16)
    return struct.pack("<I", len(items)) + table + names + bytes(body)


def _link(path: Path, source: str, code: str, versions: str, beside: Mapping[str, bytes] | None = None) -> None:
    with tempfile.TemporaryDirectory(prefix="gatehouse-light-") as scratch:
        here = Path(scratch)
        (here / source).write_text(code, encoding="utf-8")
        for name, content in (beside or {}).items():
            (here / name).write_bytes(content)
        command = ["gcc", "-shared", "-nostdlib", "-fPIC", "-O1", "-w", "-fno-builtin", "-s", f"-Wl,-soname,{path.name}", "-Wl,--build-id=none"]  # fmt: skip
        if versions:
            (here / "versions").write_text(versions, encoding="utf-8")
            command.append("-Wl,--version-script=versions")
        done = subprocess.run([*command, "-o", str(path), source], cwd=here, env=product.environment(), capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode != 0:
        raise Stop(f"gcc could not make {path.name}: {done.stderr[-2000:]}")


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*") if not path.is_symlink())
