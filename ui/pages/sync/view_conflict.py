"""One conflict, opened: both values as big buttons, with who and when, and a field for what is right when neither is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import moments
from ui.pages.sync.model import SyncModel
from ui.pages.sync.view_words import SyncWords
from ui.texts import of_error
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.themed import Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.sync.presenter import SyncPresenter

LONGEST = 200
STANDING, LOST = "standing", "lost"


class Half(Card):
    """One value: what it is, who wrote it, and the button that makes it the right one."""

    def __init__(self, chosen: Callable[[], None]) -> None:
        self._head = label("", "muted")
        self._value, self._who = label("", "result"), label("", "quiet")
        self.use = BigButton("", "quiet", "check")
        super().__init__()
        for widget in (self._head, self._value, self._who):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self.use)
        self.use.clicked.connect(chosen)

    def show_half(self, head: str, value: str, who: str, use: str, may: bool) -> None:
        self._head.setText(head)
        self._value.setText(value)
        self._who.setText(who)
        self.use.setText(use)
        self.use.setAccessibleDescription(head)
        show_if(self.use, may)

    def value(self) -> str:
        return self._value.text()


class ConflictPanel(Themed, QWidget):
    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self._words = presenter, SyncWords(self)
        presenter.wrong_value = self._on_wrong
        self.model = SyncModel()
        self.standing = Half(lambda: presenter.choose(STANDING))
        self.lost = Half(lambda: presenter.choose(LOST))
        both = QWidget()
        both.setProperty("role", "clear")
        flow = FlowLayout(both, gap="m", equal=True, columns=2)
        flow.addWidget(self.standing)
        flow.addWidget(self.lost)
        self.other = QLineEdit()
        self.other.setMaxLength(LONGEST)
        self.other.textEdited.connect(lambda _: self._field.set_error(""))
        self.other.returnPressed.connect(self._on_other)
        self._field = Field("", self.other)
        self.write = BigButton("", "quiet", "pencil")
        self.write.clicked.connect(self._on_other)
        self._typed = Card()
        self._line = QHBoxLayout()
        self._line.addWidget(self._field, 1)
        self._line.addWidget(self.write)
        self._typed.body.addLayout(self._line)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        for widget in (both, self._typed):
            self._all.addWidget(widget)
        self._all.addStretch(1)
        self._shown = 0
        self.ready()

    def draw(self, model: SyncModel) -> None:
        self.model = model
        one = model.conflict()
        if one is None:
            return
        if one.num != self._shown:
            self._shown = one.num
            self.other.clear()
            self._field.set_error("")
        values = model.values if model.values is not None and model.values.num == one.num else None
        may = one.may and not one.gone
        full = (values.standing, values.lost) if values is not None else (None, None)
        for half, side, head, shown, use in (
            (self.standing, one.standing, self.tr("现在用的是"), full[0], self.tr("用这个")),
            (self.lost, one.lost, self.tr("另一处写的是"), full[1], self.tr("用这个")),
        ):
            half.show_half(
                head, self._words.value(side, self._when, shown), self._words.author(side, self._when), use, may
            )
        show_if(self._typed, may and one.free)

    def note(self) -> str:
        """The line under the heading."""
        one = self.model.conflict()
        if one is None:
            return ""
        if one.gone:
            words = self.tr("这一条后来被删除了，不用再选。按「知道了」收起来。")
        elif not one.may:
            words = self.tr("您现在的身份不能定，请值班长或管理员来选。")
        elif self.model.values is not None:
            words = self.tr("{n} 秒后遮住。看过记在操作记录里。").format(n=self.model.left_s)
        else:
            words = self.tr("选好以后，别的门岗也会改成一样的。拿不准就先问本人，不着急。")
            if one.personal and self.standing.value() == self.lost.value():
                words = self.tr("遮住的部分不一样，请按「看全部内容」再选。")
        return words

    def begin(self) -> None:
        self._field.set_error("")

    def _when(self, at_ms: int) -> str:
        found = self.model.found
        today = found is not None and self._presenter.day(at_ms) == self._presenter.day(found.now.ages.now)
        return moments.near(self._presenter.local(at_ms), today=today)

    def _on_other(self) -> None:
        self._presenter.write_other(self.other.text())

    def _on_wrong(self, error: Exception) -> None:
        self._field.set_error(of_error(error))
        self.other.setFocus()

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))
        self._line.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._field.set_words(self.tr("都不对？写正确的"))
        self.write.setText(self.tr("用我写的"))
        self.draw(self.model)


class ReasonPanel(Themed, QWidget):
    """Why the values are to be seen in full: a tile pressed is the answer."""

    REASONS = ("resident_asks", "correction", "visitor_here", "emergency", "authority")

    def __init__(self, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._chosen = chosen
        self._tiles: Chooser | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.ready()

    def tile(self, reason: str) -> QWidget:
        assert self._tiles is not None
        return self._tiles.tile(reason)

    def begin(self) -> None:
        if self._tiles is not None:
            self._tiles.set_choice("")
            self._tiles.tile(self.REASONS[0]).setFocus()

    def retranslate(self) -> None:
        if self._tiles is not None:
            self._column.removeWidget(self._tiles)
            self._tiles.deleteLater()
        else:
            self._column.addStretch(1)
        words = {
            "resident_asks": self.tr("本人来问"), "correction": self.tr("核对修改"), "visitor_here": self.tr("访客在门口"),
            "emergency": self.tr("紧急情况"), "authority": self.tr("公安等部门依法来查"),
        }  # fmt: skip
        icons = {"resident_asks": "user", "correction": "pencil", "visitor_here": "users", "emergency": "alarm"}
        self._tiles = Chooser(
            [Choice(name, icons.get(name, "building-bank"), words[name]) for name in self.REASONS], columns=2
        )
        self._tiles.chosen.connect(self._chosen)
        self._column.insertWidget(0, self._tiles)
