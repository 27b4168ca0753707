"""Card readers: identity cards, 125 kHz tags, PC/SC."""

from __future__ import annotations

from drivers.cards.resident_frames import frame
from drivers.simulated.cards import Card
from tests.drivers.case import Case, Vector

SAM = {
    "reset": "AA AA AA 96 69 00 03 10 FF EC",
    "status": "AA AA AA 96 69 00 03 11 FF ED",
    "sam_id": "AA AA AA 96 69 00 03 12 FF EE",
    "find": "AA AA AA 96 69 00 03 20 01 22",
    "select": "AA AA AA 96 69 00 03 20 02 21",
    "read": "AA AA AA 96 69 00 03 30 01 32",
    "read_with_fingerprint": "AA AA AA 96 69 00 03 30 10 23",
    "read_new_address": "AA AA AA 96 69 00 03 30 03 30",
}
SPEEDS = {115200: "00 63", 57600: "01 62", 38400: "02 61", 19200: "03 60", 9600: "04 67"}
REPLIES = {
    "AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97": "card_found",
    "AA AA AA 96 69 00 04 00 00 80 84": "no_card",
    "AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C": "ok",
    "AA AA AA 96 69 00 04 00 00 81 85": "select_failed",
    "AA AA AA 96 69 00 04 00 00 41 45": "read_failed",
}
READ_OK = frame(b"\0\0\x90\x01\x00\x04\x00" + Card().text + bytes(1024))
TAG = "02 30 31 30 30 36 33 45 39 41 45 32 35 03"

CASES = {
    "resident_id": Case(
        options={"poll_ms": 50, "timeout_ms": 100, "read_timeout_ms": 200},
        frames=(*(bytes.fromhex(reply) for reply in REPLIES), READ_OK),
        checked=True,
        stimulus="card",
        kinds=("identity",),
        vectors=(
            *(Vector(command, {}, {}, sent) for command, sent in SAM.items()),
            *(
                Vector("set_speed", {"baud": baud}, {}, f"AA AA AA 96 69 00 03 60 {end}")
                for baud, end in SPEEDS.items()
            ),
        ),
        replays=tuple((reply, {}, [{"kind": "reply", "status": status}]) for reply, status in REPLIES.items()),
    ),
    "rdm6300": Case(
        options={"repeat_ms": 50},
        frames=(bytes.fromhex(TAG),),
        checked=True,
        stimulus="card 0006547886",
        kinds=("card",),
        replays=((TAG, {}, [{"kind": "card", "uid": "0063E9AE", "version": 1, "printed": "0006547886"}]),),
    ),
    "card_text": Case(
        frames=(b"0006547886\r\n", b"0063E9AE\r", b"99,59822\n"),
        framed=False,
        stimulus="card 0006547886",
        kinds=("card",),
        replays=(
            (b"0006547886\r".hex(), {}, [{"kind": "card", "uid": "0063E9AE", "printed": "0006547886"}]),
            (b"09959822\r".hex(), {"form": "8d"}, [{"kind": "card", "uid": "63E9AE", "printed": "09959822"}]),
        ),
    ),
    "pcsc": Case(
        frames=(bytes.fromhex("04 76 BF E1 BF 02 80 90 00"), bytes.fromhex("08 11 22 33 90 00")),
        framed=False,
        stimulus="card 0476BFE1BF0280",
        kinds=("card",),
        vectors=(Vector("uid", {}, {}, "FF CA 00 00 00"), Vector("ats", {}, {}, "FF CA 01 00 00")),
        replays=(
            ("04 76 BF E1 BF 02 80 90 00", {}, [{"kind": "card", "uid": "0476BFE1BF0280", "random": False}]),
            ("08 11 22 33 90 00", {}, [{"kind": "card", "uid": "08112233", "random": True}]),
            ("63 00", {}, [{"kind": "reply", "status": "failed"}]),
            ("6A 81", {}, [{"kind": "reply", "status": "not_supported"}]),
        ),
    ),
}
