"""Verbs of visitor passes: issue, spend an entry, and the six digits for a phone that will not read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desk.codes import reads, reads_rows, serials, token
from desk.codes.rules import Answer, Kind, RevokeReason, Status, Why
from desk.codes.service import PASS_ISSUE, SCAN, issued_of, live_row, note, retire
from desk.codes.service_keys import publish_own_key
from desk.codes.tables import Code, PassUse
from desk.codes.token import MAX_USES
from desk.codes.views import DigitsAnswer, Identified, Issued, PassRequest, PassUsed
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.people import tokens
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit

_C = Code.__table__.c
LONGEST_MS = 366 * DAY_MS
DIGITS_PURPOSE = "digits"
DIGITS_SPARE_MS = (
    7 * DAY_MS
)  # digits of a pass rest a week after it, so that an old one says "expired", not another's name
_NOT_FOUND = Identified(Answer.UNKNOWN, Why.NO_RECORD, Kind.PASS)


def issue_pass(u: Unit, asked: PassRequest) -> Issued:
    """Sign a visitor pass with the site's key and give it six digits. Times are widened to whole minutes.

    Raises Refused("right.missing" | "codes.window_empty" | "codes.window_past" | "codes.window_long" | "codes.uses").
    """
    u.actor.require(PASS_ISSUE)
    start, end = _checked_window(asked, u.now)
    seed, pass_id = u.secret(reads.SIGN_KEY), token.new_pass_id()
    text = token.sign(seed, pass_id, start, end, asked.uses)
    window = asked.window
    serial = serials.new_serial(Kind.PASS, lambda s: reads_rows.serial_taken(u, s))
    digits = serials.new_digits(lambda d: reads_rows.digits_taken(u, d, u.now - DIGITS_SPARE_MS))
    code_id = u.add(
        Code, kind=Kind.PASS.value, version=1, key_id=reads.own_key(seed)[0], key=pass_id, serial=serial, digits=digits,
        subject_kind=reads_rows.HOUSEHOLD if asked.household_id else "", subject_id=asked.household_id or None,
        visitor_ref=asked.visitor_ref or None, issued_at=u.now, issued_by=u.actor.operator_id or None,
        gate_id=u.gate_id, not_before=start, expires_at=end, daily_from=window.daily_from, daily_to=window.daily_to,
        weekdays=window.weekdays, uses=asked.uses, status=Status.LIVE.value,
    )  # fmt: skip
    index_passes(u, [code_id])
    publish_own_key(u)
    u.audit("codes.pass_issued", "code", code_id, serial=serial, uses=asked.uses, hours=(end - start) // 3_600_000)
    u.changed("codes")
    row = live_row(u, code_id)
    return Issued(code_id, Kind.PASS, serial, text, digits, reads_rows.window_of(row), asked.uses, asked.household_id)


def _checked_window(asked: PassRequest, now: int) -> tuple[int, int]:
    window = asked.window
    if not 0 <= asked.uses <= MAX_USES:
        raise Refused("codes.uses", most=MAX_USES)
    if window.expires_at is None:
        raise Refused("codes.window_empty")
    start, end = token.whole_minutes(window.not_before if window.not_before is not None else now, window.expires_at)
    if end <= start or (window.daily_from is not None and window.daily_from == window.daily_to):
        raise Refused("codes.window_empty")
    if end <= now:
        raise Refused("codes.window_past")
    if end - start > LONGEST_MS:
        raise Refused("codes.window_long", days=LONGEST_MS // DAY_MS)
    return start, end


def index_passes(u: Unit, code_ids: Sequence[str]) -> None:
    """Search documents of passes as they stand. One that was forgotten (it has no digits any more) is found by nobody."""
    gone, docs = [], []
    for start in range(0, len(code_ids), CHUNK):
        some = select(Code.__table__).where(_C.id.in_(code_ids[start : start + CHUNK]), _C.kind == Kind.PASS.value)
        for row in u.conn.execute(some):
            if row.deleted_at is not None or not row.digits:
                gone.append(docid(DocKind.PASS, row.num))
            else:
                docs.append((docid(DocKind.PASS, row.num), tokens.document(codes=(row.serial, row.serial[1:]))))
    u.unindex(*gone)
    search.put_many(u.conn, docs)


def replace_pass(u: Unit, code_id: str) -> Issued:
    """A new pass for the rest of the old one's window and entries (a lost slip, a leaked picture); the old is revoked.

    Raises Refused("codes.not_live" | "codes.window_past" | "codes.pass_spent").
    """
    u.actor.require(PASS_ISSUE)
    old = live_row(u, code_id)
    used = len(reads_rows.uses_of(u, old["key"], old["uses"]))
    if old["uses"] and used >= old["uses"]:
        raise Refused("codes.pass_spent")
    left = old["uses"] - used if old["uses"] else 0
    asked = PassRequest(reads_rows.window_of(old), old["subject_id"] or "", left, old["visitor_ref"] or "")
    issued = issue_pass(u, asked)
    retire(u, code_id, RevokeReason.REPLACED, issued.code_id)
    return issued


def show_pass(u: Unit, code_id: str) -> Issued:
    """A live pass again, to print or show. Raises Refused("codes.not_live")."""
    u.actor.require(PASS_ISSUE)
    row = live_row(u, code_id)
    u.audit("codes.printed", "code", code_id, count=1)
    return issued_of(u, row)


def use_pass(u: Unit, seen: Identified, nonce: str, visit_id: str = "", force: bool = False) -> PassUsed:
    """Spend an entry of a pass that was identified; judged again here, in the unit that admits.

    nonce: the caller's name for this entry (the visit or scan id): with the same one a second time nothing is added.
    force: the volunteer lets the visitor in all the same: the entry is kept and flagged with the answer it went against.
    Raises Refused("codes.expired" | "codes.not_yet" | "codes.used" | "codes.revoked"), Refused("codes.not_a_pass").
    """
    u.actor.require(SCAN)
    if seen.kind is not Kind.PASS or not seen.key:
        raise Refused("codes.not_a_pass")
    before = reads_rows.use_by_nonce(u, seen.key, nonce)
    now_is = reads.again(u, seen, u.now)
    if before is not None:
        return PassUsed(before["id"], before["at"], before["flag"], now_is.uses_left, repeated=True)
    if now_is.answer is not Answer.VALID and not force:
        raise Refused(f"codes.{now_is.answer.value}")
    flag = "" if now_is.answer is Answer.VALID else now_is.answer.value
    use_id = u.add(
        PassUse, key=seen.key, code_id=now_is.code_id or None, at=u.now, clock_quality=u.clock_quality.value,
        gate_id=u.gate_id, device_id=u.device_id, operator_id=u.actor.operator_id or None,
        visit_id=visit_id or None, nonce=nonce, flag=flag,
    )  # fmt: skip
    u.changed("codes")
    left = None if now_is.uses_left is None else max(0, now_is.uses_left - 1)
    return PassUsed(use_id, u.now, flag, left)


def by_digits(u: Unit, digits: str) -> DigitsAnswer:
    """The pass behind six digits. Every guess is noted; five wrong in ten minutes at this desk, and it has to wait.

    Nothing found: no pass here has them. Good at the issuing gate, elsewhere once synced. Never raises for a wrong guess: the note of it must be committed.
    """
    u.actor.require(SCAN)
    wrong = reads_rows.wrong_guesses(u, DIGITS_PURPOSE, u.now - serials.GUESS_WINDOW_MS)
    wait = serials.wait_ms(wrong, u.now)
    if wait:
        return DigitsAnswer(wait_ms=wait)
    found = [reads.of_row(u, row, u.now) for row in reads_rows.with_digits(u, digits)]
    valid = tuple(one for one in found if one.answer is Answer.VALID)
    shown = valid or tuple(found[:1])
    note(u, u.new_id(), "typed", DIGITS_PURPOSE, shown[0] if shown else _NOT_FOUND)
    tries = serials.GUESSES - len(wrong) - (0 if valid else 1)
    return DigitsAnswer(shown, max(0, tries))
