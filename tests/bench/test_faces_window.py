"""The window before a face, in small: frames are shown, the face in them is looked at, and both are counted."""

from __future__ import annotations

from desk.bench import faces
from tests.faces.conftest import PORTRAITS


def test_the_window_looks_at_the_face_it_shows() -> None:
    found = faces._window(PORTRAITS, 2)
    assert "good" in found["hints"], "the frames show a face that can be used"
    assert found["shown_per_s"] > 0
    assert found["looks_per_s"] > 0
    assert 0 < found["core_percent"] < 400
