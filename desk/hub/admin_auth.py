"""Who is at the admin page: the session of a request, what its role may do, and the gates before a change."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie

from desk.hub import accounts
from desk.hub.accounts import ADMIN, Account, Session
from desk.hub.admin_models import Id
from desk.hub.face import Face
from desk.hub.gate import Denied

COOKIE, SECURE_COOKIE = "gatehouse", "__Host-gatehouse"  # RFC 6265bis: such a cookie comes from this host by TLS only
CSRF_FIELD = "x-csrf-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_WAYS = frozenset({"", "same-origin", "none"})
_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="the session; `__Host-gatehouse` where there is TLS")


def face_of(request: Request) -> Face:
    face: Face = request.app.state.face
    return face


AFace = Annotated[Face, Depends(face_of)]


def cookie_name(face: Face) -> str:
    return SECURE_COOKIE if face.where.secure else COOKIE


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def from_own_page(request: Request, face: AFace) -> None:
    """Refuse what another site's page sent: 403 `admin.cross_site`; slow down who asks without end: 429."""
    if request.headers.get("sec-fetch-site", "") not in OWN_WAYS:
        raise Denied(403, "admin.cross_site")
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc not in (urlsplit(face.where.url).netloc, request.headers.get("host")):
        raise Denied(403, "admin.cross_site")
    if not face.pace.allows(address_of(request), face.hub.clock.monotonic_s()):
        raise Denied(429, "admin.slow_down", wait_s=1)


async def signed_in(request: Request, face: AFace, shown: Annotated[str | None, Depends(_cookie)]) -> Session:
    """The session. Raises Denied: 401 `account.signed_out`, 403 `account.must_change`, 403 `admin.csrf`."""
    found = await any_session(request, face, shown)
    if found.account.must_change:
        raise Denied(403, "account.must_change")
    return found


async def any_session(request: Request, face: AFace, shown: Annotated[str | None, Depends(_cookie)]) -> Session:
    """As `signed_in`, also for who must change their password first."""
    token, now_ms = request.cookies.get(cookie_name(face)) or "", face.now()
    found = await face.read(lambda conn: accounts.session(conn, now_ms, token)) if token else None
    if found is None:
        raise Denied(401, "account.signed_out")
    if request.method not in SAFE and request.headers.get(CSRF_FIELD) != found.csrf:
        raise Denied(403, "admin.csrf")
    await face.write(lambda conn: accounts.touch(conn, now_ms, token))
    return found


def admin(session: Annotated[Session, Depends(signed_in)]) -> Account:
    """Raises Denied 403 `account.not_allowed`."""
    if session.account.role != ADMIN:
        raise Denied(403, "account.not_allowed")
    return session.account


def of_district(district_id: Id, session: Annotated[Session, Depends(signed_in)]) -> Account:
    """An admin, or the officer of this district. Raises Denied 403 `account.not_allowed`."""
    account = session.account
    if account.role != ADMIN and account.district_id != district_id:
        raise Denied(403, "account.not_allowed")
    return account


AnAdmin = Annotated[Account, Depends(admin)]
AnOfficer = Annotated[Account, Depends(of_district)]
ASession = Annotated[Session, Depends(signed_in)]
AnySession = Annotated[Session, Depends(any_session)]
