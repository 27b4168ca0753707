"""In front of the camera: the guided capture, and being recognised. Beside it always stands the other way, as large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk.faces.rules import Hint
from desk.faces.rules_capture import FRAMES, Outcome
from ui.faces.hints import code_of
from ui.faces.mirror import Mirror
from ui.faces.pair import Pair
from ui.pages.faces.model import Check, FacesModel
from ui.pages.faces.view_steps import Part
from ui.texts import sentence
from ui.theme import current
from ui.widgets import label, show_if
from ui.widgets.result_head import ResultHead

if TYPE_CHECKING:
    from ui.pages.faces.presenter import FacesPresenter

BESIDE_EMS = 24  # of width: from here on the words stand beside the picture
MARKS = {Check.KNOWN: "valid", Check.SECOND: "ask", Check.UNKNOWN: "unknown"}


class LivePart(Part):
    """Picture beside words, or above them where it is narrow."""

    def __init__(self, presenter: FacesPresenter, pair: Pair) -> None:
        super().__init__(presenter)
        self.mirror, self.hint, self.sub = Mirror(), label("", "result"), label("", "lead")
        self._honest = label("", "muted")
        self.pair = pair
        words = QWidget()
        words.setProperty("role", "clear")
        self._words = QVBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        for widget in (self.hint, self.sub):
            self._words.addWidget(widget)
        self._words.addStretch(1)
        self._words.addWidget(self._honest)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.mirror, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(words, 1)
        self.column.addLayout(self._row, 1)
        self.column.addWidget(pair)

    def be_tight(self, tight: bool) -> None:
        self.mirror.be_tight(tight)
        self.pair.be_tight(tight)
        show_if(self._honest, not tight)  # it stands on the front and in the settings too

    def forget(self) -> None:
        """No picture stays."""
        self.mirror.darken()

    def turn(self, width: int) -> None:
        """Side by side where there is room."""
        beside = width >= BESIDE_EMS * current().text()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _camera(self, model: FacesModel) -> str:
        """What is wrong with the camera, "" when it works; then no old picture stands there either."""
        if model.camera == "camera.working":
            return ""
        self.mirror.darken()
        return sentence(model.camera)

    def retranslate(self) -> None:
        self._honest.setText(sentence("faces.no_passive_check"))
        self.draw(self.model)

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(current().space("xl"))
        self._words.setSpacing(current().space("m"))


class CapturePart(LivePart):
    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter, Pair("repeat", "qrcode"))
        self.pair.first.connect(self._on_first)
        self.pair.second.connect(presenter.go_back)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        shot, wrong = model.shot, self._camera(model)
        turn = shot.turn.value if shot and shot.turn else ""
        done = shot is not None and shot.outcome is Outcome.DONE
        self.mirror.show_face(shot.box if shot else None, bool(shot and shot.hint is Hint.GOOD))
        self.mirror.show_turn(turn if shot and shot.hint is Hint.GOOD else "")
        self.mirror.show_steps(shot.taken if shot else 0, FRAMES)
        twin = shot is not None and shot.outcome is Outcome.DOUBLE
        self.hint.setText(wrong or self._hint(model))
        self.sub.setText(self._sub(model) if not wrong else "")
        self.pair.setEnabled(not done)
        self.pair.set_words(
            self.tr("是两个人，照样录入") if twin else self.tr("重新来过"),
            self.tr("不录入，用别的方式") if twin else self.tr("先停下，用别的方式"),
        )

    def _hint(self, model: FacesModel) -> str:
        shot = model.shot
        if shot is None:
            return sentence("faces.hint.nobody")
        if shot.outcome is Outcome.DONE:
            return self.tr("采集好了，正在保存…")
        if shot.outcome is Outcome.OTHERS:
            return self.tr("中途换了人，没有保存")
        if shot.outcome is Outcome.DOUBLE:
            return self.tr("和已经录入的{name}很像，还没有保存").format(name=model.like.name or "…")
        if shot.turn is not None and shot.hint is Hint.GOOD:
            return sentence(f"faces.turn.{shot.turn.value}")
        return sentence(f"faces.hint.{shot.hint.value}")

    def _sub(self, model: FacesModel) -> str:
        shot = model.shot
        if shot is None or shot.outcome is Outcome.DONE:
            return ""
        if shot.outcome is Outcome.OTHERS:
            return self.tr("请按「重新来过」，从头到尾只一个人站在前面。")
        if shot.outcome is Outcome.DOUBLE:
            return self.tr("请看清楚：是同一个人，不要再录；是双胞胎、兄弟姐妹，才按左边的按钮。")
        if shot.turn is not None:
            return self.tr("先照着说的转头，证明是真人。快门是自动的，不用按。")
        return self.tr("自动拍 {all} 张，已拍 {n} 张。照片不保存。").format(all=FRAMES, n=shot.taken)

    def _on_first(self) -> None:
        shot = self.model.shot
        if shot is not None and shot.outcome is Outcome.DOUBLE:
            self.presenter.live.keep(twin=True)
        else:
            self.presenter.live.again()


class CheckPart(LivePart):
    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter, Pair("repeat", "qrcode"))
        self.result = ResultHead("unknown", "")
        self._words.insertWidget(0, self.result)
        self.pair.first.connect(presenter.check_again)
        self.pair.second.connect(presenter.other_way)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        seen, wrong = model.seen, self._camera(model)
        looking = model.check is Check.LOOKING
        show_if(self.result, not looking)
        show_if(self.hint, looking)
        show_if(self.sub, looking)
        self.mirror.show_face(seen.box if seen and looking else None, bool(seen and seen.hint is Hint.GOOD))
        self.mirror.show_turn(seen.turn.value if seen and seen.turn and looking else "")
        self.hint.setText(wrong or self._hint(model))
        self.sub.setText(
            self.tr("认出来以后不留记录，没认出来的也不保存。")
            if not model.clocking
            else self.tr("认出来就记上岗或下岗。")
        )
        if not looking:
            self.result.show_result(MARKS[model.check], *self._said(model))

    def _hint(self, model: FacesModel) -> str:
        return sentence(code_of(model.seen))

    def _said(self, model: FacesModel) -> tuple[str, str]:
        if model.check is Check.KNOWN:
            place = self.tr("{name}，{place}").format(name=model.who.name, place=model.who.place)
            return self.tr("是本小区住户"), place
        if model.check is Check.SECOND:
            return self.tr("有长得像的住户，还要再确认"), self.tr("请出示住户码，或者用门卡、密码。")
        return self.tr("没有认出来，不等于不让进"), self.tr("请用二维码、门卡或密码；值班人员也可以按姓名查找。")

    def retranslate(self) -> None:
        self.pair.set_words(self.tr("再看一次"), self.tr("用二维码、门卡或密码"))
        super().retranslate()
