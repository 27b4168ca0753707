"""Signing in and out at the admin page, changing one's password."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from desk.hub import accounts, guards
from desk.hub.accounts import LONGEST_SESSION_MS, Session
from desk.hub.admin_auth import AFace, AnySession, address_of, cookie_name, from_own_page
from desk.hub.admin_models import Me, NewPassword, SignIn
from desk.hub.face import Face
from desk.hub.gate import Denied

router = APIRouter(prefix="/session", tags=["session"], dependencies=[Depends(from_own_page)])


@router.post("", status_code=201)
async def sign_in(ask: SignIn, request: Request, response: Response, face: AFace) -> Me:
    """Wrong names and passwords are answered alike, and slower each time: 403 `account.wrong`, 429 `account.wait`."""
    subjects = (guards.subject("account", ask.name), guards.subject("address", address_of(request)))
    now_ms = face.now()
    await face.read(lambda conn: guards.check(conn, now_ms, "account.wait", *subjects))
    account, known_hash = await face.read(lambda conn: accounts.named(conn, ask.name))
    right = await face.hash(lambda: accounts.matches(known_hash, ask.password))
    if account is None or not right:
        await face.write(lambda conn: guards.note_wrong(conn, now_ms, *subjects))
        raise Denied(403, "account.wrong")
    await face.write(lambda conn: guards.forgive(conn, *subjects))
    token, csrf = await face.write(lambda conn: accounts.begin(conn, now_ms, account))
    _give_cookie(face, response, token)
    return _me(Session(account, csrf))


@router.get("")
async def who_is_it(session: AnySession) -> Me:
    return _me(session)


@router.delete("", status_code=204)
async def sign_out(request: Request, response: Response, face: AFace, session: AnySession) -> None:
    token = request.cookies.get(cookie_name(face)) or ""
    await face.write(lambda conn: accounts.end(conn, token))
    response.delete_cookie(cookie_name(face), path="/", secure=face.where.secure, httponly=True, samesite="strict")


@router.post("/password")
async def change_password(ask: NewPassword, response: Response, face: AFace, session: AnySession) -> Me:
    """Every other session of the account ends; this one goes on with a new cookie."""
    account, now_ms = session.account, face.now()
    subject = guards.subject("account", account.name)
    await face.read(lambda conn: guards.check(conn, now_ms, "account.wait", subject))
    _, known_hash = await face.read(lambda conn: accounts.named(conn, account.name))
    if not await face.hash(lambda: accounts.matches(known_hash, ask.old)):
        await face.write(lambda conn: guards.note_wrong(conn, now_ms, subject))
        raise Denied(403, "account.wrong")
    await face.write(lambda conn: accounts.set_password(conn, now_ms, account, account.id, ask.new))
    changed = await face.read(lambda conn: accounts.get(conn, account.id))
    token, csrf = await face.write(lambda conn: accounts.begin(conn, now_ms, changed))
    _give_cookie(face, response, token)
    return _me(Session(changed, csrf))


def _give_cookie(face: Face, response: Response, token: str) -> None:
    response.set_cookie(
        cookie_name(face), token, max_age=LONGEST_SESSION_MS // 1000, path="/", secure=face.where.secure, httponly=True,
        samesite="strict",
    )  # fmt: skip


def _me(session: Session) -> Me:
    one = session.account
    return Me.model_validate({**vars(one), "csrf": session.csrf})
