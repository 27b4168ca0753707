"""Clean, minimal Debian systems in folders (debootstrap): what a package needs and does not declare is missing there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup_venv import ROOT
from talk import Stop, say

KEPT = ROOT / "build" / "roots"
SUITES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
NOTHING: Mapping[str, str] = {}
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
# Mounts live in a name space of their own and are gone with it.
INSIDE = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t sysfs sysfs "$0/sys" && mount -t tmpfs tmpfs "$0/run" && exec chroot "$0" /usr/bin/env -i "$@"'


def fresh(suite: str, folder: Path) -> Path:
    """A system nobody has touched, in this folder. The first of a suite is made (a minute) and kept to copy from. Raises Stop."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("debootstrap"):
        raise Stop(
            "Clean systems are made by debootstrap and root: sudo apt-get install debootstrap, then call this as root."
        )
    kept = KEPT / f"{suite}.tar"
    if not kept.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        say(f"Making a clean {SUITES[suite]} ...")
        made = KEPT / suite
        shutil.rmtree(made, ignore_errors=True)
        _run(["debootstrap", "--variant=minbase", suite, str(made)])
        _run(["tar", "-C", str(made), "-cf", str(kept.with_suffix(".new")), "."])
        kept.with_suffix(".new").replace(kept)
        shutil.rmtree(made)
    folder.mkdir(parents=True)
    folder.chmod(0o755)  # apt fetches as a user of its own
    _run(["tar", "-C", str(folder), "-xpf", str(kept)])
    for name in ("resolv.conf", "hosts"):
        shutil.copy(f"/etc/{name}", folder / "etc" / name)
    return folder


def inside(
    root: Path, words: Sequence[str], env: Mapping[str, str] = NOTHING, timeout_s: float = 900, network: bool = True
) -> subprocess.CompletedProcess[str]:
    """Runs a command in such a system, with these variables and no others; what it said is kept.

    Without network it has its own loopback and nothing else: no other display or port of this machine is seen either.
    """
    wire = {
        name: value for name, value in os.environ.items() if name.lower() in ("http_proxy", "https_proxy", "no_proxy")
    }
    told = {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", **wire, **env}
    apart, first = ([], "") if network else (["--net"], "ip link set lo up && ")
    command = ["unshare", *apart, "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", first + INSIDE, str(root)]
    command += [*(f"{name}={value}" for name, value in told.items()), *words]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=timeout_s, check=False
    )  # fmt: skip


def _run(command: list[str]) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Stop(f"{command[0]} failed: {(done.stderr or done.stdout)[-2000:]}")
