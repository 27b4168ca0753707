"""The hub over HTTP: `/sync/v1/...` for desks, the admin page, health and figures. Every door answers JSON or the wire's
own bytes; what is refused is `{"code", "hub_ms", ...}`, and `hub-ms` stands in every answer's head."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import text as sql
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from desk.core.errors import Refused, Trouble
from desk.hub.bodies import Busy
from desk.hub.face import Face
from desk.hub.gate import Denied
from desk.hub.metrics import CONTENT_TYPE
from desk.hub.polling import Full
from desk.hub.refusing import JSON, STATUS, failure, status_of
from desk.hub.web_doors import SyncDoors
from desk.hub.web_notes import Noted
from desk.wire.messages import BadMessage

LOOPBACK = frozenset({"127.0.0.1", "::1", "testclient"})
Endpoint = Callable[[Request], Awaitable[Response]]


def build(face: Face, more: list[BaseRoute] | None = None) -> Starlette:
    """The ASGI application of one process; `more`: further routes (the admin page)."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with face.running():
            yield

    doors, own = SyncDoors(face), Own(face)
    routes: list[BaseRoute] = [
        Route("/sync/v1/poll", answering(face, doors.poll), methods=["GET"]),
        Route("/sync/v1/enrol", answering(face, doors.enrol), methods=["POST"]),
        Route("/sync/v1/blob/{digest}", answering(face, doors.blob_in), methods=["PUT"]),
        Route("/sync/v1/blob/{digest}", answering(face, doors.blob_out), methods=["GET"]),
        Route("/sync/v1/{door}", answering(face, doors.door), methods=["POST"]),
        Route("/healthz", own.healthz, methods=["GET"]),
        Route("/readyz", answering(face, own.readyz), methods=["GET"]),
        Route("/metrics", own.metrics, methods=["GET"]),
        *(more or []),
    ]

    async def nothing(_request: Request, wrong: Any) -> Response:
        answer = failure(face, wrong.status_code, f"hub.http_{wrong.status_code}")
        answer.headers.update(wrong.headers or {})
        return answer

    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[Middleware(Noted, face=face)],
        exception_handlers={HTTPException: nothing},
    )


def answering(face: Face, endpoint: Endpoint) -> Endpoint:
    """The endpoint with every refusal turned into its status and code."""

    async def answered(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Denied as no:
            face.metrics.refused.labels(no.code).inc()
            return failure(face, no.status, no.code, **no.facts)
        except BadMessage as bad:
            return failure(face, STATUS.get(bad.code, 400), bad.code)
        except (Refused, Trouble) as fault:
            return failure(face, status_of(fault), fault.code, **fault.facts)
        except (Busy, Full):
            return failure(face, 503, "hub.busy")
        except TimeoutError:
            return failure(face, 408, "hub.slow_body")

    return answered


class Own:
    """Doors for whoever looks after the hub."""

    def __init__(self, face: Face) -> None:
        self._face = face

    async def healthz(self, _request: Request) -> Response:
        """The process lives."""
        return Response(b'{"ok":true}', media_type=JSON)

    async def readyz(self, _request: Request) -> Response:
        """It can answer: the database does."""
        await self._face.read(lambda conn: conn.execute(sql("SELECT 1")).scalar())
        return Response(b'{"ok":true}', media_type=JSON)

    async def metrics(self, request: Request) -> Response:
        """Figures without names, for this machine or whoever shows the token."""
        token = self._face.where.metrics_token
        near = request.client is not None and request.client.host in LOOPBACK and not token
        if not near and (not token or request.headers.get("authorization") != f"Bearer {token}"):
            return failure(self._face, 403, "hub.metrics_token")
        self._face.metrics.waiters.set(self._face.waiters.count)
        return Response(self._face.metrics.page(), media_type=CONTENT_TYPE)
