"""Sets Gatehouse Desk up and runs it: `run [-- args]`, `test [pytest args]`, `check`, `build linux|windows`.

Needs nothing but Python: this file and its neighbours use the standard library only.
"""

from __future__ import annotations

import sys

import build_program
import checks
import launch
import prove_linux
import roots
import setup_venv
import test_tools
from talk import Stop, complain

USAGE = """Gatehouse Desk

  dev.py run [-- arguments]     set up and start the program; with no display it walks the tour and saves pictures
  dev.py test [pytest options]  set up and run every check and every test
  dev.py check                  set up and run every check, no tests
  dev.py build linux            make the program, a .deb and an AppImage under dist/, each proved first
  dev.py prove deb|appimage [bookworm|trixie]  prove a package in clean Debian systems (root); JSON and pictures in out/prove/
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
        if command == "build" and rest[:1] in (["linux"], ["windows"]):
            return build_program.run(setup_venv.ensure(setup_venv.DEVELOPMENT), rest[0], rest[1:])
        if command == "prove" and rest[:1] in (["deb"], ["appimage"]) and set(rest[1:]) <= set(roots.SUITES):
            return prove_linux.run(rest[0], rest[1:])
    except Stop as reason:
        complain(f"\n{reason}")
        return 1
    except KeyboardInterrupt:
        complain("\nStopped.")
        return 1
    complain(USAGE)
    return 2


if __name__ == "__main__":
    sys.exit(main())
