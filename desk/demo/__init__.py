"""The demonstration estate (--demo): invented people, a month of invented visits, a day in full swing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.demo.build import Demo


def make(desk: Desk) -> Demo:
    """Found a throw-away store in this desk's home and fill it. Belongs on the disk-write lane; takes some seconds.

    Raises Refused("desk.already_founded"); Trouble from the store.
    """
    from desk.demo.build import make as build  # loaded only when a demonstration is wanted

    return build(desk)
