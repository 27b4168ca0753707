"""python -m desk verify-certificate CODE|FILE...: is this certificate of service ours, and does it still hold?

A FILE is the PDF itself or a picture of the paper. With --public-key HEX (python -m desk codes key) no store is needed: then
the signature alone is checked, and nobody can tell whether it was withdrawn.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desk.codes import token
from desk.commands.output import FAILED, OK, opened, say
from desk.core.errors import Refused
from desk.duty.reads_certificates import Checked, check
from desk.duty.rules_certificate import PREFIX, Proof, found_in, prove, read, seal_of
from desk.duty.rules_hours import hours_text

NAME = "verify-certificate"
HELP = "check the code of a statement or certificate of service (text, PDF or picture)"
LARGEST = 64 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="+", metavar="CODE|FILE", help="the text of the code, a PDF, or a picture")
    parser.add_argument("--name", default="", help="the name on the paper: does the code belong to it?")
    parser.add_argument("--id-no", default="", help="the document number on the paper, as it stands there")
    parser.add_argument("--public-key", metavar="HEX", help="check without a store, by the site's public key alone")


def run(args: argparse.Namespace) -> int:
    """0 when every certificate is good (and belongs to the name, when one is given)."""
    texts = [(what, _text(what)) for what in args.what]
    if args.public_key:
        found = [(what, _alone(args, text)) for what, text in texts]
    else:
        with opened(args) as desk, desk.store.reading() as r:
            found = [(what, check(r, text, args.name, args.id_no)) for what, text in texts]
    for what, one in found:
        say(args, _facts(what, one), _words(one))
    return OK if all(one.proof is Proof.GOOD and one.holder is not False for _, one in found) else FAILED


def _text(what: str) -> str:
    """The code itself, or what stands in a file. Raises Refused("certificate.file_unreadable")."""
    if what.startswith(PREFIX):
        return what
    path = Path(what)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise Refused("certificate.file_unreadable")
        data = path.read_bytes()
    except OSError:
        raise Refused("certificate.file_unreadable") from None
    return found_in(data) if data.startswith(b"%PDF") else _from_picture(path)


def _from_picture(path: Path) -> str:
    from desk.codes.decode.picture import read_gray
    from desk.codes.decode.still import decode_still

    codes = [one.text for one in decode_still(read_gray(path))]
    return next((text for text in codes if text.startswith(PREFIX)), "")


def _alone(args: argparse.Namespace, text: str) -> Checked:
    try:
        public = bytes.fromhex(args.public_key)
    except ValueError:
        public = b""
    if len(public) != 32:
        raise Refused("codes.key_form")
    found = read(text)
    if found is None:
        return Checked(Proof.NO_CODE)
    claims, raw = found
    holder = seal_of(claims.certificate_id, args.name, args.id_no) == claims.seal if args.name else None
    return Checked(prove(claims, raw, {token.key_id(public): public}), claims, holder=holder)


def _facts(what: str, one: Checked) -> dict[str, Any]:
    line: dict[str, Any] = {"what": what if not what.startswith(PREFIX) else "code", "proof": one.proof.value}
    if one.claims is not None and one.proof not in (Proof.FORGED, Proof.OTHER_KEY):
        claims = one.claims
        line |= {
            "number": claims.number, "kind": claims.kind.value, "issued": claims.issued_day, "from": claims.from_day,
            "until": claims.until_day, "minutes": claims.minutes, "hours": hours_text(claims.minutes),
        }  # fmt: skip
    if one.certificate is not None:
        line["state"] = one.certificate.state.value
    if one.holder is not None:
        line["holder"] = one.holder
    return line


def _words(one: Checked) -> str:
    if one.claims is None:
        return "no certificate's code was found"
    if one.proof in (Proof.FORGED, Proof.OTHER_KEY):
        return "FORGED: the signature is not right" if one.proof is Proof.FORGED else "signed under a key unknown here"
    claims = one.claims
    said = {Proof.GOOD: "good", Proof.WITHDRAWN: "WITHDRAWN", Proof.UNKNOWN: "signed by this site, not known here yet"}
    named = {None: "", True: "; belongs to that name", False: "; NOT that name's"}[one.holder]
    state = f" ({one.certificate.state.value})" if one.certificate is not None else ""
    hours = f"{hours_text(claims.minutes)} h, {claims.from_day} to {claims.until_day}"
    return f"{said[one.proof]}{state}: {claims.kind.value} {claims.number}, {hours}, issued {claims.issued_day}{named}"
