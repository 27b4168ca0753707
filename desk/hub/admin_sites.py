"""Districts, sites and desks at the admin page: seeing how they are, enrolling, revoking."""

from __future__ import annotations

import io

import qrcode
from fastapi import APIRouter, Depends
from qrcode.image.svg import SvgPathImage
from sqlalchemy import Connection, func, select

from desk.hub import enrolment, first, gates, places, reads, stats
from desk.hub.admin_auth import AFace, AnAdmin, from_own_page
from desk.hub.admin_models import (
    Cancelled,
    ClashView,
    District,
    Id,
    Made,
    NamedThing,
    NewSite,
    Overview,
    ParkedView,
    PlaceChange,
    Revoke,
    SiteDetail,
    SiteView,
    TaskView,
    TicketView,
)
from desk.hub.members import DISTRICT_SORT, SITE_SORT
from desk.hub.tables import CLASH
from desk.wire.enrol import ticket_text

router = APIRouter(tags=["sites"], dependencies=[Depends(from_own_page)])
PARKED = 50


@router.get("/overview")
async def overview(face: AFace, account: AnAdmin) -> Overview:
    """Every site with its desks."""
    now_ms = face.now()

    def look(conn: Connection) -> Overview:
        return Overview(
            hub_ms=now_ms,
            url=face.where.url,
            pinned=bool(face.where.pin),
            totals=stats.totals(conn),
            districts=[District(id=one.id, name=one.name) for one in places.all_of(conn, DISTRICT_SORT)],
            sites=[SiteView.of(site, now_ms) for site in gates.sites(conn, now_ms)],
        )

    return await face.read(look)


@router.post("/districts", status_code=201)
async def make_district(ask: NamedThing, face: AFace, account: AnAdmin) -> Made:
    now_ms = face.now()
    return Made(id=await face.write(lambda conn: places.make_district(conn, now_ms, account.name, ask.name)))


@router.post("/sites", status_code=201)
async def plan_site(ask: NewSite, face: AFace, account: AnAdmin) -> Made:
    """A site whose first desk is still to come."""
    now_ms = face.now()
    made = await face.write(lambda conn: places.plan_site(conn, now_ms, account.name, ask.district_id, ask.name))
    return Made(id=made)


@router.patch("/places/{place_id}", status_code=204)
async def change_place(place_id: Id, ask: PlaceChange, face: AFace, account: AnAdmin) -> None:
    """Rename a site or district; move a site to another district."""
    now_ms = face.now()

    def change(conn: Connection) -> None:
        if ask.name is not None:
            places.rename(conn, now_ms, account.name, place_id, ask.name)
        if ask.district_id is not None:
            places.move_site(conn, now_ms, account.name, place_id, ask.district_id)

    await face.write(change)


@router.get("/sites/{site_id}")
async def site(site_id: Id, face: AFace, account: AnAdmin) -> SiteDetail:
    """One site with what its people have to settle. Values stay with its desks."""
    now_ms = face.now()

    def look(conn: Connection) -> SiteDetail:
        places.place(conn, site_id, SITE_SORT)
        (found,) = gates.sites(conn, now_ms, site_id=site_id)
        tasks, parked = reads.tasks(conn, site_id), reads.parked(conn, site_id, PARKED)
        return SiteDetail(
            site=SiteView.of(found, now_ms),
            tasks=[TaskView(sort=t.sort, kind=t.kind, item=t.item, opened_at=t.opened_at) for t in tasks],
            clashes=_clashes(conn, site_id),
            parked=[
                ParkedView(device_id=p.device_id, kind=p.kind, code=p.code, state=p.state, at=p.at) for p in parked
            ],
        )

    return await face.read(look)


@router.delete("/sites/{site_id}", status_code=204)
async def remove_planned(site_id: Id, face: AFace, account: AnAdmin) -> None:
    """Only a site that no desk ever came to."""
    now_ms = face.now()
    await face.write(lambda conn: places.remove_planned(conn, now_ms, account.name, site_id))


@router.post("/sites/{site_id}/codes", status_code=201)
async def make_code(site_id: Id, face: AFace, account: AnAdmin) -> TicketView:
    """A one-time code for one desk of this site, with its QR."""
    now_ms = face.now()
    code = await face.write(lambda conn: enrolment.make_code(conn, now_ms, account.name, site_id))
    text = ticket_text(first.ticket(face.where, code))
    return TicketView(code=code.text, url=face.where.url, text=text, svg=qr_svg(text), expires_ms=code.expires_ms)


@router.delete("/sites/{site_id}/codes")
async def cancel_codes(site_id: Id, face: AFace, account: AnAdmin) -> Cancelled:
    now_ms = face.now()

    def cancel(conn: Connection) -> int:
        places.place(conn, site_id, SITE_SORT)
        return enrolment.cancel_codes(conn, now_ms, account.name, site_id)

    return Cancelled(codes=await face.write(cancel))


@router.post("/sites/{site_id}/desks/{device_id}/revoke", status_code=204)
async def revoke(site_id: Id, device_id: Id, ask: Revoke, face: AFace, account: AnAdmin) -> None:
    """The desk is answered `revoked` with a signed order from now on; it enrols anew to come back."""
    now_ms = face.now()
    await face.write(lambda conn: enrolment.revoke(conn, now_ms, face.key, account.name, site_id, device_id, ask.act))


def qr_svg(text: str) -> str:
    """A QR as one SVG path, without a size of its own: the page gives it one."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2)
    made.add_data(text)
    out = io.BytesIO()
    made.make_image(image_factory=SvgPathImage).save(out)
    return out.getvalue().decode()


def _clashes(conn: Connection, site_id: str) -> list[ClashView]:
    c = CLASH.c
    query = (
        select(c.kind, c.field, func.count().label("times"), func.max(c.at).label("last"))
        .where(c.site_id == bytes.fromhex(site_id))
        .group_by(c.kind, c.field)
        .order_by(func.max(c.at).desc())
    )
    return [ClashView(kind=r.kind, field=r.field, count=r.times, last_at=r.last) for r in conn.execute(query).all()]
