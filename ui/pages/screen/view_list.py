"""What hangs: a list of notices, and the screen itself as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.screen.model import Row, ScreenModel
from ui.pages.screen.view_edit import Picture
from ui.public_screen.model import Shown
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, Card, EmptyState, FlowLayout, Themed, label, show_if
from ui.widgets.attention import AttentionRow

if TYPE_CHECKING:
    from ui.pages.screen.presenter import ScreenPresenter

BESIDE_EMS = 42
TONES = {"shown": "ok", "coming": "info"}
ICONS = {"notice": "clipboard-list", "official": "building-bank"}


class NoticeRow(AttentionRow):
    """One notice: what, until when; press to change it, or take it down."""

    def __init__(self, row: Row, presenter: ScreenPresenter, may_edit: bool) -> None:
        self.row = row
        self.down = BigButton("", "row")
        super().__init__(TONES.get(row.state, "plain"), ICONS.get(row.kind, "clipboard-list"), row.title)
        self._row.addWidget(self.down)
        self.acted.connect(lambda: presenter.open(row.id))
        self.down.clicked.connect(lambda: presenter.retract(row.id))
        show_if(self.button, may_edit)
        show_if(self.down, may_edit and row.alive)
        self.retranslate()

    def retranslate(self) -> None:
        row = self.row
        state = sentence(f"screen.state.{row.state}")
        parts = [sentence(f"screen.kind.{row.kind}"), state, row.span, *([self.tr("已打印")] if row.printed else [])]
        self.show_matter(
            TONES.get(row.state, "plain"), ICONS.get(row.kind, "clipboard-list"), row.title, " · ".join(parts)
        )
        self.button.setText(self.tr("改") if row.alive else self.tr("再挂一次"))
        self.down.setText(self.tr("撤下"))


class ListPanel(Themed, QWidget):
    """Two cards: notices, and the live picture with what can be done about the screen."""

    def __init__(self, presenter: ScreenPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.model = ScreenModel()
        self.rows: list[NoticeRow] = []
        self._hang, self._live = Card(), Card()
        self._empty = EmptyState("clipboard-list", "", "")
        self._hang.body.addWidget(self._empty)
        self._hang.body.addStretch(1)
        self.picture = Picture()
        self._says = label("", "quiet")
        self._acts = QWidget()
        self._acts.setProperty("role", "clear")
        flow = FlowLayout(self._acts, gap="s", equal=True, columns=2)
        self.acts = {
            name: BigButton("", "quiet", icon)
            for name, icon in (
                ("monitor", "device-desktop"), ("sentences", "pencil"), ("numbers", "phone"),
                ("wall", "printer"), ("board", "printer"),
            )
        }  # fmt: skip
        for button in self.acts.values():
            flow.addWidget(button)
        for part in (self.picture, self._says, self._acts):
            self._live.body.addWidget(part)
        self._live.body.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self._hang, 5)
        self._both.addWidget(self._live, 4)
        self.ready()

    def show_model(self, model: ScreenModel) -> None:
        """Draw the list; rows are made anew only when they differ."""
        if model.rows != self.model.rows or model.may_edit != self.model.may_edit:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [NoticeRow(row, self._presenter, model.may_edit) for row in model.rows]
            for row in self.rows:
                self._hang.body.insertWidget(self._hang.body.indexOf(self._empty), row)
        self.model = model
        show_if(self._empty, model.known and not model.rows)
        for name in ("monitor", "sentences", "numbers"):
            show_if(self.acts[name], model.may_edit)
        self._say()

    def show_shown(self, shown: Shown) -> None:
        """The screen as it is now."""
        self.picture.show_shown(shown)

    def retranslate(self) -> None:
        self._hang.set_title(self.tr("公告"))
        self._live.set_title(self.tr("公示屏现在的样子"))
        self._empty.show_state(
            "clipboard-list", self.tr("还没有公告"), self.tr("按“写公告”，写好就挂上公示屏；值班表和接待会自己显示。")
        )
        for name, words in (
            ("monitor", self.tr("选显示器")), ("sentences", self.tr("紧急用语")),
            ("numbers", self.tr("电话和守则")), ("wall", self.tr("打印张贴")), ("board", self.tr("打印告示牌")),
        ):  # fmt: skip
            self.acts[name].setText(words)
        self._say()

    def _say(self) -> None:
        where = self.model.where
        if where.at:
            words = self.tr("正在 {name} 上显示").format(name=where.at)
        elif where.missing:
            words = self.tr("选好的显示器没有接上，接上就会自己显示")
        elif where.places:
            words = self.tr("还没有选显示器，请按“选显示器”")
        else:
            words = self.tr("没有接第二台显示器")
        self._says.setText(words)

    def restyle(self) -> None:
        self._both.setSpacing(current().space("m"))
        self.picture.set_scheme(self.model.where.scheme or current().scheme)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= BESIDE_EMS * current().text()
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
