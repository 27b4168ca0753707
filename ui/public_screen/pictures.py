"""The pictures that take turns, and the emergency that stands over all of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.public_screen.ink import CENTRE, LEAST, LEFT, RIGHT, block, line, width_of
from ui.public_screen.model import Alarm, Head, OnDuty, Row, Shown, Sitting, Turn, What
from ui.public_screen.panels import Panel
from ui.public_screen.words import EMERGENCY, ScreenWords
from ui.theme import icons

NAMES_LEAST = 330  # px at 1080p for who serves
TITLES, TEXTS = (96, 84, 76, 68, 60), (84, 76, 68, 60, 56, 52, LEAST)
ALARM_TITLES, ALARM_TEXTS = (168, 144, 128, 112, 96, 84), (104, 92, 84, 76, 68, 60)


class PicturePanel(Panel[Turn]):
    """One turn. Quiet ones also show head and duty, which `show_rest` brings."""

    def __init__(self, words: ScreenWords) -> None:
        super().__init__(Turn(What.QUIET), words)
        self._head, self._duty, self._phone = Head(), OnDuty(), ""
        self._place = (0, 1)

    def show_rest(self, shown: Shown, place: tuple[int, int]) -> None:
        """What a quiet picture says besides; place: which picture of how many."""
        said = shown.head, shown.beside.duty, shown.beside.phone
        if place != self._place or (self.model.what is What.QUIET and said != (self._head, self._duty, self._phone)):
            self.update()
        (self._head, self._duty, self._phone), self._place = said, place

    def draw(self, painter: QPainter) -> None:
        {
            What.ROSTER: self._roster, What.SITTING: self._sitting, What.NOTICE: self._notice, What.NUMBERS: self._numbers,
            What.QUIET: self._quiet,
        }[self.model.what](painter)  # fmt: skip
        self._dots(painter)

    # -- the five pictures

    def _title(self, painter: QPainter, icon: str, words: str) -> float:
        look, edge = self.look, self.look.px(64)
        icons.paint(painter, icon, QRectF(look.px(56), look.px(44), edge, edge), look.colors.accent)
        room = QRectF(look.px(140), look.px(30), self.width() - look.px(196), look.px(92))
        line(painter, look, room, words, 72, look.colors.ink, bold=True)
        return look.px(136)

    def _roster(self, painter: QPainter) -> None:
        y = self._title(
            painter, "calendar-user", self.words.roster_title(self.model.part, self.model.parts, self.model.ahead)
        )
        rows = self.model.rows
        tall = min(self.look.px(84), (self.height() - y - self.look.px(40)) / max(len(rows), 1))
        left = self.look.px(56)
        day = max(
            (width_of(self.look, self.words.row_day(row), LEAST, True) for row in rows), default=0
        ) + self.look.px(32)
        time = max((width_of(self.look, self._hours(row), LEAST, True) for row in rows), default=0) + self.look.px(32)
        titles = max((width_of(self.look, row.title, LEAST) for row in rows), default=0) + self.look.px(32)
        names = self.width() - self.look.px(40) - left - day - time
        if names - min(titles, self.look.px(330)) < self.look.px(NAMES_LEAST):
            titles = 0  # an upright monitor: who serves matters more than what the shift is called
        columns = (left, left + day, left + day + time, left + day + time + min(titles, self.look.px(330)))
        for row in rows:
            self._row(painter, row, y, tall, columns)
            y += tall

    def _row(self, painter: QPainter, row: Row, y: float, tall: float, x: tuple[float, float, float, float]) -> None:
        colors = self.look.colors
        right = self.width() - self.look.px(40)
        if row.weekday:
            painter.fillRect(QRectF(x[0], y, right - x[0], self.look.px(2)), QColor(colors.line))
        if row.now:
            painter.fillRect(
                QRectF(x[1] - self.look.px(16), y + 3, right - x[1] + self.look.px(16), tall - 6), QColor(colors.tint)
            )
        ink = colors.muted if row.past else colors.ink
        names, room_for = self.words.names(row.names), right - x[3] - self.look.px(16)
        if width_of(self.look, names, LEAST, row.now) > room_for:
            names = self.words.names_close(row.names)  # three who receive together: nobody is cut away
        for words, start, end, bold in (
            (self.words.row_day(row), x[0], x[1], True), (self._hours(row), x[1], x[2], row.now), (row.title, x[2], x[3], False),
            (names, x[3], right, row.now),
        ):  # fmt: skip
            if end <= start:
                continue
            room = QRectF(start, y, end - start - self.look.px(16), tall)
            line(painter, self.look, room, words, LEAST, colors.accent if row.now else ink, bold=bold, where=LEFT)

    def _hours(self, row: Row) -> str:
        return f"{row.start}–{row.end}"

    def _sitting(self, painter: QPainter) -> None:
        one = self.model.sitting or Sitting("", "", "", ())
        colors = self.look.colors
        y = self._title(painter, "messages", self.words.sitting_title())
        room = QRectF(self.look.px(56), y, self.width() - self.look.px(112), self.look.px(150))
        line(
            painter,
            self.look,
            room,
            "  ".join((self.words.sitting_time(one), one.place)).strip(),
            112,
            colors.accent,
            bold=True,
        )
        y += self.look.px(170)
        for name in one.names[:4]:
            room = QRectF(self.look.px(56), y, self.width() - self.look.px(112), self.look.px(96))
            line(painter, self.look, room, self.words.with_capacity(name), 72, colors.ink, bold=True)
            y += self.look.px(98)
        room = QRectF(self.look.px(56), y + self.look.px(12), self.width() - self.look.px(112), self.look.px(80))
        line(painter, self.look, room, self.words.sitting_state(one), 56, colors.muted)

    def _notice(self, painter: QPainter) -> None:
        look, turn = self.look, self.model
        left, wide = look.px(72), self.width() - look.px(144)
        y: float = look.px(36)
        if turn.official:
            icons.paint(painter, "building-bank", QRectF(left, y, look.px(60), look.px(60)), look.colors.bad)
            line(
                painter,
                look,
                QRectF(left + look.px(76), y, wide, look.px(60)),
                self.words.official(),
                52,
                look.colors.bad,
                bold=True,
            )
            y += look.px(76)
        top = QRectF(left, y, wide, look.px(180))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        if not turn.text:
            middle = QRectF(left, y, wide, self.height() - y - look.px(60))
            block(painter, look, middle, turn.title, (132, 116, *TITLES), look.colors.ink, bold=True, where=CENTRE)
            return
        y += block(painter, look, top, turn.title, TITLES, look.colors.ink, bold=True, where=centre) + look.px(24)
        room = QRectF(left, y, wide, self.height() - y - look.px(40))
        block(painter, look, room, turn.text, TEXTS, look.colors.ink)

    def _numbers(self, painter: QPainter) -> None:
        y = self._title(painter, "phone", self.words.numbers_title()) + self.look.px(10)
        for number in self.model.numbers:
            room = QRectF(self.look.px(56), y, self.width() - self.look.px(112), self.look.px(110))
            line(painter, self.look, room, number.name, 64, self.look.colors.ink)
            line(painter, self.look, room, number.phone, 80, self.look.colors.accent, bold=True, where=RIGHT)
            y += self.look.px(118)

    def _quiet(self, painter: QPainter) -> None:
        look, colors = self.look, self.look.colors
        high = self.height()
        line(
            painter,
            look,
            QRectF(0, high * 0.06, self.width(), high * 0.42),
            self._head.time,
            330,
            colors.ink,
            bold=True,
            where=CENTRE,
        )
        line(
            painter,
            look,
            QRectF(0, high * 0.49, self.width(), look.px(90)),
            self.words.date(self._head),
            72,
            colors.muted,
            where=CENTRE,
        )
        duty = self._duty
        words = self.words.names(duty.names) if duty.names else self.words.nobody(self._phone)
        room = QRectF(look.px(56), high * 0.64, self.width() - look.px(112), look.px(84))
        line(
            painter,
            look,
            room,
            self.words.duty_title() if duty.names else self.words.duty_next(duty),
            56,
            colors.accent,
            where=CENTRE,
        )
        line(
            painter,
            look,
            room.translated(0, look.px(76)).adjusted(0, 0, 0, look.px(60)),
            words,
            96,
            colors.ink,
            bold=True,
            where=CENTRE,
        )

    def _dots(self, painter: QPainter) -> None:
        """Which picture of how many; nothing when there is but one."""
        at, count = self._place
        if count < 2 or count > 12:
            return
        step, edge = self.look.px(34), self.look.px(14)
        x = (self.width() - step * (count - 1)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for nth in range(count):
            painter.setBrush(QColor(self.look.colors.accent if nth == at else self.look.colors.line))
            painter.drawEllipse(QRectF(x + nth * step - edge / 2, self.height() - self.look.px(26), edge, edge))


class AlarmPanel(Panel[Alarm]):
    """An emergency: as large as it goes, steady (what blinks can hurt), with what to dial."""

    def __init__(self, words: ScreenWords) -> None:
        super().__init__(Alarm("", ""), words)
        self.time = ""

    def show_time(self, time: str) -> None:
        if time != self.time:
            self.time = time
            self.update()

    def ground(self) -> str:
        return self.look.colors.bad

    def draw(self, painter: QPainter) -> None:
        look, on = self.look, self.look.colors.on_bad
        left, wide = look.px(80), self.width() - look.px(160)
        edge = look.px(100)
        icons.paint(painter, "alert-octagon", QRectF(left, look.px(44), edge, edge), on)
        head = QRectF(left + look.px(130), look.px(44), wide - look.px(130), edge)
        line(painter, look, head, self.words.alarm(), 72, on, bold=True)
        line(painter, look, head, self.time, 72, on, bold=True, where=RIGHT)
        foot = look.px(120)
        y = look.px(190)
        room = self.height() - y - foot - look.px(20)
        share = 0.5 if self.model.text else 1.0
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        top = QRectF(left, y, wide, room * share)
        tall = block(
            painter,
            look,
            top,
            self.model.title,
            ALARM_TITLES,
            on,
            bold=True,
            where=centre if self.model.text else CENTRE,
        )
        rest = QRectF(left, y + tall + look.px(36), wide, room - tall - look.px(36))
        block(painter, look, rest, self.model.text, ALARM_TEXTS, on, where=centre)
        words = "     ".join(f"{self.words.emergency(number)} {number}" for number in EMERGENCY)
        line(painter, look, QRectF(left, self.height() - foot, wide, foot), words, 64, on, bold=True, where=CENTRE)
