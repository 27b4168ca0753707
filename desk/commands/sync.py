"""python -m desk sync --once | status | enrol TICKET | invite | export FILE | import FILE: agreeing with a hub or by a stick."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desk import app
from desk.commands.output import OK, USAGE, complain, opened, say
from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.operators.rules import COMMAND
from desk.store import identity
from desk.store import key as keys

NAME = "sync"
HELP = "agree with the hub once, say how it stands, enrol, invite a further desk, carry changes on a stick"
ACTS = ("once", "status", "enrol", "invite", "export", "import")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", nargs="?", choices=ACTS, help="default: status, or once with --once")
    parser.add_argument("what", nargs="?", default="", help="the ticket (text of the QR, - for stdin), or a file")
    parser.add_argument("--code", default="", help="enrol FILE: join by a file of a desk without a hub, with its code")
    parser.add_argument("--once", action="store_true", help="one whole round, then end")
    parser.add_argument("--gate", default="", help="enrol with an invitation: the name of this new gate")
    parser.add_argument("--phone", default="", help="enrol with an invitation: the phone of this new gate")


def run(args: argparse.Namespace) -> int:
    act = "once" if args.once else args.act or "status"
    if act in ("enrol", "export", "import") and not args.what:
        complain(f"sync {act}: {'the ticket' if act == 'enrol' else 'the file'} is missing")
        return USAGE
    done: Mapping[str, Callable[[argparse.Namespace], Mapping[str, Any]]] = {
        "once": _once, "status": _status, "enrol": _enrol, "invite": _invite,
        "export": _export, "import": _import,
    }  # fmt: skip
    say(args, done[act](args))
    return OK


def _once(args: argparse.Namespace) -> Mapping[str, Any]:
    from desk import syncing

    with opened(args) as desk, syncing.alone(desk):
        done = syncing.once(desk)
        with desk.store.reading() as r:
            left = identity.here(r).waiting
    return {"sent": done.sent, "offered": done.offered, "taken": done.taken, "forked": done.forked, "waiting": left}


def _status(args: argparse.Namespace) -> Mapping[str, Any]:
    """How it stands; ages in minutes."""
    from desk.sync import reads_now

    with opened(args) as desk, desk.store.reading() as r:
        found = reads_now.now(r)
    ages = found.ages

    def ago(at: int | None) -> int | None:
        return None if at is None else max(0, (ages.now - at) // MINUTE_MS)

    return {
        "state": found.state.value, "hub": found.hub, "waiting": ages.waiting, "oldest_min": ago(ages.oldest_at),
        "agreed_min": ago(ages.agreed_at), "heard_min": ago(ages.heard_at), "conflicts": found.conflicts,
        "refused": found.refused, "aside": found.aside, "why": found.why,
    }  # fmt: skip


def _enrol(args: argparse.Namespace) -> Mapping[str, Any]:
    """The first desk of a site, or one anew; with an invitation this becomes a further desk of the inviting site."""
    from desk import joining
    from desk.sync.enrolling import ticket_of

    if args.code:
        return _join_by_file(args)
    ticket = ticket_of(sys.stdin.read() if args.what == "-" else args.what)
    if not ticket.k:
        from desk import syncing

        with opened(args) as desk:
            papers = syncing.enrol(desk, ticket, COMMAND)
        return {"enrolled": True, "hub": ticket.url, "site_id": papers.site_id, "device_id": papers.device_id}
    if not args.gate:
        raise Refused("site.name_empty")
    desk = app.build(Path(args.home) if args.home else None)
    try:
        code = joining.join(desk, ticket, gate_name=args.gate, gate_phone=args.phone)
        with desk.store.reading() as r:
            here = identity.here(r)
    finally:
        desk.close()
    return {
        "joined": True, "hub": ticket.url, "site": here.site_name, "gate": here.gate_name, "recovery_code": code,
        "key": keys.where_key(desk.home),
    }  # fmt: skip


def _join_by_file(args: argparse.Namespace) -> Mapping[str, Any]:
    from desk import joining

    desk = app.build(Path(args.home) if args.home else None)
    try:
        code = joining.join_by_file(
            desk, Path(args.what).absolute(), args.code, gate_name=args.gate, gate_phone=args.phone
        )
        with desk.store.reading() as r:
            here = identity.here(r)
    finally:
        desk.close()
    return {"joined": True, "site": here.site_name, "gate": here.gate_name, "recovery_code": code}


def _invite(args: argparse.Namespace) -> Mapping[str, Any]:
    """By the hub; or with a file, for a site that has none."""
    from desk import syncing

    with opened(args) as desk:
        if args.what:
            written, code = syncing.invite_by_file(desk, Path(args.what).absolute(), COMMAND)
            return {"file": str(written.path), "lines": written.lines, "code": code}
        made = syncing.invite(desk, COMMAND)
    return {"ticket": made.ticket, "code": made.code, "expires_ms": made.expires_ms}


def _export(args: argparse.Namespace) -> Mapping[str, Any]:
    from desk import syncing

    with opened(args) as desk:
        made = syncing.export(desk, Path(args.what).absolute(), COMMAND)
    return {"file": str(made.path), "lines": made.lines, "log": made.log, "for": list(made.readers)}


def _import(args: argparse.Namespace) -> Mapping[str, Any]:
    from desk import syncing

    with opened(args) as desk, syncing.alone(desk):
        took = syncing.take(desk, Path(args.what).absolute(), COMMAND)
    return {"lines": took.lines, "log": took.log, "forked": took.forked}
