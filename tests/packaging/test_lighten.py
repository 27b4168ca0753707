"""What is taken out of the libraries: ICU's languages, OpenCV's films; and that nothing of ours would miss them."""

import shutil
import struct
import subprocess
from pathlib import Path

import lighten
import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAD = struct.pack("<HBB", 24, 0xDA, 0x27) + bytes(20)
needs_gcc = pytest.mark.skipif(not (shutil.which("gcc") and shutil.which("readelf")), reason="no gcc, no readelf")


def package(items: dict[str, bytes]) -> bytes:
    """An ICU data package as its tool writes one."""
    return HEAD + lighten._packed([(f"icudt73l/{name}".encode(), content) for name, content in items.items()])


def items_of(data: bytes) -> dict[str, bytes]:
    """Read back as ICU reads it: by the table, each up to the next."""
    count = struct.unpack_from("<I", data, 24)[0]
    rows = [struct.unpack_from("<II", data, 28 + 8 * n) for n in range(count)]
    ends = [start for _, start in rows[1:]] + [len(data) - 24]
    names = [data[24 + at : data.index(b"\0", 24 + at)].decode() for at, _ in rows]
    return {name: data[24 + start : 24 + end] for name, (_, start), end in zip(names, rows, ends, strict=True)}


def test_the_languages_of_the_program_stay_and_others_go() -> None:
    kept = {"zh.res": b"z" * 5, "en_GB.res": b"e" * 16, "coll/zh.res": b"c", "pool.res": b"p" * 33, "uprops.icu": b"u"}
    gone = {
        "de.res": b"d" * 40,
        "coll/ja.res": b"j",
        "brkitr/cjdict.dict": b"k" * 7,
        "big5.cnv": b"b",
        "zone/fr.res": b"f",
    }
    found = items_of(lighten.filtered(package(dict(sorted({**kept, **gone}.items())))))
    assert {name.partition("/")[2] for name in found} == set(kept)
    assert all(content.startswith(kept[name.partition("/")[2]]) for name, content in found.items())


def test_every_content_lies_where_icu_may_read_numbers() -> None:
    data = lighten.filtered(package({f"zh_{n}.res": bytes(n) for n in range(1, 40)}))
    starts = [struct.unpack_from("<II", data, 28 + 8 * n)[1] for n in range(39)]
    assert [start % 16 for start in starts] == [0] * 39


def test_only_functions_that_somebody_asks_for_are_put_in() -> None:
    own = " 3: 0000 8 FUNC    GLOBAL DEFAULT   12 av_read@@LIBAV_62\n 4: 0000 8 FUNC    GLOBAL DEFAULT   12 av_more@@LIBAV_62\n"
    asked = " 9: 0000 0 FUNC    GLOBAL DEFAULT  UND av_read@LIBAV_62 (4)\n 7: 0000 0 FUNC GLOBAL DEFAULT  UND malloc@GLIBC_2.2.5 (5)\n"
    assert lighten.wanted(own, asked) == ("LIBAV_62", ["av_read"])
    assert lighten.wanted(own.replace("@@LIBAV_62", ""), asked.replace("@LIBAV_62", "")) == ("", ["av_read"])


@needs_gcc
def test_an_empty_library_stands_in_for_a_large_one_and_what_only_that_needed_goes(tmp_path: Path) -> None:
    libraries = tmp_path / lighten.CV2_LIBRARIES
    libraries.mkdir(parents=True)
    (tmp_path / lighten.CV2).parent.mkdir(parents=True)
    vpx = made(libraries / "libvpx-1.so.1", "int vpx(void) { return 7; }", [])
    codec = made(
        libraries / "libavcodec-1.so.62", "int vpx(void); int av_read(void) { return vpx(); }", [vpx], "LIBAV_62"
    )
    made(tmp_path / lighten.CV2, "int av_read(void); int see(void) { return av_read(); }", [codec])
    lighten.without_films(tmp_path)
    assert [path.name for path in libraries.iterdir()] == ["libavcodec-1.so.62"]
    program = tmp_path / "program"
    (tmp_path / "p.c").write_text("int see(void); int main(void) { return see(); }", encoding="utf-8")
    words = [
        "gcc",
        str(tmp_path / "p.c"),
        str(tmp_path / lighten.CV2),
        f"-Wl,--disable-new-dtags,-rpath,{libraries}:{tmp_path / 'lib/cv2'}",
    ]
    subprocess.run([*words, f"-Wl,-rpath-link,{libraries}", "-Wl,-z,now", "-o", str(program)], check=True)
    assert subprocess.run([str(program)], check=False).returncode == 0  # every symbol was found; the empty one gives 0


def made(path: Path, code: str, needs: list[Path], version: str = "") -> Path:
    """A library of this C."""
    source = path.with_suffix(".c")
    source.write_text(code, encoding="utf-8")
    words = ["gcc", "-shared", "-fPIC", f"-Wl,-soname,{path.name}", "-o", str(path), str(source), *map(str, needs)]
    if version:
        script = path.with_suffix(".map")
        script.write_text(f"{version} {{ global: *; }};", encoding="utf-8")
        words.append(f"-Wl,--version-script={script}")
    subprocess.run(words, check=True)
    for beside in (source, path.with_suffix(".map")):
        beside.unlink(missing_ok=True)
    return path


def test_nothing_of_ours_opens_films_or_cameras_by_opencv() -> None:
    asked = [path for top in ("desk", "drivers", "ui") for path in (ROOT / top).rglob("*.py")]
    words = ("CAP_FFMPEG", "CAP_ANY", "VideoCapture(", "VideoWriter", "QTextBoundaryFinder", "QStringDecoder")
    assert len(asked) > 1000
    found = {word: path.name for path in asked for word in words if word in path.read_text(encoding="utf-8")}
    assert found == {"VideoCapture(": "decode.py", "CAP_FFMPEG": "decode.py"}  # which asks whether it is packaged
