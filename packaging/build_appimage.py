"""The AppImage: one file that runs on any Linux with a desktop as new as Debian 12; the hub is in it too.

Its head is our own (appimage/runtime.c), so nothing is fetched: gcc, mksquashfs and Debian's static libraries suffice.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import build_deb
import payload
import product
from setup_venv import ROOT
from talk import Stop, say

SOURCE = ROOT / "packaging" / "appimage" / "runtime.c"
LIBRARIES = "-l:libsquashfuse_ll.a -l:libsquashfuse.a -l:libfuse3.a -l:libzstd.a -l:liblzma.a -l:liblz4.a -l:liblzo2.a -l:libz.a -lpthread -ldl"
PACKAGES = (
    "gcc", "libc6-dev", "squashfs-tools", "libsquashfuse-dev", "libfuse3-dev", "zlib1g-dev", "libzstd-dev", "liblzma-dev",
    "liblz4-dev", "liblzo2-dev",
)  # fmt: skip
MAGIC, MAGIC_AT = b"AI\x02", 8


def make(folder: Path, out: Path, fast: bool = True) -> Path:
    """Packs the built folder. fast: one minute less and 12 MB more. Raises Stop."""
    if not (shutil.which("gcc") and shutil.which("mksquashfs")):
        raise Stop("An AppImage needs: sudo apt-get install " + " ".join(PACKAGES))
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{product.TITLE.replace(' ', '-')}-{product.version()}-x86_64.AppImage"
    with tempfile.TemporaryDirectory(prefix="gatehouse-appimage-") as scratch:
        root, head, image = Path(scratch) / "AppDir", Path(scratch) / "head", Path(scratch) / "image"
        lay_out(folder, root)
        payload.even(root, product.epoch())
        say(f"Packing {target.name} (some minutes) ...")
        _run(["gcc", "-O2", "-s", "-static", "-Wl,--build-id=none", "-o", str(head), str(SOURCE), *LIBRARIES.split()])
        _run(
            ["mksquashfs", str(root), str(image), "-root-owned", "-noappend", "-no-progress", "-quiet", "-no-xattrs",
             "-comp", "zstd", "-Xcompression-level", "15" if fast else "22", "-b", "1M"]
        )  # fmt: skip
        start = bytearray(head.read_bytes())
        start[MAGIC_AT : MAGIC_AT + len(MAGIC)] = MAGIC
        target.write_bytes(bytes(start) + image.read_bytes())
    target.chmod(0o755)
    return target


def lay_out(folder: Path, root: Path) -> None:
    """The folder as the standard wants it: AppRun, desktop file and icon at its top."""
    program = root / "usr" / "lib" / product.NAME
    shutil.copytree(folder, program, symlinks=True)
    for name, (source, _) in build_deb.FILES.items():
        if name.startswith(("usr/share/applications", "usr/share/icons", "usr/share/metainfo")):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(build_deb.filled(source.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copy(root / "usr/share/applications/gatehouse-desk.desktop", root / "gatehouse-desk.desktop")
    shutil.copy(ROOT / "resources" / "app-icon.svg", root / "gatehouse-desk.svg")
    (root / ".DirIcon").symlink_to("gatehouse-desk.svg")
    (root / "AppRun").symlink_to(f"usr/lib/{product.NAME}/{product.NAME}")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, env=product.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode != 0:
        raise Stop(
            f"{command[0]} failed: {done.stderr[-2000:]}\nAn AppImage needs: sudo apt-get install " + " ".join(PACKAGES)
        )
