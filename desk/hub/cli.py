"""python -m desk.hub COMMAND: serve, enrol-code, stats, user, carry, certificate, backup, export, import.

As for the desk's commands: readable text, or one JSON object a line with --json; errors on stderr; exit 0 ok, 1 failed,
2 usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desk.core.clock import SystemClock
from desk.core.errors import Fault, Refused
from desk.hub import (
    accounts,
    backup,
    carrying,
    enrolment,
    first,
    logs,
    moving,
    opening,
    places,
    serving,
    signing_key,
    stats,
    tls,
)
from desk.hub.face import Where
from desk.hub.members import DISTRICT_SORT, SITE_SORT
from desk.hub.serving import Listen
from desk.wire.enrol import ticket_text

OK, FAILED, USAGE = 0, 1, 2
PROGRAM = "gatehouse-desk desk.hub" if getattr(sys, "frozen", False) else "python -m desk.hub"
BY = "command line"
TOKEN_VARIABLE = "GATEHOUSE_HUB_METRICS_TOKEN"  # noqa: S105 - its name
WRONG_USE = frozenset(
    {"hub.tls_needed", "hub.http_not_here", "hub.cert_without_key", "hub.database_url", "hub.no_shared_port"}
)
HINTS = {
    "hub.tls_needed": f"give --cert and --key ({PROGRAM} certificate makes them), or --insecure-http for this machine only",
    "hub.no_shared_port": "this system cannot share a port; put a balancer in front of processes with a port each",
    "hub.http_not_here": "plain HTTP is for 127.0.0.1 only; with a proxy in front listen there and give --url https://...",
    "hub.cert_without_key": "--cert and --key belong together",
    "hub.served_already": "another process serves this SQLite file; several at once need PostgreSQL",
    "hub.certificate_there": "hub-cert.pem or hub-key.pem stands here already, and desks pin it: name another folder with --out",
    "hub.backup_postgresql": "PostgreSQL has its own: pg_dump, or archiving",
    "hub.key_missing": "put the .key file of this database back beside it, under the database's own name",
    "hub.port_taken": "something listens on this port already: take another with --port",
    "hub.not_empty": "an import needs an empty database",
    "hub.schema_newer": "a newer program has written this database: use that one",
    "hub.never_served": "serve the hub once first: then it knows its own address",
    "hub.import_unfinished": "an import into this database was cut short: run it again",
    "place.which_district": "there are several districts: name one with --district",
}


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that cannot show a character shows a question mark
    args = parser().parse_args(argv)
    try:
        run: Callable[[argparse.Namespace], int] = args.run
        return run(args)
    except Fault as fault:
        sys.stderr.write(f"{fault}\n{HINTS.get(fault.code, '')}".rstrip() + "\n")
        return USAGE if fault.code in WRONG_USE else FAILED
    except (BrokenPipeError, KeyboardInterrupt):
        return FAILED


def parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--db", default=None, help=f"SQLite file or postgresql://... (default: {opening.VARIABLE}, or your own)"
    )
    shared.add_argument("--keyring", action="store_true", help="keep the key of a SQLite file in the system's keyring")
    shared.add_argument("--json", action="store_true", help="one JSON object a line")
    top = argparse.ArgumentParser(prog=PROGRAM, description="The central server of Gatehouse Desk")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = sub.add_parser(name, help=text, description=text, parents=[shared])
        made.set_defaults(run=run)
        return made

    _serve_arguments(command("serve", serve, "Serve desks and the admin page"))
    code = command("enrol-code", enrol_code, "A one-time code and QR for one desk")
    code.add_argument("--site", required=True, help="name or id of the site; an unknown name plans a new site")
    code.add_argument("--district", default="", help="name of its district, when there are several")
    command("stats", show_stats, "How much there is, and when it was heard of")
    user = command("user", change_user, "Add an account or give it a new password")
    user.add_argument("act", choices=("add", "password", "list"))
    user.add_argument("name", nargs="?", default="")
    user.add_argument("--role", choices=(accounts.ADMIN, accounts.OFFICER), default=accounts.ADMIN)
    user.add_argument("--district", default="", help="of an officer")
    carried = command("carry", carry_file, "Take in a desk's file from a stick, and write the one that goes back to it")
    carried.add_argument("file", type=Path)
    carried.add_argument("--answer", type=Path, help="where to write the file for that desk")
    made = command("certificate", certificate, "Make a key and a certificate that signs itself, for desks to pin")
    made.add_argument("names", nargs="+", help="host names and addresses of the hub")
    made.add_argument("--out", type=Path, default=Path(), help="folder to write to")
    copied = command("backup", copy, "A whole, checked and encrypted copy of a SQLite hub while it works")
    copied.add_argument("dest", type=Path, help="file to write; the key file beside the database is kept elsewhere")
    command("export", export, "Everything as lines on stdout: personal data in the clear, for a pipe to the next hub")
    command("import", load, "Take an export from stdin into an empty database")
    return top


def _serve_arguments(made: argparse.ArgumentParser) -> None:
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=8440)
    made.add_argument("--cert", type=Path, help="certificate file (PEM, with its chain)")
    made.add_argument("--key", type=Path, help="its private key (PEM)")
    made.add_argument("--insecure-http", action="store_true", help="without TLS: on this machine's own addresses only")
    made.add_argument("--url", default="", help="address as desks and browsers type it, when a proxy stands in front")
    made.add_argument(
        "--shared-port",
        action="store_true",
        help="several processes on this port, each serving a part (PostgreSQL, Linux)",
    )
    made.add_argument(
        "--pin", action=argparse.BooleanOptionalAction, default=None, help="desks trust this very key only"
    )
    made.add_argument("--site", default=first.FIRST_SITE, help="name of the first site, at a first start")
    made.add_argument("--verbose", action="store_true", help="log every request")


def serve(args: argparse.Namespace) -> int:
    """Until a signal ends it."""
    logs.begin(level=10 if args.verbose else 20)
    listen = Listen(args.host, args.port, args.cert, args.key, args.insecure_http, args.url, args.pin, args.shared_port)
    listen.check()
    url = args.db or opening.default_db()
    with opening.alone(url), opening.opened_hub(url, private=not args.keyring) as hub, serving.bind(listen) as door:
        where = listen.where(door.getsockname()[1], os.environ.get(TOKEN_VARIABLE, ""))
        hub.upgraded()
        begun = first.begin_once(hub.db, hub.now(), args.site, where)
        face, app = serving.build_app(hub, where, one_of_many=listen.shared)
        if args.json:
            _say(args, {"serving": where.url, "port": door.getsockname()[1], "pin": where.pin, **_begun(where, begun)})
        else:
            first.tell(where, begun, sys.stdout)
        serving.serve(face, app, listen, door)
    return OK


def enrol_code(args: argparse.Namespace) -> int:
    now = SystemClock().now_ms()
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        where = db.read(first.last_where)
        site_id = db.write(lambda conn: _site(conn, now, args.site, args.district))
        code = db.write(lambda conn: enrolment.make_code(conn, now, BY, site_id))
    if args.json:
        _say(args, _code(where, code))
    else:
        first.tell_code(where, code, sys.stdout)
    return OK


def _site(conn: Any, now: int, name: str, district: str) -> str:
    """The site of this id or name; planned when there is none."""
    found = [one for one in places.all_of(conn, SITE_SORT) if name in (one.id, one.name)]
    if len(found) > 1:
        raise Refused("place.which_site")
    if found:
        return found[0].id
    return places.plan_site(conn, now, BY, places.meant_district(conn, now, BY, district), name)


def show_stats(args: argparse.Namespace) -> int:
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        found = db.read(stats.totals)
    _say(args, found)
    return OK


def change_user(args: argparse.Namespace) -> int:
    now = SystemClock().now_ms()
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        if args.act == "list":
            for one in db.read(accounts.everyone):
                _say(args, {"name": one.name, "role": one.role, "closed": one.closed})
            return OK
        password = accounts.make_password()
        if args.act == "add":
            db.write(lambda conn: _add_user(conn, now, args, password))
        else:
            account, _ = db.read(lambda conn: accounts.named(conn, args.name))
            if account is None:
                raise Refused("account.unknown")
            db.write(lambda conn: accounts.set_password(conn, now, None, account.id, password))
    _say(args, {"name": args.name, "password": password})
    return OK


def _add_user(conn: Any, now: int, args: argparse.Namespace, password: str) -> None:
    districts = [one.id for one in places.all_of(conn, DISTRICT_SORT) if not args.district or one.name == args.district]
    if args.role == accounts.OFFICER and len(districts) != 1:
        raise Refused("place.which_district")
    district_id = districts[0] if args.role == accounts.OFFICER else ""
    accounts.add(conn, now, BY, args.name, args.role, district_id, password)


def carry_file(args: argparse.Namespace) -> int:
    try:
        data = args.file.read_bytes()
    except OSError:
        raise Refused("stick.not_one") from None
    with opening.opened_hub(args.db or opening.default_db(), private=not args.keyring) as hub:
        key = signing_key.load_or_make(hub.db)
        took = carrying.take(hub, key, data, BY)
        said = {"site_id": took.site_id, "device_id": took.device_id, "lines": took.lines, "new": took.new}
        if args.answer is not None and took.reader is not None:
            with args.answer.open("wb") as out:
                said |= {"answer": str(args.answer), "log": carrying.answer(hub, key, took, out)}
    _say(args, said)
    return OK


def certificate(args: argparse.Namespace) -> int:
    made, key = tls.make_certificate(args.out, args.names, SystemClock().now_ms())
    _say(args, {"cert": str(made), "key": str(key), "pin": tls.pin_of(made)})
    return OK


def copy(args: argparse.Namespace) -> int:
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        size = backup.backup(db, args.dest)
    _say(args, {"file": str(args.dest), "bytes": size})
    return OK


def export(args: argparse.Namespace) -> int:
    out: BinaryIO = sys.stdout.buffer
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        for line in moving.export(db):
            out.write(line)
    out.flush()
    return OK


def load(args: argparse.Namespace) -> int:
    with opening.opened_db(args.db or opening.default_db(), private=not args.keyring) as db:
        rows = moving.load(db, iter(sys.stdin.buffer.readline, b""))
    _say(args, {"rows": rows})
    return OK


def _begun(where: Where, begun: first.Begun) -> dict[str, Any]:
    made: dict[str, Any] = {"admin": {"name": first.ADMIN_NAME, "password": begun.password}} if begun.password else {}
    return {**made, "code": _code(where, begun.code)} if begun.code else made


def _code(where: Where, code: enrolment.Code) -> dict[str, Any]:
    ticket = first.ticket(where, code)
    return {
        "code": code.text,
        "site_id": code.site_id,
        "expires_ms": code.expires_ms,
        "ticket": ticket_text(ticket),
    }


def _say(args: argparse.Namespace, line: Mapping[str, Any]) -> None:
    text = json.dumps(line, ensure_ascii=False) if args.json else "  ".join(f"{k}: {v}" for k, v in line.items())
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
