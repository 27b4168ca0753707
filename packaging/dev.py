"""Sets Gatehouse Desk up and runs it: `run [-- args]`, `test [pytest args]`, `check`, `build linux|windows`.

Needs nothing but Python: this file and its neighbours use the standard library only.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import build_program
import build_windows
import checks
import launch
import manual
import prove_linux
import prove_reader
import prove_windows
import roots
import setup_venv
import soak
import test_tools
from talk import Stop, complain

USAGE = """Gatehouse Desk

  dev.py run [-- arguments]     set up and start the program; with no display it walks the tour and saves pictures
  dev.py test [pytest options]  set up and run every check and every test
  dev.py check                  set up and run every check, no tests
  dev.py manual                 make the pictures of the manual anew, and its HTML and PDF under dist/manual/
  dev.py build linux            make the program, a .deb and an AppImage under dist/, each proved first
  dev.py build windows          the Windows program with setup.exe and .msi, put together on Linux as root
  dev.py build all              a release: both, the .deb packed smaller and slower
  dev.py prove reader [checkout]  what a screen reader is told, by AT-SPI on a bus of its own; JSON and text in out/prove/
  dev.py prove windows          prove them under Wine in a clean Debian 13 (root); JSON and pictures in out/prove/
  dev.py prove deb|appimage [bookworm|trixie]  prove a package in clean Debian systems (root); JSON and pictures in out/prove/
  dev.py soak [--hours 8] [--minutes 15] [--kills 100] [PROGRAM | --source]  a day of 500 visits and a hundred kill -9
                                by the built program; figures in out/soak/
  dev.py release keys|found|publish|refresh|rotate ...  sign what lies in dist/ for updates, see packaging/README.md
"""


def main(argv: list[str] | None = None) -> int:
    """Exit code: 0 all is well, 1 something failed, 2 the command was not understood."""
    words = list(sys.argv[1:] if argv is None else argv)
    command, rest = (words[0], words[1:]) if words else ("", [])
    if command in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    try:
        if command == "run":
            return launch.run(setup_venv.ensure(setup_venv.RUNTIME), rest[1:] if rest[:1] == ["--"] else rest)
        if command == "test":
            python = setup_venv.ensure(setup_venv.DEVELOPMENT)
            test_tools.bring()
            return checks.run(python, tests=True, pytest_args=rest)
        if command == "check" and not rest:
            return checks.run(setup_venv.ensure(setup_venv.DEVELOPMENT), tests=False)
        if command == "manual" and not rest:
            return manual.make(setup_venv.ensure(setup_venv.RUNTIME))
        if command == "build" and rest[:1] in (["linux"], ["windows"], ["all"]):
            return build(setup_venv.ensure(setup_venv.DEVELOPMENT), rest[0], rest[1:])
        if command == "prove" and rest[:1] in (["deb"], ["appimage"]) and set(rest[1:]) <= set(roots.SUITES):
            return prove_linux.run(rest[0], rest[1:])
        if command == "soak":
            return soak.run(rest)
        if command == "release":
            script = Path(__file__).resolve().with_name("release.py")
            return subprocess.run(
                [str(setup_venv.ensure(setup_venv.RUNTIME)), str(script), *rest], check=False
            ).returncode
        if command == "prove" and rest[:1] == ["reader"] and set(rest[1:]) <= {"checkout"}:
            return prove_reader.run("checkout" in rest)
        if command == "prove" and rest == ["windows"]:
            return prove_windows.run()
    except Stop as reason:
        complain(f"\n{reason}")
        return 1
    except KeyboardInterrupt:
        complain("\nStopped.")
        return 1
    complain(USAGE)
    return 2


def build(python: Path, target: str, rest: list[str]) -> int:
    """Windows' own machine builds with PyInstaller there; on Linux the Windows program is put together from wheels."""
    if manual.ensure(python) != 0:
        complain("The manual lacks pictures; its chapters go into the package with words alone where they do.")
    if target == "all":
        return build(python, "linux", ["--small"]) or build(python, "windows", [])
    if target == "windows" and sys.platform.startswith("linux"):
        return build_windows.run(rest)
    return build_program.run(python, target, rest)


if __name__ == "__main__":
    sys.exit(main())
