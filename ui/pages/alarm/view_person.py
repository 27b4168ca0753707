"""Whom of the register somebody with a button is: found by room or pinyin, optional."""

from __future__ import annotations

from ui.widgets import DoorField


class PersonField(DoorField):
    """As DoorField, with residents (model.Found) instead of households."""

    def nothing(self) -> str:
        return self.tr("没有找到这个人，名字可以直接写在下面")

    def retranslate(self) -> None:
        super().retranslate()
        self._other.setText(self.tr("换一位"))
