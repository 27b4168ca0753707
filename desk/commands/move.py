"""python -m desk move pack FOLDER | arrive FILE --code CODE | back [--sure] | status | clear: to another computer."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import app, moving
from desk.commands.output import OK, USAGE, complain, opened, say
from desk.operators.rules import COMMAND

NAME = "move"
HELP = "move this desk to another computer: pack it here, open it there, or take it back"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=("pack", "arrive", "back", "status", "clear"))
    parser.add_argument("where", nargs="?", help="pack: a folder or stick; arrive: the file")
    parser.add_argument("--code", default="", help="arrive: the code that `pack` showed")
    parser.add_argument(
        "--sure", action="store_true", help="back: no other computer has opened it, and nobody can be asked"
    )


def run(args: argparse.Namespace) -> int:
    if args.act in ("pack", "arrive") and not args.where:
        complain(f"{args.act} needs a place")
        return USAGE
    return {"arrive": _arrive}.get(args.act, _here)(args)


def _arrive(args: argparse.Namespace) -> int:
    desk = app.build(Path(args.home) if args.home else None)
    try:
        came = moving.arrive(desk, Path(args.where), args.code)
    finally:
        desk.close()
    ports = ", ".join(came.ports)
    words = f"{came.gate} lives here now; {came.waiting} changes wait" + (
        f"; choose the ports of: {ports}" if ports else ""
    )
    say(args, {"gate": came.gate, "waiting": came.waiting, "ports": list(came.ports)}, words)
    return OK


def _here(args: argparse.Namespace) -> int:
    with opened(args) as desk:
        if args.act == "pack":
            packed = moving.pack(desk, Path(args.where).absolute(), COMMAND)
            say(
                args, {"file": str(packed.path), "code": packed.code},
                f"written: {packed.path}\nits code, shown once: {packed.code}\nthis computer only reads from now on",
            )  # fmt: skip
        elif args.act == "back":
            moving.take_back(desk, COMMAND, args.sure)
            say(args, {"here": True}, "this desk lives here again")
        elif args.act == "clear":
            moving.clear(desk, COMMAND)
            say(args, {"cleared": True}, "nothing of this desk is left here")
        else:
            found = moving.where(desk)
            words = "it lives here" if found is None else "opened elsewhere" if found.heard else "packed"
            say(args, {"here": found is None, "heard": bool(found and found.heard)}, words)
    return OK
