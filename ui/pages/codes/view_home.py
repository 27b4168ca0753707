"""The first panel: which kind, one field that finds a household or a code, and what was withdrawn lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.pages.codes.model import KINDS, CodesModel, Hit
from ui.pages.codes.view_words import CodeWords
from ui.theme import current
from ui.widgets import Card, Choice, Chooser, KeyList, PickBox, SearchField, label, show_if
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.codes.presenter import CodesPresenter

ICONS = {"indoor": "home", "outdoor": "map-pin", "asset": "wheelchair", "locker": "package", "shift": "calendar-event"}
HIT_ICONS = {"household": "home", "person": "user", "code": "qrcode"}
BESIDE_EMS = 40


class Found(KeyList):
    """A list that asks for its least height only: it is given what is left, and the page need not scroll as well."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())


class HomePanel(Themed, QWidget):
    def __init__(self, presenter: CodesPresenter, words: CodeWords) -> None:
        super().__init__()
        self._presenter, self._words = presenter, words
        self._hits: dict[str, Hit] = {}
        self.kinds = Chooser(
            [Choice(kind, ICONS[kind], self._tile(kind), words.kind_sub(kind)) for kind in KINDS], columns=5
        )
        self.kinds.chosen.connect(presenter.choose_kind)
        self.box = PickBox([(kind, words.kind(kind)) for kind in KINDS])  # the same, where there is little height
        self.box.setAccessibleName(self.tr("哪一种码"))
        self.box.picked.connect(presenter.choose_kind)
        self._tight = False
        self.field = SearchField(self.tr("房号、业主姓名或拼音、标签上的编号"))
        self.field.setAccessibleName(self.tr("查一户或一个码"))
        self.field.edited.connect(presenter.find)
        self.list = Found()
        self.list.setAccessibleName(self.tr("找到的住户和码"))
        self.list.opened.connect(self._on_opened)
        self.field.left_down.connect(self.list.setFocus)
        self.field.entered.connect(lambda _: self._on_opened(self.list.key()))
        self._empty = label("", "quiet")
        self._found = Card(self.tr("查一户，或一个码"))
        for widget in (self.field, self._empty, self.list):
            self._found.body.addWidget(widget, 1 if widget is self.list else 0)
        self._found.body.addStretch(0)
        self.revoked = Found()
        self.revoked.setAccessibleName(self.tr("最近作废的码"))
        self.revoked.opened.connect(self._on_revoked)
        self._none = label(self.tr("近 30 天没有作废的码。"), "muted")
        self._ended = Card(self.tr("最近作废"))
        self._ended.body.addWidget(self.revoked, 1)
        self._ended.body.addWidget(self._none)
        self._ended.body.addStretch(0)
        self._build()
        self.model = CodesModel()
        self.ready()

    def _tile(self, kind: str) -> str:
        """A kind on its tile, where there is little room."""
        return {
            "indoor": self.tr("户内码"),
            "outdoor": self.tr("户外码"),
            "asset": self.tr("物品码"),
            "locker": self.tr("柜门码"),
            "shift": self.tr("班次码"),
        }[kind]

    def _build(self) -> None:
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._found, 6)
        self._row.addWidget(self._ended, 5)
        for ways in (self.kinds, self.box):
            self._column.addWidget(ways)
        self._column.addLayout(self._row, 1)
        self._show_kinds()
        for card in (self._found, self._ended):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def draw(self, model: CodesModel) -> None:
        """Draw the situation; the marked row stays while the rows are the same."""
        before, self.model = self.model, model
        self.kinds.set_choice(model.kind)
        self.box.set_key(model.kind)
        if model.asked != self.field.words():
            self.field.setText(model.asked)
        if model.hits != before.hits or not self._hits:
            self._hits = {f"{hit.kind}:{hit.id}": hit for hit in model.hits}
            self.list.set_rows([(key, self._say(hit), HIT_ICONS[hit.kind]) for key, hit in self._hits.items()])
        show_if(self.list, bool(model.hits))
        show_if(self._empty, not model.hits)
        self._say_empty(model)
        if model.revoked != before.revoked:
            self.revoked.set_rows([(line.id, self._words.ended(line), "ban") for line in model.revoked])
        show_if(self.revoked, bool(model.revoked))
        show_if(self._none, not model.revoked)

    def _say_empty(self, model: CodesModel) -> None:
        if not model.households and not model.counts.get("outdoor"):
            self._empty.setText(self.tr("住户导入以后，在这里查一户，给它发码、补办或作废。"))
        elif model.asked:
            self._empty.setText(self.tr("没有找到。请核对房号或编号，编号印在标签的二维码下面。"))
        else:
            self._empty.setText(
                self.tr(
                    "输入 3-1-1202、姓名或拼音，就能给这一户发码、补办或作废。"
                    "把标签对准摄像头，就知道是不是本小区的码。"
                )
            )

    def _say(self, hit: Hit) -> str:
        if hit.line is not None:
            return self._words.line(hit.line)
        if hit.kind == "person":
            return f"{hit.who} · {hit.label}"
        return self.tr("{door} · {n} 人", "", hit.people).format(door=hit.label, n=hit.people)

    def _on_opened(self, key: str) -> None:
        if key in self._hits:
            self._presenter.pick(self._hits[key])

    def _on_revoked(self, key: str) -> None:
        line = next((line for line in self.model.revoked if line.id == key), None)
        if line is not None:
            self._presenter.open_line(line)

    def restyle(self) -> None:
        gap, text = current().space("m"), current().text()
        self._column.setSpacing(gap)
        self._row.setSpacing(gap)
        for one in (self.list, self.revoked):
            one.setMinimumHeight((2 if current().large() else 1) * current().height("list"))
        self._found.setMinimumWidth(text * 10)

    def be_tight(self, tight: bool) -> None:
        """One line instead of tiles, where there is little height for the size of the text."""
        self._tight = tight
        self._show_kinds()

    def _show_kinds(self) -> None:
        show_if(self.kinds, not self._tight)
        show_if(self.box, self._tight)

    def turn(self, width: int) -> None:
        """Side by side where there is room."""
        beside = width >= BESIDE_EMS * current().text()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
