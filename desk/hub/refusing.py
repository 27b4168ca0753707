"""What every refusal over HTTP looks like: a status, `{"code", "hub_ms", ...}`, and when to ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import Response

from desk.core.errors import Fault, Trouble

if TYPE_CHECKING:
    from desk.hub.face import Face

JSON = "application/json"
STATUS = {
    "wire.malformed": 400, "wire.encoding": 415, "wire.too_large": 413, "hub.disk_full": 507, "hub.scope": 403,
    "enrol.newer": 426, "enrol.wait": 429, "enrol.code_wrong": 403, "enrol.code_used": 403, "enrol.code_expired": 403,
    "enrol.proof": 403, "enrol.other_site": 409, "enrol.site_taken": 409, "enrol.device_taken": 409,
    "enrol.key_revoked": 409, "enrol.needs_invitation": 409, "enrol.many_codes": 409, "blob.unknown": 404,
    "blob.at": 409, "blob.size": 409, "blob.range": 416, "blob.too_large": 413, "blob.mismatch": 422,
    "blob.site_full": 507, "place.unknown": 404, "place.in_use": 409, "device.unknown": 404, "notice.unknown": 404,
    "notice.many": 409, "account.unknown": 404, "account.name_taken": 409, "account.last_admin": 409, "account.wait": 429,
}  # fmt: skip


def status_of(fault: Fault) -> int:
    return STATUS.get(fault.code, 503 if isinstance(fault, Trouble) else 400)


def failure(face: Face, status: int, code: str, **facts: Any) -> Response:
    """hub_ms lets a desk with a wrong clock correct itself and ask again."""
    body = msgspec.json.encode({"code": code, "hub_ms": face.now(), **facts})
    headers = {"Retry-After": str(facts.get("wait_s", 2))} if status in (429, 503) else {}
    return Response(body, status, headers=headers, media_type=JSON)
