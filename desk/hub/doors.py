"""Bytes in, status and bytes out: what HTTP and the transport of the simulation have in common."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

import msgspec

from desk.core.errors import Refused, Trouble
from desk.hub.batch import Caller
from desk.hub.hub import Hub
from desk.wire.answers import FindAsk, Hello, NoPage, PullAsk, SnapshotAsk, pack, unpack
from desk.wire.digest import DigestAsk
from desk.wire.messages import MAX_BYTES, BadMessage, pack_page, unpack_push

log = logging.getLogger("desk.hub.doors")
Answer = tuple[int, bytes]
STATUS = {
    "hub.revoked": 403,
    "hub.device_unknown": 403,
    "hub.scope": 403,
    "hub.version": 426,
    "wire.malformed": 400,
    "wire.too_large": 413,
    "hub.disk_full": 507,
}
NO_PAGE = {"rewind": 409, "snapshot": 410}
TROUBLE = 503


class Failure(msgspec.Struct):
    """The body of every answer that is not what was asked for."""

    code: str
    hub_ms: int


def answer(hub: Hub, caller: Caller, door: str, body: bytes) -> Answer:
    """One exchange. An unknown door is 404."""
    work = DOORS.get(door)
    if work is None:
        return failed(404, "hub.door", hub.now())
    if len(body) > MAX_BYTES:
        return failed(413, "wire.too_large", hub.now())
    try:
        return work(hub, caller, body)
    except (BadMessage, Refused) as no:
        return failed(STATUS.get(no.code, 400), no.code, hub.now())
    except Trouble as trouble:
        log.warning("%s: %s", door, trouble)
        return failed(STATUS.get(trouble.code, TROUBLE), trouble.code, hub.now())


def failed(status: int, code: str, hub_ms: int) -> Answer:
    return status, pack(Failure(code, hub_ms))


def _push(hub: Hub, caller: Caller, body: bytes) -> Answer:
    return 200, pack(hub.push(caller, unpack_push(body)))


def _pull(hub: Hub, caller: Caller, body: bytes) -> Answer:
    found = hub.pull(caller, unpack(PullAsk, body))
    if isinstance(found, NoPage):
        return NO_PAGE[found.result], pack(found)
    return 200, pack_page(found)


def _find(hub: Hub, caller: Caller, body: bytes) -> Answer:
    return 200, pack(hub.find(caller, unpack(FindAsk, body)))


def _hello(hub: Hub, caller: Caller, body: bytes) -> Answer:
    return 200, pack(hub.hello(caller, unpack(Hello, body)))


def _snapshot(hub: Hub, caller: Caller, body: bytes) -> Answer:
    return 200, pack(hub.snapshot(caller, unpack(SnapshotAsk, body)))


def _digest(hub: Hub, caller: Caller, body: bytes) -> Answer:
    return 200, pack(hub.digest(caller, unpack(DigestAsk, body)))


DOORS: Mapping[str, Callable[[Hub, Caller, bytes], Answer]] = {
    "push": _push,
    "pull": _pull,
    "find": _find,
    "hello": _hello,
    "snapshot": _snapshot,
    "digest": _digest,
}
