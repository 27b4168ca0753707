"""Makes .venv, installs the locked libraries into it, and remembers what was done so that the next call is quick."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import system_libs
from talk import Stop, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME = "locked.txt"
DEVELOPMENT = "locked-dev.txt"  # holds everything of RUNTIME at the same versions
OLDEST, NEWEST = (3, 11), (3, 13)
WINDOWS = os.name == "nt"


def python_of(venv: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if WINDOWS else venv / "bin" / "python"


def tool(name: str, venv: Path = VENV) -> str:
    """A command that a library installed beside the interpreter."""
    return str(python_of(venv).with_name(name + (".exe" if WINDOWS else "")))


def version_of(python: Sequence[str]) -> tuple[int, int] | None:
    """(major, minor) of an interpreter, or None when it does not start."""
    ask = [*python, "-I", "-S", "-c", "import sys; print(sys.version_info[0], sys.version_info[1])"]
    try:
        answer = subprocess.run(ask, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    except OSError:
        return None
    words = answer.stdout.split()
    return (int(words[0]), int(words[1])) if answer.returncode == 0 and len(words) == 2 else None


def suits(version: tuple[int, int] | None) -> bool:
    """Whether the locked libraries exist for this Python."""
    return version is not None and OLDEST <= version <= NEWEST


def wrong_python(version: Sequence[int]) -> str:
    """The sentence for a person whose Python is too old or too new."""
    found = f"This is Python {version[0]}.{version[1]}, and Gatehouse Desk needs Python 3.11, 3.12 or 3.13."
    if WINDOWS:
        return f"{found} Please install Python 3.13 for Windows, then type:\n\n    py -3.13 packaging\\dev.py run\n"
    if tuple(version[:2]) < OLDEST:
        return f"{found} Debian 12 and Ubuntu 24.04 bring one; on an older system install python3.11, then start again."
    return f"{found} Please install one of them beside it (for instance python3.13), then start again."


def suitable_python() -> list[str]:
    """An interpreter to make .venv with: this one, or a suitable one on the path. Raises Stop when there is none."""
    own = getattr(sys, "_base_executable", None) or sys.executable
    if suits(sys.version_info[:2]):
        return [own]
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        candidate = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        if shutil.which(candidate[0]) and version_of(candidate) == (3, minor):
            return candidate
    raise Stop(wrong_python(sys.version_info[:2]))


def digest(lock: str) -> str:
    """Fingerprint of a lock file."""
    return hashlib.sha256((ROOT / "packaging" / lock).read_bytes()).hexdigest()


class Stamp:
    """What stands inside .venv about what was installed; a stamp that cannot be read counts as none."""

    def __init__(self, venv: Path) -> None:
        self.path = venv / "gatehouse-setup.json"
        self.unfinished = venv / "gatehouse-setup.unfinished"
        self.facts: dict[str, Any] = {}
        with contextlib.suppress(OSError, ValueError):
            facts = json.loads(self.path.read_text(encoding="utf-8"))
            self.facts = facts if isinstance(facts, dict) else {}

    def holds(self, version: tuple[int, int] | None, locks: dict[str, str]) -> bool:
        """Whether exactly these locks were installed for this Python."""
        if version is None or self.unfinished.exists() or self.facts.get("python") != list(version):
            return False
        return all(self.facts.get(name) == value for name, value in locks.items())

    def write(self, **facts: Any) -> None:
        """Adds facts; written beside and moved in place, so that it is whole or absent."""
        self.facts.update(facts)
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(self.facts, indent=1), encoding="utf-8")
        os.replace(beside, self.path)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Two calls at the same moment must not fill one .venv: the second waits here for the first."""
    whose = f"{ROOT} {os.environ.get('USERNAME', '') if WINDOWS else os.getuid()}"
    name = hashlib.sha256(whose.encode()).hexdigest()[:16]
    with open(Path(tempfile.gettempdir()) / f"gatehouse-setup-{name}.lock", "a+", encoding="utf-8") as file:
        if WINDOWS:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def venv_packages(python: Sequence[str]) -> list[str]:
    """The apt package that lets this Python make virtual environments; [] when it can. Raises Stop without apt."""
    if subprocess.run([*python, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0:
        return []
    say("This Python cannot make a virtual environment yet (its package venv is missing).")
    if not shutil.which("apt-get"):
        raise Stop("Please install your system's package for Python's venv and ensurepip, then start again.")
    version = version_of(python) or sys.version_info[:2]
    return [f"python{version[0]}.{version[1]}-venv"]


def make_venv(python: Sequence[str], venv: Path) -> None:
    """A fresh .venv in place of whatever stands there. Raises Stop when Python cannot make one."""
    say(f"Making the virtual environment {venv} ...")
    done = subprocess.run([*python, "-m", "venv", "--clear", str(venv)], stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0 or not python_of(venv).exists():
        raise Stop(f"Python could not make {venv} (its words stand above). Please see that the disk is not full.")


def install(lock: str, venv: Path) -> None:
    """Installs one lock file with pip, every file checked against its hash. Raises Stop when pip fails."""
    path = ROOT / "packaging" / lock
    count = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"Installing {count} locked libraries; the first time this downloads about 400 MB ...")
    command = [str(python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary", ":all:", "-r", str(path)]
    if not sys.stdout.isatty():
        command.append("--quiet")
    unfinished = Stamp(venv).unfinished
    unfinished.touch()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, cwd=str(venv), check=False)
    if done.returncode >= 0:  # pip ended by itself and has put things back; a killed one leaves the mark
        unfinished.unlink()
    if done.returncode != 0:
        raise Stop("The libraries could not be installed (pip's words stand above). Is the network there? Try again.")


def ensure(lock: str = RUNTIME, venv: Path = VENV) -> Path:
    """The interpreter of a .venv that holds this lock file's libraries and whose Qt can start.

    Returns at once when the stamp says so. Raises Stop when a person has to do something first.
    """
    names = [RUNTIME, DEVELOPMENT] if lock == DEVELOPMENT else [RUNTIME]
    locks = {name: digest(name) for name in names}
    python = python_of(venv)
    stamp = Stamp(venv)
    if stamp.holds(version_of([str(python)]), locks) and stamp.facts.get("libraries") == system_libs.fingerprint():
        return python
    with alone():
        _bring(lock, locks, venv)
    return python


def _bring(lock: str, locks: dict[str, str], venv: Path) -> None:
    """Everything that is missing, the system's packages in one go so that a person types at most one line."""
    python = python_of(venv)
    stamp = Stamp(venv)
    installed = stamp.holds(version_of([str(python)]), locks)
    remake = not installed and (stamp.unfinished.exists() or not usable(venv))
    base = suitable_python() if remake else []
    packages = venv_packages(base) if remake else []
    if stamp.facts.get("libraries") != system_libs.fingerprint():
        packages += system_libs.lacking_packages()
    if packages:
        system_libs.install(packages)
    if remake:
        make_venv(base, venv)
    if not installed:
        install(lock, venv)
        Stamp(venv).write(python=list(version_of([str(python)]) or ()), **locks)
    if system_libs.complete():
        Stamp(venv).write(libraries=system_libs.fingerprint())


def usable(venv: Path) -> bool:
    """Whether .venv has a suitable Python with a pip in it (a half-made one has not)."""
    python = [str(python_of(venv))]
    if not suits(version_of(python)):
        return False
    pip = subprocess.run([*python, "-m", "pip", "--version"], capture_output=True, check=False, cwd=str(venv))
    return pip.returncode == 0
