"""The Debian package: the program under /usr/lib, what a desktop shows of it, rules for devices, a service for the hub.

Nothing but dpkg-deb and readelf is needed. One commit gives the same bytes each time.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import elf_needs
import payload
import product
from setup_venv import ROOT
from talk import Stop, say

HERE = ROOT / "packaging" / "linux"
PROGRAM = f"usr/lib/{product.NAME}"
DOC = f"usr/share/doc/{product.NAME}"
# File of the package -> file it is made from, and its permissions.
FILES: Mapping[str, tuple[Path, int]] = {
    "usr/share/applications/gatehouse-desk.desktop": (HERE / "gatehouse-desk.desktop", 0o644),
    "usr/share/icons/hicolor/scalable/apps/gatehouse-desk.svg": (ROOT / "resources" / "app-icon.svg", 0o644),
    f"usr/share/metainfo/{product.APP_ID}.metainfo.xml": (HERE / "metainfo.xml", 0o644),
    "usr/lib/udev/rules.d/70-gatehouse-desk.rules": (HERE / "70-gatehouse-desk.rules", 0o644),
    "usr/lib/systemd/system/gatehouse-hub.service": (HERE / "gatehouse-hub.service", 0o644),
    "etc/default/gatehouse-hub": (HERE / "gatehouse-hub.default", 0o644),
    f"{DOC}/README.md": (ROOT / "README.md", 0o644),
    "DEBIAN/postinst": (HERE / "postinst", 0o755),
    "DEBIAN/prerm": (HERE / "prerm", 0o755),
    "DEBIAN/postrm": (HERE / "postrm", 0o755),
}
CONFFILES = "/etc/default/gatehouse-hub\n"
COPYRIGHT = f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {product.NAME}

Files: *
Copyright: 2026 {product.MAKER}
License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
 .
 What comes with the program, and under which licence, stands in
 /{PROGRAM}/lib/licences/THIRD-PARTY.txt, with the texts beside it.
"""


def make(folder: Path, out: Path, fast: bool = True) -> Path:
    """Packs the built folder. fast: zstd (a minute); else xz, a quarter smaller and many minutes. Raises Stop."""
    if not shutil.which("dpkg-deb"):
        raise Stop("A .deb is made by dpkg-deb, which this system has not.")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{product.NAME}_{product.version()}_amd64.deb"
    with tempfile.TemporaryDirectory(prefix="gatehouse-deb-") as scratch:
        root = Path(scratch) / "root"
        lay_out(folder, root)
        control = root / "DEBIAN"
        (control / "control").write_text(control_text(root, elf_needs.depends(folder)), encoding="utf-8")
        (control / "md5sums").write_text(sums(root), encoding="utf-8")
        (control / "conffiles").write_text(CONFFILES, encoding="utf-8")
        payload.even(root, product.epoch())
        command = ["dpkg-deb", "--root-owner-group", *(("-Zzstd",) if fast else ("-Zxz",)), "--build", str(root), str(target)]  # fmt: skip
        say(f"Packing {target.name} ...")
        done = subprocess.run(command, env=product.environment(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Stop(f"dpkg-deb failed: {done.stderr}")
    return target


def lay_out(folder: Path, root: Path) -> None:
    """The files of the package below root, as they will lie on the disk."""
    shutil.copytree(folder, root / PROGRAM, symlinks=True)
    for name, (source, mode) in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(filled(source.read_text(encoding="utf-8")), encoding="utf-8")
        path.chmod(mode)
    command = root / "usr" / "bin" / product.NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{product.NAME}/{product.NAME}")
    (root / DOC / "copyright").write_text(COPYRIGHT, encoding="utf-8")
    with gzip.GzipFile(str(root / DOC / "changelog.gz"), "wb", 9, mtime=0) as file:
        file.write(changelog().encode())


def filled(text: str) -> str:
    """A file with the facts of the product in the places of `@WORD@`."""
    day = datetime.fromtimestamp(product.epoch(), UTC).strftime("%Y-%m-%d")
    facts = {"APP_ID": product.APP_ID, "VERSION": product.version(), "DATE": day, "MAKER": product.MAKER}
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return text


def changelog() -> str:
    """Debian's form of it."""
    when = format_datetime(datetime.fromtimestamp(product.epoch(), UTC))
    return f"{product.NAME} ({product.version()}) stable; urgency=low\n\n  * Release {product.version()}.\n\n -- {product.MAKER} <{product.MAIL}>  {when}\n"  # fmt: skip


def control_text(root: Path, depends: list[str]) -> str:
    """What dpkg knows of the package. Voices and sound are recommended: without them the desk is silent, not broken."""
    size = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir() or path.is_symlink())
    about = "".join(f" {line}\n" for line in product.ABOUT)
    return (
        f"Package: {product.NAME}\nVersion: {product.version()}\nArchitecture: amd64\n"
        f"Maintainer: {product.MAKER} <{product.MAIL}>\nInstalled-Size: {size}\nSection: misc\nPriority: optional\n"
        f"Depends: {', '.join(depends)}\nRecommends: cups-client, libspeechd2, speech-dispatcher\nSuggests: ibus | fcitx5\n"
        f"Description: {product.SUMMARY}\n{about}"
    )


def sums(root: Path) -> str:
    """What `dpkg --verify` compares with; settings in /etc are the administrator's to change."""
    lines = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not path.is_symlink() and not name.startswith(("DEBIAN/", "etc/")):
            lines.append(f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {name}\n")
    return "".join(lines)
