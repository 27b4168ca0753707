"""How the machines of this desk join in: does a pass come out of the printer, does the barrier lift by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.flows import ALWAYS, ASK, BARRIER, BY_HAND, BY_ITSELF, NEVER, PRINT_PASS
from ui.widgets import Card, Field, PickBox

if TYPE_CHECKING:
    from ui.flows import Flows


class FlowsCard(Card):
    """flows: None where there is no program around the page."""

    def __init__(self, flows: Flows | None, may: Callable[[], bool]) -> None:
        super().__init__()
        self._flows, self._may = flows, may
        self.boxes = {name: PickBox() for name in (PRINT_PASS, BARRIER)}
        self._fields = {name: Field("", box) for name, box in self.boxes.items()}
        for name, box in self.boxes.items():
            box.picked.connect(lambda value, name=name: self._choose(name, value))
            self.body.addWidget(self._fields[name])

    def _choose(self, name: str, value: str) -> None:
        if self._flows is not None and self._may():
            self._flows.choose(name, value)
        self.show_now()

    def show_now(self) -> None:
        """What is chosen."""
        for name, box in self.boxes.items():
            if self._flows is not None:
                box.set_key(self._flows.chosen(name))

    def say(self) -> None:
        """In the language of the moment."""
        self.set_title(self.tr("放行的时候"))
        self.boxes[PRINT_PASS].set_choices(
            [(NEVER, self.tr("不印")), (ASK, self.tr("每次问一下")), (ALWAYS, self.tr("每次都印"))]
        )
        self._fields[PRINT_PASS].set_words(
            self.tr("登记放行后印来访证"), self.tr("印在接着的小票机或标签机上；没有接，就用上面选定的打印机")
        )
        self.boxes[BARRIER].set_choices([(BY_HAND, self.tr("问一下再抬")), (BY_ITSELF, self.tr("自己抬起"))])
        self._fields[BARRIER].set_words(
            self.tr("道闸怎么抬"), self.tr("扫来访证放行后，按 F5、F6 记骑手和快递后；接了道闸才用得上")
        )
        self.show_now()
