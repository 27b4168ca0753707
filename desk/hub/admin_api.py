"""The admin API: FastAPI with its OpenAPI description, every refusal as `{"code", "hub_ms"}`, nothing of a body told back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from desk.core.errors import Fault, Refused, Trouble
from desk.hub import admin_accounts, admin_district, admin_session, admin_sites
from desk.hub.admin_models import Failure
from desk.hub.face import Face
from desk.hub.gate import Denied
from desk.hub.refusing import failure, status_of

STATUSES = (400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503, 507)


def build(face: Face) -> FastAPI:
    """To be mounted at /admin/api. Its interactive pages are off: they would load their scripts from elsewhere."""
    app = FastAPI(
        title="Gatehouse Desk hub: admin API",
        version="1",
        docs_url=None,
        redoc_url=None,
        responses={status: {"model": Failure, "description": "refused"} for status in STATUSES},
        separate_input_output_schemas=False,
    )
    app.state.face = face
    for module in (admin_session, admin_sites, admin_district, admin_accounts):
        app.include_router(module.router)
    for kind, answer in _ANSWERS.items():
        app.add_exception_handler(kind, answer)
    return app


async def _denied(request: Request, no: Any) -> Response:
    return failure(request.app.state.face, no.status, no.code, **no.facts)


async def _fault(request: Request, fault: Any) -> Response:
    return failure(request.app.state.face, status_of(fault), fault.code, **fault.facts)


async def _invalid(request: Request, wrong: Any) -> Response:
    """Which fields are wrong; what stood in them, a password maybe, is not told back."""
    fields = sorted({".".join(str(part) for part in one["loc"]) for one in wrong.errors()})
    return failure(request.app.state.face, 422, "admin.invalid", fields=fields)


async def _http(request: Request, wrong: Any) -> Response:
    answer = failure(request.app.state.face, wrong.status_code, f"admin.http_{wrong.status_code}")
    answer.headers.update(wrong.headers or {})
    return answer


_ANSWERS: dict[type[Exception], Callable[[Request, Any], Any]] = {
    Denied: _denied,
    Refused: _fault,
    Trouble: _fault,
    Fault: _fault,
    RequestValidationError: _invalid,
    HTTPException: _http,
}
