"""The edge to zxing-cpp: only ordinary codes pass, whatever it reports."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest
import zxingcpp

from desk.codes.decode import reader
from desk.codes.decode.reader import look, moved, read
from desk.codes.decode.trial import flat, matrix

CORNER = SimpleNamespace(
    top_left=SimpleNamespace(x=10, y=10),
    top_right=SimpleNamespace(x=90, y=10),
    bottom_right=SimpleNamespace(x=90, y=90),
    bottom_left=SimpleNamespace(x=10, y=90),
)
NOWHERE = SimpleNamespace(**dict.fromkeys(vars(CORNER), SimpleNamespace(x=0, y=0)))


@dataclass
class Reported:
    """What the library may hand out."""

    format: object = zxingcpp.BarcodeFormat.QRCode
    valid: bool = False
    bytes: bytes = b""
    text: str = ""
    symbology_identifier: str = "]Q1"
    position: object = field(default_factory=lambda: CORNER)
    extra: dict[str, object] | None = field(default_factory=lambda: {"Version": "3"})


def test_micro_codes_are_not_read() -> None:
    micro = zxingcpp.create_barcode("12345", zxingcpp.BarcodeFormat.MicroQRCode)
    gray = np.array(zxingcpp.write_barcode_to_image(micro, scale=5, add_quiet_zones=True))
    assert look(gray) == ([], [])


@pytest.mark.parametrize(
    ("reported", "reads", "seen"),
    [
        (Reported(), 0, 1),
        (Reported(valid=True, bytes=b"X"), 1, 0),
        (Reported(format=zxingcpp.BarcodeFormat.MicroQRCode, valid=True, bytes=b"9306"), 0, 0),
        (Reported(format=zxingcpp.BarcodeFormat.MicroQRCode), 0, 0),
        (Reported(extra={"Version": "M4"}), 0, 0),
        (Reported(extra={"Version": "41"}), 0, 0),
        (Reported(extra=None), 0, 0),
        (Reported(position=NOWHERE), 0, 0),
    ],
)
def test_what_is_made_of_a_report(monkeypatch: pytest.MonkeyPatch, reported: Reported, reads: int, seen: int) -> None:
    monkeypatch.setattr(reader.zxingcpp, "read_barcodes", lambda *_, **__: [reported])
    found, sightings = look(np.zeros((100, 100), np.uint8))
    assert (len(found), len(sightings)) == (reads, seen)


def test_sightings_tell_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.zxingcpp, "read_barcodes", lambda *_, **__: [Reported()])
    assert look(np.zeros((100, 100), np.uint8))[1][0].modules == 29


def test_positions_are_carried_by_a_matrix() -> None:
    (one,) = read(flat(matrix("HERE"), 4))
    assert moved(one.position, np.diag([0.5, 2.0, 1.0]))[1] == (round(one.position[1][0] / 2), one.position[1][1] * 2)
    far = moved(one.position, np.array([[1e9, 0, 0], [0, 1, 0], [0, 0, 1.0]]))
    assert max(x for x, _ in far) <= 1_000_000
