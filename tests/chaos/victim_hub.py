"""A program that chaos kills: `python -m desk.hub serve` with failpoints (see failpoints.py).

python -m tests.chaos.victim_hub DATABASE PORT

A file of its own: a hub comes up in half the time without a desk's rooms, and a desk without the hub's web pages.
"""

from __future__ import annotations

import sys

from desk.core.clock import SystemClock
from desk.hub import logs, opening, serving
from desk.hub.hub import Hub
from desk.hub.serving import Listen
from desk.wire.kinds_list import KINDS
from tests.chaos import failpoints


def hub(database: str, port: int) -> None:
    logs.begin(level=20)
    listen = Listen(port=port, insecure_http=True)
    with opening.alone(database), opening.opened_db(database) as db, serving.bind(listen) as door:
        made = Hub(db, KINDS, SystemClock(), fail_at=failpoints.from_environment())
        face, application = serving.build_app(made, listen.where(port))
        serving.serve(face, application, listen, door)


if __name__ == "__main__":
    hub(sys.argv[1], int(sys.argv[2]))
