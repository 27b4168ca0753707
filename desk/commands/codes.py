"""python -m desk codes ACTION: issue, verify, revoke and list codes; verify needs no store when given a public key."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from desk.codes import payload, reads, reads_lists, serials, service, token
from desk.codes.payload import PassCode
from desk.codes.rules import Answer, Kind, RevokeReason
from desk.codes.token import Proof
from desk.codes.views import CodeView, Issued
from desk.commands.output import FAILED, OK, USAGE, complain, opened, say
from desk.core.errors import Refused
from desk.operators.rules import COMMAND
from desk.people import reads as people
from desk.people.rooms import sort_key
from desk.store.unit import Reading

NAME = "codes"
HELP = "issue, verify, revoke and list household and other codes"
ACTIONS = ("issue", "issue-all", "verify", "revoke", "list", "key")
PAGE = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """issue HOUSEHOLD..., issue-all, verify TEXT..., revoke SERIAL..., list, key."""
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("what", nargs="*", metavar="WHAT", help="households (3-1-1202), code texts or serials")
    parser.add_argument("--kind", choices=("indoor", "outdoor"), default="indoor", help="what to issue or list")
    parser.add_argument("--reason", choices=[r.value for r in RevokeReason if r is not RevokeReason.REPLACED])
    parser.add_argument("--revoked", action="store_true", help="list what was withdrawn")
    parser.add_argument("--public-key", metavar="HEX", help="verify passes with this key alone, without a store")


def run(args: argparse.Namespace) -> int:
    """Carry out the action; verify exits 0 only when every text is valid."""
    if args.action in ("issue", "verify", "revoke") and not args.what:
        complain(f"codes {args.action}: say what")
        return USAGE
    if args.action == "revoke" and not args.reason:
        complain("codes revoke: --reason is needed")
        return USAGE
    work = {
        "issue": _issue, "issue-all": _issue_all, "verify": _verify, "revoke": _revoke, "list": _list, "key": _key
    }  # fmt: skip
    return work[args.action](args)


def _issue(args: argparse.Namespace) -> int:
    with opened(args) as desk, desk.store.unit(COMMAND) as u:
        issued = []
        for text in args.what:
            household = people.find_household(u, text)
            if household is None:
                raise Refused("codes.household_unknown")
            issued.append(service.issue(u, Kind(args.kind), household.id))
    for one in issued:
        _say_issued(args, one)
    return OK


def _issue_all(args: argparse.Namespace) -> int:
    with opened(args) as desk:
        with desk.store.reading() as r:
            ids = _every_household(r)
        new = service.issue_bulk(
            lambda: desk.store.unit(COMMAND), Kind(args.kind), ids, lambda done, of: None, lambda: False
        )
    say(args, {"issued": new, "households": len(ids)}, f"{new} new codes for {len(ids)} households")
    return OK


def _every_household(r: Reading) -> list[str]:
    ids: list[str] = []
    after = ""
    while page := people.households(r, after, PAGE):
        ids += [view.id for view in page]
        after = sort_key(page[-1].address)
    return ids


def _verify(args: argparse.Namespace) -> int:
    if args.public_key:
        return _verify_alone(args)
    with opened(args) as desk, desk.store.reading() as r:
        seen = [reads.identify(r, text) for text in args.what]
    for one in seen:
        line = {"answer": one.answer.value, "why": one.why.value, "kind": one.kind.value if one.kind else "",
                "serial": one.serial, "uses_left": one.uses_left}  # fmt: skip
        say(args, line)
    return OK if all(one.answer is Answer.VALID for one in seen) else FAILED


def _verify_alone(args: argparse.Namespace) -> int:
    """The signature and its claims, for a computer that has nothing but the site's public key."""
    try:
        public = bytes.fromhex(args.public_key)
    except ValueError:
        public = b""
    if len(public) != 32:
        raise Refused("codes.key_form")
    good = True
    for text in args.what:
        found = payload.parse(text, b"")
        proof = (
            token.prove(found.token, found.raw, {token.key_id(public): public})
            if isinstance(found, PassCode) else Proof.BAD
        )  # fmt: skip
        claims = vars(found.token) if isinstance(found, PassCode) else {}
        say(args, {"proof": proof.value, **claims})
        good = good and proof is Proof.GOOD
    return OK if good else FAILED


def _revoke(args: argparse.Namespace) -> int:
    with opened(args) as desk, desk.store.unit(COMMAND) as u:
        for text in args.what:
            found = reads_lists.by_serial(u, serials.read_serial(text) or "")
            if not found:
                raise Refused("codes.serial_unknown")
            if len(found) > 1:
                raise Refused("codes.serial_twice")
            service.revoke(u, found[0].code_id, RevokeReason(args.reason))
    say(args, {"revoked": len(args.what)}, f"{len(args.what)} withdrawn")
    return OK


def _list(args: argparse.Namespace) -> int:
    with opened(args) as desk, desk.store.reading() as r:
        pages = iter([reads_lists.revocations(r, limit=1_000_000)]) if args.revoked else _live(r, Kind(args.kind))
        for view in (view for page in pages for view in page):
            _say_view(args, view)
    return OK


def _live(r: Reading, kind: Kind) -> Iterator[tuple[CodeView, ...]]:
    after = 0
    while page := reads_lists.live_page(r, kind, after, PAGE):
        yield page
        after = page[-1].num


def _key(args: argparse.Namespace) -> int:
    with opened(args) as desk, desk.store.reading() as r:
        key_id, public = reads.own_key(reads.secret_of(r, reads.SIGN_KEY))
    say(args, {"key_id": key_id, "public_key": public.hex()})
    return OK


def _say_issued(args: argparse.Namespace, one: Issued) -> None:
    say(args, {"serial": one.serial, "kind": one.kind.value, "text": one.text})


def _say_view(args: argparse.Namespace, view: CodeView) -> None:
    line = {"serial": view.serial, "kind": view.kind.value, "status": view.status.value, "version": view.version,
            "household": view.household, "issued_at": view.issued_at, "revoked_at": view.revoked_at,
            "reason": view.revoked_reason}  # fmt: skip
    say(args, line)
