"""The question a scan asks: what is this text, and is it good? One answer online and offline."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import RowMapping, select

from desk.codes import payload, token
from desk.codes.foreign import Foreign
from desk.codes.payload import Damaged, IdCode, PassCode
from desk.codes.reads_lists import views
from desk.codes.reads_rows import by_key, uses_of
from desk.codes.rules import Answer, CodeFacts, Kind, Why, Window, judge
from desk.codes.tables import Code, VerifyKey
from desk.codes.token import PassToken, Proof
from desk.codes.views import CodeView, Identified
from desk.core.clock import ClockQuality, SiteTime
from desk.store.tables import Site, SyncSelf
from desk.store.unit import Reading, Unit

CHECK_KEY, SIGN_KEY = "code-check", "pass-sign"


def identify(r: Reading, text: str, raw: bytes = b"", now: int | None = None) -> Identified:
    """What a scanned or typed text is and whether it is good. Total: every text has an answer, nothing is opened.

    raw: bytes of a code that was not text; now: UTC milliseconds, default the reading's own.
    """
    prefix = r.conn.execute(select(Site.url_prefix).where(Site.id == r.site_id)).scalar() or ""
    secret = secret_of(r, CHECK_KEY)
    at = r.now if now is None else now
    found = payload.parse(text, secret, prefix, raw)
    match found:
        case Foreign():
            return Identified(Answer.FOREIGN, foreign=found)
        case Damaged(newer=True):
            return Identified(Answer.UNKNOWN, Why.NEWER, Kind.PASS)
        case Damaged():
            return Identified(Answer.FORGED, Why.DAMAGED, Kind.PASS)
        case IdCode():
            return _id_code(r, found, at, secret)
        case PassCode():
            return _pass(r, found, at)


def _id_code(r: Reading, found: IdCode, at: int, secret: bytes) -> Identified:
    if not secret:
        return Identified(Answer.UNKNOWN, Why.OTHER_KEY, found.kind)
    if not found.genuine:
        return Identified(Answer.FORGED, Why.BAD_CHECK, found.kind)
    row = by_key(r, found.key, found.kind)
    return of_row(r, row, at) if row is not None else Identified(Answer.UNKNOWN, Why.NO_RECORD, found.kind, found.key)


def _pass(r: Reading, found: PassCode, at: int) -> Identified:
    claims = found.token
    match token.prove(claims, found.raw, verify_keys(r, claims.key_id)):
        case Proof.OTHER_KEY:
            return Identified(Answer.UNKNOWN, Why.OTHER_KEY, Kind.PASS)
        case Proof.BAD:
            return Identified(Answer.FORGED, Why.BAD_SIGNATURE, Kind.PASS)
        case Proof.GOOD:
            row = by_key(r, claims.pass_id, Kind.PASS)
            return of_row(r, row, at) if row is not None else _of_claims(r, claims, at)


def receipt(r: Reading, serial: str) -> Identified:
    """The receipt with this number, as it is read out at a window; unknown when it has not come here."""
    found = select(Code.__table__).where(Code.serial == serial, Code.kind == Kind.MATTER.value).order_by(Code.id)
    row = r.conn.execute(found).mappings().first()
    return of_row(r, row, r.now) if row is not None else Identified(Answer.UNKNOWN, Why.NO_RECORD, Kind.MATTER)


def of_row(r: Reading, row: RowMapping, at: int) -> Identified:
    """Judge a code by its record."""
    view = views(r, [row])[0]
    return _judged(r, CodeFacts(view.kind, view.status, view.window, view.uses), row["key"], at, view)


def _of_claims(r: Reading, claims: PassToken, at: int) -> Identified:
    """Judge a pass by its own signed claims: its record has not come here yet."""
    window = Window(claims.not_before, claims.expires_at)
    return _judged(r, CodeFacts(Kind.PASS, window=window, uses=claims.uses), claims.pass_id, at, None)


def again(r: Reading, seen: Identified, at: int) -> Identified:
    """A pass seen before, judged anew: by its record when there is one by now, else by what its signature proved."""
    row = by_key(r, seen.key, Kind.PASS)
    if row is not None:
        return of_row(r, row, at)
    return _judged(r, CodeFacts(Kind.PASS, window=seen.window, uses=seen.uses), seen.key, at, None)


def _judged(r: Reading, facts: CodeFacts, key: str, at: int, view: CodeView | None) -> Identified:
    uses = uses_of(r, key, facts.uses) if facts.kind is Kind.PASS else ()
    newest = r.conn.execute(select(SyncSelf.newest_ms)).scalar() or 0
    quality = r.clock_quality if isinstance(r, Unit) else ClockQuality.TRUSTED
    counted = CodeFacts(facts.kind, facts.status, facts.window, facts.uses, len(uses))
    verdict = judge(counted, at, quality, newest, site_time(r))
    left = max(0, facts.uses - len(uses)) if facts.uses else None
    return Identified(
        verdict.answer, verdict.why, facts.kind, key, view, facts.window, facts.uses, left,
        uses[0] if uses else None, uses[-1] if uses else None, clock_doubt=verdict.clock_doubt,
    )  # fmt: skip


def site_time(r: Reading) -> SiteTime:
    """The zone of the site, whose days and hours windows follow."""
    zone = r.conn.execute(select(Site.zone).where(Site.id == r.site_id)).scalar()
    return SiteTime(zone) if zone else SiteTime()


def secret_of(r: Reading, name: str) -> bytes:
    """A key of the site, empty when it has none."""
    try:
        return r.secret(name)
    except KeyError:
        return b""


@lru_cache(maxsize=8)
def own_key(seed: bytes) -> tuple[str, bytes]:
    """Key id and public key of a signing seed."""
    public = token.public_key(seed)
    return token.key_id(public), public


def verify_keys(r: Reading, key_id: str) -> dict[str, bytes]:
    """The public key of this id: the site's own, or one learnt from elsewhere."""
    seed = secret_of(r, SIGN_KEY)
    if seed and own_key(seed)[0] == key_id:
        return {key_id: own_key(seed)[1]}
    known = select(VerifyKey.public_key).where(VerifyKey.key_id == key_id, VerifyKey.deleted_at.is_(None))
    # The name of a key is made from the key: a row that claims another's name proves nothing.
    good = [bytes(public) for public in r.conn.execute(known).scalars() if token.key_id(bytes(public)) == key_id]
    return {key_id: good[0]} if good else {}
