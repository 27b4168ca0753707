"""Accounts of the admin page, and the trail of what was done there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection, select

from desk.hub import accounts
from desk.hub.admin_auth import AFace, AnAdmin, from_own_page
from desk.hub.admin_models import AccountView, AuditView, Id, NewAccount, Password
from desk.hub.places import hex_of
from desk.hub.tables import HUB_SITE
from desk.hub.tables_admin import AUDIT

router = APIRouter(tags=["accounts"], dependencies=[Depends(from_own_page)])


@router.get("/accounts")
async def everyone(face: AFace, account: AnAdmin) -> list[AccountView]:
    return [AccountView.model_validate(vars(one)) for one in await face.read(accounts.everyone)]


@router.post("/accounts", status_code=201)
async def add(ask: NewAccount, face: AFace, account: AnAdmin) -> Password:
    """The password is made here and told once."""
    now_ms, password = face.now(), accounts.make_password()
    made = await face.write(
        lambda conn: accounts.add(conn, now_ms, account.name, ask.name, ask.role, ask.district_id or "", password)
    )
    return Password(id=made, password=password)


@router.post("/accounts/{user_id}/password")
async def new_password(user_id: Id, face: AFace, account: AnAdmin) -> Password:
    """For somebody who forgot theirs; told once, to be changed at the first sign-in."""
    now_ms, password = face.now(), accounts.make_password()

    def change(conn: Connection) -> None:
        accounts.set_password(conn, now_ms, None if user_id == account.id else account, user_id, password)

    await face.write(change)
    return Password(id=user_id, password=password)


@router.delete("/accounts/{user_id}", status_code=204)
async def close(user_id: Id, face: AFace, account: AnAdmin) -> None:
    """May no longer sign in; the name stays in the trail."""
    now_ms = face.now()
    await face.write(lambda conn: accounts.close(conn, now_ms, account, user_id))


@router.get("/audit")
async def trail(
    face: AFace,
    account: AnAdmin,
    before: Id | None = None,
    most: Annotated[int, Query(ge=1, le=200)] = 100,
) -> list[AuditView]:
    """What was done, the newest first; `before`: the id of the last line one has."""

    def look(conn: Connection) -> list[AuditView]:
        first_after = bytes.fromhex(before) if before else b"\xff" * 16
        where = (AUDIT.c.site_id == HUB_SITE, AUDIT.c.line_id < first_after)  # ids begin with their milliseconds
        rows = conn.execute(select(AUDIT).where(*where).order_by(AUDIT.c.line_id.desc()).limit(most))
        return [
            AuditView(id=hex_of(r.line_id), at=r.at, who=r.who, action=r.action, subject=r.subject, detail=r.detail)
            for r in rows
        ]

    return await face.read(look)
