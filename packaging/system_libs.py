"""The shared libraries of a Linux system that Qt's wheels do not carry: which are missing, and how apt brings them."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from talk import Stop, say

# What the ELF files of PySide6 6.9.3 that we use name as NEEDED and do not bring along, with Debian's package.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Renamed when Debian 13 and Ubuntu 24.04 moved to 64-bit times.
RENAMED_T64 = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}
OLD_NAMES = {"debian": 13.0, "ubuntu": 24.04}  # below this release the old names hold
OLD_UBUNTU_BASES = ("bionic", "focal", "jammy")


def fingerprint() -> str:
    """Changes when the list above does, so that a machine checked against an older list is checked again."""
    return hashlib.sha256("\n".join(sorted(PACKAGE_OF)).encode()).hexdigest()


def missing(sonames: Iterable[str] = PACKAGE_OF) -> list[str]:
    """The libraries the loader cannot open; opening is the only test that also sees a broken dependency."""
    return [name for name in sonames if not _opens(name)]


def _opens(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def read_os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """The KEY=value lines of os-release(5); empty when the system has none."""
    if not path.is_file():
        return {}
    pairs = (line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def uses_t64(release: dict[str, str]) -> bool:
    """Whether this Debian or Ubuntu (or a system made from one) has the packages renamed for 64-bit times."""
    base = release.get("UBUNTU_CODENAME", "")
    if base and release.get("ID") != "ubuntu":
        return base not in OLD_UBUNTU_BASES
    first_new = OLD_NAMES.get(release.get("ID", ""))
    try:
        return first_new is not None and float(release.get("VERSION_ID", "99")) >= first_new
    except ValueError:
        return False


def packages_for(sonames: Iterable[str], release: dict[str, str]) -> list[str]:
    """The apt packages that bring these libraries on this release, sorted, each once."""
    names = {PACKAGE_OF[name] for name in sonames}
    if uses_t64(release):
        names = {RENAMED_T64.get(name, name) for name in names}
    return sorted(names)


def apt_line(packages: Sequence[str]) -> str:
    """What a person types to install them."""
    return "sudo apt-get update && sudo apt-get install --no-install-recommends " + " ".join(packages)


def may_install() -> list[str]:
    """The words to put before apt-get: [] would be root; raises Stop when neither root nor password-less sudo."""
    if not hasattr(os, "geteuid"):
        raise Stop("apt is a Debian and Ubuntu thing; this system has none.")
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    raise Stop("This needs the administrator's rights.")


def install(packages: Sequence[str]) -> None:
    """Installs with apt. Raises Stop with the exact line to type when we may not or apt fails."""
    hint = "Please type this line, then start again:\n\n    " + apt_line(packages) + "\n"
    try:
        before = may_install()
    except Stop as reason:
        raise Stop(f"{reason} {hint}") from None
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    say("Refreshing the system's package list ...")
    # A failed refresh (one stale source, no line) is not the end: the packages may be known or cached already.
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    say("Installing with apt: " + " ".join(packages))
    wanted = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(wanted, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise Stop(f"apt-get could not install them (its words stand above). {hint}")


def lacking_packages() -> list[str]:
    """The apt packages for Qt's libraries that this system lacks; [] when all are there or there is no apt."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = missing()
    if lacking and not shutil.which("apt-get"):
        say("Qt needs these libraries of the system, please install them: " + ", ".join(lacking))
        return []
    if lacking:
        say(f"Qt needs {len(lacking)} libraries of the system that are not installed.")
    return packages_for(lacking, read_os_release())


def complete() -> bool:
    """Whether Qt finds every library now; says which are missing still."""
    still = missing() if sys.platform.startswith("linux") else []
    if still:
        say("The window may not open, these libraries are still missing: " + ", ".join(still))
    return not still
