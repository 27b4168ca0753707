"""What the admin API takes and gives: the shapes of its JSON, and so its OpenAPI description."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from desk.hub import accounts, gates, notices

Id = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Name = Annotated[str, Field(min_length=1, max_length=80)]
Secret = Annotated[str, Field(min_length=1, max_length=accounts.LONGEST)]


class Strict(BaseModel):
    """A body with a field that nobody knows is refused: it was meant for something else."""

    model_config = ConfigDict(extra="forbid")


class Failure(BaseModel):
    """Every refusal. code: stable; what else stands beside it depends on the code."""

    model_config = ConfigDict(extra="allow")
    code: str
    hub_ms: int


class SignIn(Strict):
    name: Annotated[str, Field(min_length=1, max_length=accounts.LONGEST_NAME)]
    password: Secret


class NewPassword(Strict):
    old: Secret
    new: Secret


class Me(BaseModel):
    """Who is signed in. csrf: to be sent as X-CSRF-Token with every change."""

    id: Id
    name: str
    role: Literal["admin", "officer"]
    district_id: str
    must_change: bool
    csrf: str


class NamedThing(Strict):
    name: Name


class NewSite(Strict):
    name: Name
    district_id: Id


class PlaceChange(Strict):
    """What is left out stays. district_id: of a site only."""

    name: Name | None = None
    district_id: Id | None = None


class Made(BaseModel):
    id: Id


class District(BaseModel):
    id: Id
    name: str


class DeskView(BaseModel):
    """See gates.Desk; condition: live, silent, never, clock, revoked."""

    device_id: Id
    name: str
    condition: Literal["live", "silent", "never", "clock", "revoked"]
    act: str
    told_at: int | None
    app: str
    max_op: int
    clock_off: int
    waiting: int
    oldest_at: int
    conflicts: int
    refused: int
    faces: int | None
    enrolled_at: int
    seen_at: int
    pushed_at: int
    pulled_at: int
    heard_at: int
    behind: int
    revoked_at: int

    @classmethod
    def of(cls, desk: gates.Desk, now_ms: int) -> DeskView:
        said = asdict(desk)
        del said["state"]
        return cls(condition=desk.condition(now_ms), heard_at=desk.heard_at, **said)


class SiteView(BaseModel):
    """See gates.Site."""

    site_id: Id
    name: str
    own_name: str
    state: str
    district_id: str
    head: int
    head_at: int
    floor: int
    tasks: int
    clashes: int
    refused: int
    aside: int
    codes: int
    desks: list[DeskView]

    @classmethod
    def of(cls, site: gates.Site, now_ms: int) -> SiteView:
        said = asdict(site)
        said["desks"] = [DeskView.of(desk, now_ms) for desk in site.desks]
        return cls(**said)


class TaskView(BaseModel):
    sort: str
    kind: str
    item: str
    opened_at: int


class ClashView(BaseModel):
    """Two people changed one field: how often, without the values, which the site's desks show."""

    kind: str
    field: str
    count: int
    last_at: int


class ParkedView(BaseModel):
    device_id: str
    kind: str
    code: str
    state: str
    at: int


class SiteDetail(BaseModel):
    site: SiteView
    tasks: list[TaskView]
    clashes: list[ClashView]
    parked: list[ParkedView]


class Overview(BaseModel):
    """The start page. totals: see stats.totals."""

    hub_ms: int
    url: str
    pinned: bool
    totals: dict[str, int]
    districts: list[District]
    sites: list[SiteView]


class TicketView(BaseModel):
    """A one-time code, told once. text: what the QR says; svg: the QR."""

    code: str
    url: str
    text: str
    svg: str
    expires_ms: int


class Revoke(Strict):
    act: Literal["keep", "wipe"]


class Cancelled(BaseModel):
    codes: int


class GateView(BaseModel):
    """A row of the officer's page: a desk, or a site that has none yet. No personal data."""

    site_id: Id
    site_name: str
    gate_name: str
    condition: Literal["live", "silent", "never", "clock", "planned", "empty"]
    heard_at: int
    waiting: int
    oldest_at: int
    clock_off: int
    conflicts: int
    refused: int
    tasks: int
    visits_today: int
    faces: int | None


class DistrictPage(BaseModel):
    hub_ms: int
    district: District
    gates: list[GateView]


class NewNotice(Strict):
    """site_ids []: all sites of the district; until_at: UTC ms, or None until it is taken back."""

    level: Literal["notice", "emergency"]
    text: Annotated[str, Field(min_length=1, max_length=notices.LONGEST)]
    site_ids: Annotated[list[Id], Field(max_length=2000)] = []
    until_at: Annotated[int, Field(ge=0, le=2**53)] | None = None


class TickView(BaseModel):
    site_id: Id
    site_name: str
    desks: int
    have: int
    shown: list[str]
    first_shown_at: int | None


class NoticeView(BaseModel):
    notice_id: Id
    level: str
    text: str
    site_ids: list[str]
    from_at: int
    until_at: int | None
    stands: bool
    ticks: list[TickView]

    @classmethod
    def of(cls, notice: notices.Notice, now_ms: int) -> NoticeView:
        return cls(stands=notice.stands(now_ms), **asdict(notice))


class AccountView(BaseModel):
    id: Id
    name: str
    role: str
    district_id: str
    must_change: bool
    closed: bool


class NewAccount(Strict):
    """district_id: of an officer."""

    name: Annotated[str, Field(min_length=1, max_length=accounts.LONGEST_NAME)]
    role: Literal["admin", "officer"]
    district_id: Id | None = None


class Password(BaseModel):
    """A password made here, told once; it has to be changed at the first sign-in."""

    id: Id
    password: str


class AuditView(BaseModel):
    id: Id
    at: int
    who: str
    action: str
    subject: str
    detail: str
