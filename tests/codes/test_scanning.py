"""One scan however often it is seen."""

from desk.codes.scanning import REMEMBERED, ScanGate
from tests.fakes.clock import FakeClock


def test_held_before_the_camera_it_is_one_scan(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    first = gate.seen("ABC", "camera")
    assert first.fresh
    for _ in range(100):
        clock.advance(200)
        again = gate.seen("ABC", "camera")
        assert not again.fresh
        assert again.scan is first.scan
    clock.advance(5_000)
    assert gate.seen("ABC", "camera").fresh


def test_camera_and_hand_scanner_are_one_scan(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    first = gate.seen("ABC", "camera")
    clock.advance(900)
    assert gate.seen("ABC\r", "wedge").scan.scan_id == first.scan.scan_id


def test_two_codes_in_turn_are_two_scans(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    ids = {gate.seen(text, "camera").scan.scan_id for text in ("A", "B", "A", "B")}
    assert len(ids) == 2


def test_wall_clock_does_not_matter(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    first = gate.seen("A", "serial")
    clock.set(clock.now_ms() + 86_400_000)
    assert gate.seen("A", "serial").scan is first.scan


def test_scan_again_was_pressed(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    first = gate.seen("A", "camera")
    gate.forget("A")
    second = gate.seen("A", "camera")
    assert second.fresh
    assert second.scan.scan_id != first.scan.scan_id
    gate.forget()
    assert gate.seen("A", "camera").fresh


def test_bytes_are_told_apart_and_memory_is_bounded(clock: FakeClock) -> None:
    gate = ScanGate(clock)
    assert gate.seen("", "camera", b"\x80").fresh
    assert gate.seen("", "camera", b"\x81").fresh
    for number in range(REMEMBERED):
        gate.seen(str(number), "camera")
    assert gate.seen("", "camera", b"\x80").fresh
