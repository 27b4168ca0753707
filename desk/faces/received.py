"""What this room makes of rows from other desks: screens look again. Templates end by the lane itself (desk.faces_lane)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.faces.topics import FACES
from desk.store.unit import Unit


def told(u: Unit, ids: Sequence[str]) -> None:
    """A gate was switched, a template erased, somebody agreed or took it back."""
    u.changed(FACES)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {"face_lane": told, "face_deed": told, "consent": told}
