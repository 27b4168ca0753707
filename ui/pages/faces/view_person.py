"""One person's enrolment on the screen, what they take home, and taking it back gate by gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desk.faces.views import Enrolment, GateResult, Here, Result, State
from ui import moments
from ui.faces.pair import Pair
from ui.pages.faces.model import FacesModel
from ui.pages.faces.view_steps import Part
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, Card, Field, facts, label, show_if
from ui.widgets.attention import AttentionRow
from ui.widgets.flow import FlowLayout
from ui.widgets.pickers import PickBox
from ui.widgets.result_head import ResultHead
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import set_role

if TYPE_CHECKING:
    from ui.pages.faces.presenter import FacesPresenter

ICONS = {
    Result.DELETED: ("ok", "circle-check"), Result.WAITING: ("warn", "hourglass"), Result.NONE: ("info", "circle"),
    Result.HOLDS: ("info", "database"),
}  # fmt: skip
STATES = {State.OFF: "info", State.OPENING: "info", State.READY: "ok", State.BROKEN: "bad"}


def clear(box: QVBoxLayout) -> None:
    """Take the rows out of a column."""
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


class GateRows(Part):
    """Each gate, and what became of the face data there."""

    def show_gates(self, gates: tuple[GateResult, ...], day: object) -> None:
        """day: turns UTC ms into words."""
        clear(self.column)
        for one in gates:
            tone, icon = ICONS[one.result]
            name = self.tr("{gate}（本机所在）").format(gate=one.gate) if one.here else one.gate
            said = sentence(f"faces.result.{one.result.value}")
            when = day(one.at) if one.at and callable(day) else ""
            sub = sentence(one.code) if one.code else (
                self.tr("那边一联网就会删除。") if one.result is Result.WAITING else str(when)
            )  # fmt: skip
            self.column.addWidget(AttentionRow(tone, icon, self.tr("{gate}：{said}").format(gate=name, said=said), sub))


class HomePart(Part):
    """The front of it: the state in words, being recognised, and taking it back with the receipt or a document."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self.state = AttentionRow("info", "info-circle", "", "", " ")
        self.state.acted.connect(presenter.settings)
        self.check = BigButton("", "tile", "scan")
        self.check.clicked.connect(lambda: presenter.live.check(False))
        self.code = SecretLine(20)
        self.code.returnPressed.connect(self._on_code)
        self.field = Field("", self.code)
        self.go = BigButton("", "quiet", "search")
        self.go.clicked.connect(self._on_code)
        self.document = BigButton("", "quiet", "id")
        self.document.clicked.connect(presenter.find_person)
        self.card = Card()
        self.card.body.addWidget(self.field)
        row = FlowLayout(gap="m")
        for button in (self.go, self.document):
            row.addWidget(button)
        self.card.body.addLayout(row)
        self._honest = label("", "muted")
        for widget in (self.state, self.check, self.card, self._honest):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        now = model.now
        words = sentence(f"faces.state.{now.state.value}", {"people": now.people})
        sub = sentence(now.code, now.facts) if now.state is State.BROKEN else ""
        self.state.show_matter(STATES[now.state], "mood-smile", words, sub)
        show_if(self.check, model.ready)
        self.field.set_error(model.wrong)

    def begin(self) -> None:
        self.code.clear()

    def _on_code(self) -> None:
        if self.code.text().strip():
            self.presenter.by_code(self.code.text())

    def retranslate(self) -> None:
        self.state.button.setText(self.tr("看设置"))
        show_if(self.state.button, True)
        self.check.setText(self.tr("刷脸认人"))
        self.check.set_sub(self.tr("录入过的住户站到摄像头前，不留记录"))
        self.card.set_title(self.tr("撤回，删除人脸信息"))
        self.field.set_words(self.tr("回执上的撤回码"), self.tr("12 位字母和数字；也可以扫回执上的二维码"))
        self.go.setText(self.tr("查这个撤回码"))
        self.document.setText(self.tr("没有回执：看证件，按姓名找"))
        self._honest.setText(sentence("faces.no_passive_check"))
        self.draw(self.model)


