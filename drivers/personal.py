"""Fields about a person in a Reading: to be read one by one, never shown when they are printed or logged."""

from __future__ import annotations

from drivers.api import Value


class Personal(dict[str, Value]):
    """A dict that hides its values from repr and str."""

    def __repr__(self) -> str:
        return f"<{len(self)} personal fields>"
