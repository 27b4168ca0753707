"""The bar: where we are, what time it is, how honest the line to the centre is, and who is on duty."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import i18n, moments
from ui.shell.strip import StripWords
from ui.theme import current
from ui.widgets.buttons import BigButton, PillButton
from ui.widgets.themed import ShortLabel, Themed, label

if TYPE_CHECKING:
    from desk.sync.reads_now import SyncNow

LEVELS, CHIPS_LEVEL, TIME_LEVEL = 7, 4, 5
SHOWN_CHIPS = 2  # the acting one and the next; the rest stand behind the switch button


class Bar(Themed, QFrame):
    """line_pressed(): the pill; chip_pressed(operator_id); switch_pressed(): the button to change who acts."""

    line_pressed = Signal()
    chip_pressed = Signal(str)
    switch_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._site = self._gate = ""
        self._moment: datetime | None = None
        self._now: SyncNow | None = None
        self._words = StripWords(self)
        self._people: tuple[tuple[str, str], ...] = ()
        self._active = ""
        self._locked = False
        self._place = ShortLabel("", "lead")
        self._clock = label("", "quiet", wrap=False)
        self._line = PillButton("", "plain", "device-desktop")
        self._line.hide()  # nothing is said before it is known
        self._line.clicked.connect(self.line_pressed)
        self._switch = BigButton("", "row")
        self._switch.clicked.connect(self.switch_pressed)
        self._chips = [PillButton("", "info", "user") for _ in range(SHOWN_CHIPS)]
        self._level = 0  # how much is left out because the window is narrow, see _fit
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        for words in (self._place, self._clock):
            self._row.addWidget(words)
        self._row.addStretch(1)
        for button in (self._line, *self._chips, self._switch):
            self._row.addWidget(button)
        for n, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _=False, n=n: self._on_chip(n))
        self.ready()

    def show_place(self, site: str, gate: str) -> None:
        self._site, self._gate = site, gate
        self.retranslate()

    def show_time(self, local: datetime) -> None:
        """Time of the site."""
        if self._moment is None or local.replace(second=0, microsecond=0) != self._moment:
            self._moment = local.replace(second=0, microsecond=0)
            self._say_time()

    def show_sync(self, now: SyncNow) -> None:
        """How this desk stands with its hub."""
        self._now = now
        self._say_line()
        self._fit()

    def show_people(self, people: tuple[tuple[str, str], ...], active: str, locked: bool) -> None:
        """Who is on duty as (operator id, label); the acting one first."""
        self._people = tuple(sorted(people, key=lambda one: one[0] != active))
        self._active, self._locked = active, locked
        self._say_people()
        self._fit()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("l"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))
        self.setFixedHeight(theme.height("row") + 2 * theme.space("s") + 4)
        self._fit()

    def retranslate(self) -> None:
        self._place.setText(" · ".join(part for part in (self._site, self._gate) if part) or self.tr("门岗台"))
        self._switch.setText(self.tr("换人"))
        self._switch.setToolTip(self.tr("换一个人当班，或者锁屏"))
        self._say_time()
        self._fit()

    def _fit(self) -> None:
        """Leave out what may be left out until the rest fits: first long words of the pill and the weekday, then chips,
        then the time, at last what the pill says (the page of the line says it too)."""
        if not self.isVisible():
            return
        for level in range(LEVELS):
            self._level = level
            self._clock.setVisible(level < TIME_LEVEL)
            self._say_time()
            self._say_line()
            self._say_people()
            self._row.activate()
            if self._row.sizeHint().width() <= self.width():  # estate and gate in full
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _say_time(self) -> None:
        if self._moment is None:
            return
        m = self._moment
        english = i18n.current() == "en"
        day = moments.month_day(m) if english else f"{m.month}月{m.day}日"
        if self._level == 0:
            name = moments.WEEKDAYS[m.weekday()] if english else f"星期{'一二三四五六日'[m.weekday()]}"
            day = f"{name} {day}" if english else f"{day} {name}"
        self._clock.setText(f"{day}  {m:%H:%M}")

    def _say_line(self) -> None:
        self._line.setVisible(self._now is not None and self._level < LEVELS - 1)
        if self._now is None:
            return
        strip = self._words.strip(self._now)
        self._line.show_state(strip.tone, strip.icon, strip.texts[min(self._level, len(strip.texts) - 1)])
        self._line.setToolTip(strip.texts[0])
        self._line.setAccessibleName(strip.texts[0])

    def _say_people(self) -> None:
        few = SHOWN_CHIPS if self._level < CHIPS_LEVEL else 1
        for n, chip in enumerate(self._chips):
            chip.setVisible(n < min(few, len(self._people)))
            if n < len(self._people):
                acting = self._people[n][0] == self._active and not self._locked
                words = self.tr("{name} 当班").format(name=self._people[n][1]) if acting else self._people[n][1]
                chip.show_state("info" if acting else "plain", "user-check" if acting else "user", words)
                chip.setAccessibleName(words)

    def _on_chip(self, n: int) -> None:
        if n < len(self._people):
            self.chip_pressed.emit(self._people[n][0])
