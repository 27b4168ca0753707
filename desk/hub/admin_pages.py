"""The admin page's files, served from memory with a strict policy: nothing from elsewhere, nothing inline."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.hub import admin_api
from desk.hub.face import Face
from desk.hub.refusing import failure

FOLDER = Path(__file__).with_name("pages")
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
BODY_LIMIT = 256 * 1024


@dataclass(frozen=True)
class Page:
    """One file. tag: changes with what is in it."""

    data: bytes
    kind: str
    tag: str


def load(folder: Path = FOLDER) -> dict[str, Page]:
    """Every file of the page by name."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in TYPES:
            data = path.read_bytes()
            found[path.name] = Page(data, TYPES[path.suffix], f'"{sha256(data).hexdigest()[:20]}"')
    return found


def routes(face: Face) -> list[BaseRoute]:
    """/admin with the page, /admin/api behind it."""
    pages = load()

    async def page(request: Request) -> Response:
        found = pages.get(request.path_params.get("name") or "index.html")
        if found is None:
            return failure(face, 404, "admin.http_404")
        head = {"ETag": found.tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == found.tag:
            return Response(status_code=304, headers=head)
        return Response(found.data, headers=head, media_type=found.kind)

    async def home(_request: Request) -> Response:
        return RedirectResponse("/admin/", 307)

    return [
        Route("/", home, methods=["GET"]),
        Route("/admin", home, methods=["GET"]),
        Mount("/admin/api", app=Guarded(admin_api.build(face), face, {**HEADERS, "Cache-Control": "no-store"})),
        Mount("/admin", app=Guarded(Router([Route("/{name:path}", page, methods=["GET"])]), face, HEADERS)),
    ]


class Guarded:
    """The policy's fields on every answer, and no body beyond a limit on the way in (it has to say its length)."""

    def __init__(self, app: ASGIApp, face: Face, headers: dict[str, str]) -> None:
        self._app, self._face = app, face
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                known = {name for name, _ in message["headers"]}
                extra = [pair for pair in self._headers if pair[0] not in known]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        fields = dict(scope["headers"])
        length = fields.get(b"content-length", b"0")
        if b"transfer-encoding" in fields or not length.isdigit() or int(length[:12]) > BODY_LIMIT:
            await failure(self._face, 413, "admin.http_413")(scope, receive, told)
            return
        await self._app(scope, receive, told)
