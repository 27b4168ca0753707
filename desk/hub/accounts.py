"""Who signs in at the admin page: accounts with argon2id passwords, and sessions that end by themselves."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Row, delete, insert, select, update

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.core.ids import is_id, new_id
from desk.core.text import clean_line
from desk.hub import places
from desk.hub.members import DISTRICT_SORT
from desk.hub.places import audit, hex_of
from desk.hub.tables import HUB_SITE
from desk.hub.tables_admin import SESSION, USER

ADMIN, OFFICER = "admin", "officer"
SHORTEST, LONGEST = 10, 128
IDLE_MS, LONGEST_SESSION_MS = 2 * HOUR_MS, 12 * HOUR_MS
LONGEST_NAME = 40
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)  # OWASP's 19 MiB setting, about 30 ms
_NOBODY = _HASHER.hash(secrets.token_hex(16))  # an unknown name takes as long as a known one


@dataclass(frozen=True)
class Account:
    """must_change: the password was made by somebody else. district_id: of an officer."""

    id: str
    name: str
    role: str
    district_id: str
    must_change: bool
    closed: bool


@dataclass(frozen=True)
class Session:
    """Somebody signed in. csrf: every change must show it."""

    account: Account
    csrf: str


def make_password() -> str:
    """One to print or read out: 80 random bits in four groups."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))


def add(conn: Connection, now_ms: int, who: str, name: str, role: str, district_id: str, password: str) -> str:
    """A new account; returns its id. Raises Refused: `account.name`, `account.name_taken`, `account.role`,
    `account.password_*`, `place.unknown`. Slow: hashes the password."""
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST_NAME:
        raise Refused("account.name", longest=LONGEST_NAME)
    if role not in (ADMIN, OFFICER):
        raise Refused("account.role")
    if role == OFFICER:
        places.place(conn, district_id, DISTRICT_SORT)
    _check(password, clean)
    if conn.execute(select(USER.c.user_id).where(USER.c.site_id == HUB_SITE, USER.c.name == clean)).first():
        raise Refused("account.name_taken")
    user_id = new_id(now_ms)
    conn.execute(
        insert(USER).values(
            site_id=HUB_SITE, user_id=bytes.fromhex(user_id), name=clean, role=role, made_at=now_ms, must_change=1,
            district_id=bytes.fromhex(district_id) if role == OFFICER else None, password_hash=_HASHER.hash(password),
        )
    )  # fmt: skip
    audit(conn, now_ms, who, "account.added", user_id, role=role)
    return user_id


def everyone(conn: Connection) -> list[Account]:
    rows = conn.execute(select(USER).where(USER.c.site_id == HUB_SITE).order_by(USER.c.name)).all()
    return [_account(row) for row in rows]


def named(conn: Connection, name: str) -> tuple[Account | None, str]:
    """(account, password hash) of a name; (None, a hash nobody has the password of) for an unknown or closed one."""
    clean = clean_line(name)
    row = conn.execute(select(USER).where(USER.c.site_id == HUB_SITE, USER.c.name == clean)).one_or_none()
    if row is None or row.closed_at is not None:
        return None, _NOBODY
    return _account(row), row.password_hash


def matches(password_hash: str, password: str) -> bool:
    """About 30 ms and 19 MiB: called outside of any transaction, on a thread."""
    try:
        return _HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def set_password(conn: Connection, now_ms: int, who: Account | None, user_id: str, password: str) -> None:
    """A new password; every session of the account ends. who: None from the command line.

    Raises Refused("account.unknown" | "account.password_*").
    """
    account = get(conn, user_id)
    _check(password, account.name)
    own = who is not None and who.id == user_id
    conn.execute(
        update(USER).where(*_one(user_id)).values(password_hash=_HASHER.hash(password), must_change=0 if own else 1)
    )
    end_all(conn, user_id)
    audit(conn, now_ms, who.name if who else "", "account.password", user_id)


def close(conn: Connection, now_ms: int, who: Account, user_id: str) -> None:
    """May no longer sign in. Raises Refused("account.unknown" | "account.last_admin")."""
    account = get(conn, user_id)
    others = [one for one in everyone(conn) if one.role == ADMIN and not one.closed and one.id != user_id]
    if account.role == ADMIN and not others:
        raise Refused("account.last_admin")
    conn.execute(update(USER).where(*_one(user_id)).values(closed_at=now_ms))
    end_all(conn, user_id)
    audit(conn, now_ms, who.name, "account.closed", user_id)


def get(conn: Connection, user_id: str) -> Account:
    """Raises Refused("account.unknown")."""
    row = conn.execute(select(USER).where(*_one(user_id))).one_or_none() if is_id(user_id) else None
    if row is None:
        raise Refused("account.unknown")
    return _account(row)


def begin(conn: Connection, now_ms: int, account: Account) -> tuple[str, str]:
    """(token for the cookie, csrf token); only the token's hash is kept."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    row = {"token_hash": _hash(token), "user_id": bytes.fromhex(account.id), "csrf": csrf}
    conn.execute(insert(SESSION).values(site_id=HUB_SITE, made_at=now_ms, seen_at=now_ms, **row))
    audit(conn, now_ms, account.name, "session.begun", account.id)
    return token, csrf


def session(conn: Connection, now_ms: int, token: str) -> Session | None:
    """Who shows this token, while the session lasts."""
    row = conn.execute(select(SESSION).where(*_session(token))).one_or_none()
    if row is None or now_ms - row.seen_at > IDLE_MS or now_ms - row.made_at > LONGEST_SESSION_MS:
        return None
    account = get(conn, hex_of(row.user_id))
    return None if account.closed else Session(account, row.csrf)


def touch(conn: Connection, now_ms: int, token: str) -> None:
    """The session is in use; written at most once a minute."""
    old = SESSION.c.seen_at < now_ms - MINUTE_MS
    conn.execute(update(SESSION).where(*_session(token), old).values(seen_at=now_ms))


def end(conn: Connection, token: str) -> None:
    conn.execute(delete(SESSION).where(*_session(token)))


def end_all(conn: Connection, user_id: str) -> None:
    conn.execute(delete(SESSION).where(SESSION.c.site_id == HUB_SITE, SESSION.c.user_id == bytes.fromhex(user_id)))


def forget(conn: Connection, now_ms: int) -> None:
    """Sessions that are over are removed."""
    conn.execute(delete(SESSION).where(SESSION.c.site_id == HUB_SITE, SESSION.c.seen_at < now_ms - IDLE_MS))


def _check(password: str, name: str) -> None:
    """Raises Refused: `account.password_short`, `account.password_long`, `account.password_easy`."""
    if len(password) < SHORTEST:
        raise Refused("account.password_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Refused("account.password_long", longest=LONGEST)
    plain = password.casefold()
    if len(set(plain)) < 5 or name.casefold() in plain or plain in "abcdefghijklmnopqrstuvwxyz 12345678901234567890":
        raise Refused("account.password_easy")


def _account(row: Row[Any]) -> Account:
    return Account(
        hex_of(row.user_id),
        row.name,
        row.role,
        hex_of(row.district_id),
        bool(row.must_change),
        row.closed_at is not None,
    )


def _one(user_id: str) -> tuple[Any, Any]:
    return USER.c.site_id == HUB_SITE, USER.c.user_id == bytes.fromhex(user_id)


def _session(token: str) -> tuple[Any, Any]:
    return SESSION.c.site_id == HUB_SITE, SESSION.c.token_hash == _hash(token)


def _hash(token: str) -> bytes:
    return sha256(b"gatehouse session " + token.encode("utf-8", "replace")).digest()
