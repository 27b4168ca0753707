"""python -m desk COMMAND: every module of desk/commands is a command (NAME, HELP, add_arguments, run)."""

from __future__ import annotations

import argparse
import importlib
import logging
import pkgutil
import sys
from collections.abc import Sequence

from desk import commands
from desk.commands.output import PROGRAM, guarded
from desk.core import private
from desk.core.discreet import Discreet, catch

HELPERS = frozenset({"output", "doctor_devices"})  # modules of desk/commands that are no command


def names() -> list[str]:
    """Command names, found by file in a checkout and in a packaged program: `import_people.py` is `import-people`."""
    return sorted(i.name.replace("_", "-") for i in pkgutil.iter_modules(commands.__path__) if i.name not in HELPERS)


def parser(wanted: Sequence[str]) -> argparse.ArgumentParser:
    """The parser with these commands; a command's module is imported only when its command is wanted."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="one JSON object a line")
    shared.add_argument("--home", help="data folder (default: your own)")
    top = argparse.ArgumentParser(prog=PROGRAM, description="Gatehouse Desk without its face")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in wanted:
        module = importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")
        one = sub.add_parser(
            name, help=module.HELP, description=module.HELP, parents=[shared], conflict_handler="resolve"
        )
        module.add_arguments(one)
        one.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    if argv is None:  # the program itself, not a test
        private.keep()
        catch()
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    for handler in logging.getLogger().handlers:
        if type(handler) is logging.StreamHandler:
            handler.setFormatter(Discreet("%(levelname)s %(name)s: %(message)s"))
    words = list(sys.argv[1:] if argv is None else argv)
    known = names()
    args = parser([words[0]] if words and words[0] in known else known).parse_args(words)
    return guarded(args.run, args)


if __name__ == "__main__":
    sys.exit(main())
