"""The officer's page: a row per gate without personal data, words to chosen gates, the monthly sheet."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import Connection

from desk.hub import gates, notices, places, sheet
from desk.hub.admin_auth import AFace, AnOfficer, from_own_page
from desk.hub.admin_models import District, DistrictPage, GateView, Id, Made, NewNotice, NoticeView
from desk.hub.members import DISTRICT_SORT
from desk.hub.places import PLANNED

router = APIRouter(prefix="/districts/{district_id}", tags=["district"], dependencies=[Depends(from_own_page)])


@router.get("/gates")
async def gates_of(district_id: Id, face: AFace, account: AnOfficer) -> DistrictPage:
    """One row a gate: who is silent, how much waits, how many came today."""
    now_ms = face.now()

    def look(conn: Connection) -> DistrictPage:
        found = places.place(conn, district_id, DISTRICT_SORT)
        sites = gates.sites(conn, now_ms, district_id=district_id)
        today = face.today.of(conn, now_ms, [site.site_id for site in sites if site.desks])
        rows = [row for site in sites for row in _rows(site, now_ms, today.get(site.site_id, 0))]
        return DistrictPage(hub_ms=now_ms, district=District(id=found.id, name=found.name), gates=rows)

    return await face.read(look)


@router.get("/notices")
async def notices_of(district_id: Id, face: AFace, account: AnOfficer) -> list[NoticeView]:
    """The newest notices, each with how far it came."""
    now_ms = face.now()
    found = await face.read(lambda conn: notices.listed(conn, district_id))
    return [NoticeView.of(one, now_ms) for one in found]


@router.post("/notices", status_code=201)
async def post_notice(district_id: Id, ask: NewNotice, face: AFace, account: AnOfficer) -> Made:
    """Say something to these gates, or put up an emergency banner there."""
    said = (district_id, ask.level, ask.text, ask.site_ids, ask.until_at)
    return Made(id=await face.work(lambda: notices.post(face.hub, account.name, *said), writes=True))


@router.delete("/notices/{notice_id}", status_code=204)
async def withdraw_notice(district_id: Id, notice_id: Id, face: AFace, account: AnOfficer) -> None:
    await face.work(lambda: notices.withdraw(face.hub, account.name, district_id, notice_id), writes=True)


@router.get(
    "/sheet",
    response_class=Response,
    responses={200: {"content": {kind: {"schema": {"type": "string"}} for kind in sheet.FORMATS.values()}}},
)
async def monthly_sheet(
    district_id: Id,
    face: AFace,
    account: AnOfficer,
    month: Annotated[str, Query(pattern="^20[0-9]{2}-(0[1-9]|1[0-2])$")],
    as_: Annotated[Literal["csv", "xlsx"], Query(alias="format")] = "csv",
    lang: Literal["zh_CN", "en"] = "zh_CN",
) -> Response:
    """The month's numbers, a row a site."""
    now_ms = face.now()

    def look(conn: Connection) -> sheet.Sheet:
        places.place(conn, district_id, DISTRICT_SORT)
        return sheet.make(conn, now_ms, district_id, month, lang)

    made = await face.read(look)
    data = await face.work(lambda: sheet.as_csv(made) if as_ == "csv" else sheet.as_xlsx(made), writes=False)
    named = {"Content-Disposition": f'attachment; filename="gatehouse-{month}.{as_}"'}
    return Response(data, headers=named, media_type=sheet.FORMATS[as_])


def _rows(site: gates.Site, now_ms: int, today: int) -> list[GateView]:
    """Revoked desks stand no longer at a gate. The site's count of today stands in its first row."""
    name = site.own_name or site.name
    live = [desk for desk in site.desks if desk.condition(now_ms) != "revoked"]
    if not live:
        state = "planned" if site.state == PLANNED else "empty"
        return [_row(site, name, "", state, None, today)]
    return [
        _row(site, name, desk.name, desk.condition(now_ms), desk, today if desk is live[0] else 0, now_ms)
        for desk in live
    ]


def _row(
    site: gates.Site, name: str, gate: str, condition: str, desk: gates.Desk | None, today: int, now_ms: int = 0
) -> GateView:
    said = {} if desk is None else vars(desk) | {"heard_at": desk.heard_at}
    numbers = {
        key: said.get(key, 0) for key in ("heard_at", "waiting", "oldest_at", "clock_off", "conflicts", "refused")
    }
    more = {"tasks": site.tasks, "visits_today": today, "faces": said.get("faces")}
    place = {"site_id": site.site_id, "site_name": name, "gate_name": gate, "condition": condition}
    return GateView.model_validate({**place, **numbers, **more})