class PersonPart(Part):
    """Whether somebody is enrolled, until when, and at which gates."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self.head, self._note = ResultHead("unknown", ""), label("", "lead", "warn")
        self._card, self._facts = Card(), QVBoxLayout()
        self._card.body.addWidget(self.head)
        self._card.body.addWidget(self._note)
        self._card.body.addLayout(self._facts)
        self.gates = GateRows(presenter)
        self.member = PickBox()
        self.member.picked.connect(presenter.link)
        self._member = Field("", self.member)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.column.addWidget(self._card)
        self.column.addWidget(self.gates)
        self.column.addWidget(self._member)
        self.column.addStretch(1)
        self.ready()

    def _say_member(self, model: FacesModel) -> None:
        """Which of the team this is: only then a face clocks them on."""
        one = model.enrolment
        show_if(self._member, model.may_link and bool(model.team) and one is not None and bool(one.consent_id))
        choices = (("", self.tr("不是队员")), *model.team)
        if choices != self._choices:
            self._choices = choices
            self.member.set_choices(choices)
        self.member.set_key(model.member)

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        self._say_member(model)
        one = model.enrolment
        show_if(self._card, one is not None)
        clear(self._facts)
        if one is None:
            return
        where = one.here.value if one.here is not Here.NONE else ("agreed" if one.consent_id else "none")
        good = one.here is Here.ENROLLED
        sub = self.tr("不录入也一样进出：用二维码、门卡或密码。") if not one.consent_id else ""
        self.head.show_result("valid" if good else "ask", sentence(f"faces.here.{where}"), sub)
        self._note.setText(self._say_note(model, one))
        show_if(self._note, bool(self._note.text()))
        if one.consent_id:
            self._facts.addWidget(facts(self._pairs(one), columns=2))
        self.gates.show_gates(one.gates, self.day)

    def day(self, at: int) -> str:
        return moments.day(self.presenter.local(at))

    def _pairs(self, one: Enrolment) -> list[tuple[str, str]]:
        found = [(self.tr("同意"), self.day(one.agreed_at))]
        if one.keep_until:
            found.append((self.tr("最迟删除"), self.day(one.keep_until)))
        if one.confirm_by:
            found.append((self.tr("要再确认"), self.day(one.confirm_by)))
        if one.guardian:
            found.append((self.tr("同意人"), self.tr("监护人")))
        return found

    def _say_note(self, model: FacesModel, one: Enrolment) -> str:
        if one.told_anew:
            return self.tr("告知书改过了，请本人再看一遍；愿意的话按「还愿意用」。")
        if not model.ready and not one.consent_id:
            return sentence(model.now.code, model.now.facts)
        if not model.may_enrol and not one.consent_id:
            return self.tr("录入要由值班长或管理员办理；撤回谁当班都可以办。")
        return ""

    def retranslate(self) -> None:
        self._member.set_words(self.tr("是值班队员的话，选是哪一位"), self.tr("选好以后可以刷脸上岗、下岗"))
        self.draw(self.model)


class ReceiptPart(Part):
    """What to take home: the code it is taken back with, and how long it lasts."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self.head = ResultHead("valid", "")
        self._code, self._how = label("", "number"), label("", "lead")
        self._signed = label("", "muted")
        self._card, self._facts = Card(tone="ok"), QVBoxLayout()
        for widget in (self.head, self._code, self._how):
            self._card.body.addWidget(widget)
        self._card.body.addLayout(self._facts)
        self._card.body.addWidget(self._signed)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        clear(self._facts)
        receipt = model.receipt
        if receipt is None:
            self._code.setText("")
            return
        self._code.setText(receipt.code)
        day = self.presenter.local
        pairs = [(self.tr("最迟删除"), moments.day(day(receipt.keep_until)))]
        pairs.append((self.tr("要再确认"), moments.day(day(receipt.confirm_by))))
        self._facts.addWidget(facts(pairs, columns=2))

    def retranslate(self) -> None:
        self.head.show_result("valid", self.tr("录好了，照片已经丢掉"), self.tr("本机只留一串数字，看不出长相。"))
        self._how.setText(self.tr("这是撤回码：拿着它到任何一个门岗都能撤回。请打印回执交给本人。"))
        self._signed.setText(self.tr("签名不存在电脑里；请把签了字的同意书打印存档。"))
        self.draw(self.model)


class AskPart(Part):
    """Once more before it is gone for good."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self._words, self._wrong = label("", "lead"), label("", "", "warn")
        self.pair = Pair("trash", "arrow-left")
        self.pair.first.connect(presenter.withdraw)
        self.pair.second.connect(presenter.go_back)
        card = Card()
        card.body.addWidget(self._words)
        self.column.addWidget(card)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self.pair)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        self._wrong.setText(model.wrong)
        show_if(self._wrong, bool(model.wrong))
        self.pair.setEnabled(not model.busy)

    def retranslate(self) -> None:
        self._words.setText(
            self.tr(
                "本机的人脸信息马上删除，别的门岗一联网就删除，都不能恢复。进出不受影响：照样用二维码、门卡或密码。"
            )
        )
        self.pair.set_words(self.tr("撤回同意，马上删除"), self.tr("先不删"))
        self.draw(self.model)


class GonePart(Part):
    """What became of it, gate by gate."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self.head, self._lost = ResultHead("valid", ""), label("", "lead", "warn")
        self.gates = GateRows(presenter)
        card = Card()
        card.body.addWidget(self.head)
        card.body.addWidget(self._lost)
        self.column.addWidget(card)
        self.column.addWidget(self.gates)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        gone = model.gone
        if gone is None:
            return
        here = next((one for one in gone.gates if one.here), None)
        done = here is None or here.result is not Result.WAITING
        words = self.tr("已撤回，本机的人脸信息已删除") if done else self.tr("已撤回，本机还没有删成")
        when = moments.moment(self.presenter.local(gone.at)) if gone.at else ""
        self.head.show_result("valid" if done else "expired", words, when)
        count = gone.others_lost
        self._lost.setText(
            self.tr(
                "人脸库打不开，只能整个删掉：另外 {n} 位住户也要重新录入，或者由管理员恢复备份。", "", count
            ).format(n=count)
        )
        set_role(self._lost, tone="warn")
        show_if(self._lost, count > 0)
        self.gates.show_gates(gone.gates, lambda at: moments.moment(self.presenter.local(at)))

    def retranslate(self) -> None:
        self.draw(self.model)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))
