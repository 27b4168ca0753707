"""The left side of the admit form: only the fields this type of visitor needs, the usual ones open, the rest behind *more*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.admit.model import ID_KINDS, AdmitModel
from ui.pages.admit.view_inputs import LineField
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, DoorField, Field, FlowLayout, PickBox, Stepper, Themed, show_if

if TYPE_CHECKING:
    from ui.pages.admit.presenter import AdmitPresenter

LOOK_MS = 350
OPEN = ("phone", "plate")
MORE = ("purpose", "items_in", "badge_no", "id_number", "note")
LOOKED_AT = ("name", "phone", "plate", "company")
PURPOSES = (
    "family", "delivery", "repair", "renovation", "cleaning", "care", "viewing", "duty", "meeting", "other",
)  # fmt: skip
PARTY_MOST, NIGHTS_MOST = 200, 30
ID_LENGTH = 18  # of a resident card: typed to its end, a slip is told at once


class FieldsPanel(Themed, QWidget):
    """Shows a model and tells the presenter what was typed."""

    def __init__(self, presenter: AdmitPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._model = AdmitModel()
        self._more_open = False
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(presenter.look)
        self.door = DoorField()
        self.door.searched.connect(presenter.find_door)
        self.door.picked.connect(presenter.pick)
        presenter.doors = self.door.show_doors
        self.lines = {name: self._line(name) for name in ("name", "company", *OPEN, *MORE)}
        self.party, self.nights = Stepper(1, PARTY_MOST), Stepper(0, NIGHTS_MOST)
        self.party.changed.connect(lambda n: presenter.change(party=n))
        self.nights.changed.connect(lambda n: presenter.change(nights=n))
        self._party, self._nights = Field("", self.party), Field("", self.nights)
        self.purpose = PickBox()
        self.purpose.picked.connect(lambda key: presenter.change(purpose_code=key))
        self._purpose = Field("", self.purpose, optional=True)
        self.id_kind = PickBox()
        self.id_kind.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.id_kind.picked.connect(lambda key: presenter.change(id_kind=key))
        self._id_kind = Field("", self.id_kind, optional=True)
        self._more = BigButton("", "plain", "chevron-down")
        self._more.clicked.connect(self._toggle_more)
        self._lay_out()
        self.ready()

    def _line(self, name: str) -> LineField:
        line = LineField(
            may_decline=name in ("name", "company", "purpose", "id_number"), optional=name in (*OPEN, *MORE)
        )
        line.typed.connect(lambda text: self._typed(name, text))
        line.declined.connect(lambda on: self._presenter.decline(name, on))
        return line

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.door, self.lines["name"], self.lines["company"]):
            self._column.addWidget(field)
        for pair in (
            (*OPEN,),
            ("_party", "_nights"),
            ("_purpose", "badge_no"),
            ("items_in",),
            ("_id_kind",),
            ("id_number",),
            ("purpose",),
            ("note",),
        ):
            self._column.addWidget(self._pair(pair))
        self._column.insertWidget(5, self._more)
        self._column.addStretch(1)

    def _pair(self, names: tuple[str, ...]) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="m", equal=True, columns=2)
        for name in names:
            flow.addWidget(self.lines[name] if name in self.lines else getattr(self, name))
        return holder

    def _typed(self, name: str, text: str) -> None:
        self._presenter.put(name, text)
        if name in LOOKED_AT:
            self._look.start()

    def _toggle_more(self) -> None:
        self._more_open = not self._more_open
        self._say_more()
        self.show_model(self._model)

    def _say_more(self) -> None:
        closed = (
            self.tr("更多：事由、物品、证件、备注")
            if self._model.keep_id
            else self.tr("更多：事由、物品、临时牌、备注")
        )
        self._more.setText(self.tr("收起") if self._more_open else closed)
        self._more.set_icon("chevron-up" if self._more_open else "chevron-down")

    def show_model(self, model: AdmitModel) -> None:
        """Draw the form as it stands."""
        before, self._model = self._model, model
        if model.kind != before.kind:
            self._more_open = False
        if model.wrong and "id_number" in model.lacks:
            self._more_open = True
        self._say_more()
        self.door.show_door(model.door)
        show_if(self.door, model.asks("household"))
        for name, line in self.lines.items():
            line.show_text(model.values.get(name, ""), name in model.declined)
            show_if(line, self._shown(name))
        self.party.show_value(model.party)
        self.nights.show_value(model.nights)
        show_if(self._party, model.asks("party_size"))
        show_if(self._nights, model.asks("overnight"))
        self.purpose.set_key(model.purpose_code)
        show_if(self._purpose, self._more_open and model.asks("purpose"))
        self._say_kinds(model.id_kind)
        self.id_kind.set_key(model.id_kind)
        show_if(self._id_kind, self._more_open and model.keep_id and model.asks("id_number"))
        show_if(self._more, any(model.asks(name) for name in MORE))
        self._mark(model)

    def _say_kinds(self, now: str) -> None:
        """What is offered, and what a machine read beside it."""
        kinds = ID_KINDS if now in ("", *ID_KINDS) else (*ID_KINDS, now)
        if len(kinds) + 1 != self.id_kind.count() or self.id_kind.itemText(0) != self.tr("没有看证件"):
            self.id_kind.set_choices(
                [("", self.tr("没有看证件")), *((one, sentence(f"visit.id.{one}")) for one in kinds)]
            )

    def _shown(self, name: str) -> bool:
        model = self._model
        if name == "id_number" and not (model.keep_id and model.id_kind):
            return False
        if name in model.required:
            return True
        return model.asks(name) and (name not in MORE or self._more_open)

    def _mark(self, model: AdmitModel) -> None:
        missing = model.lacks if model.wrong else ()
        self.door.set_error(self.tr("请选到访哪一户") if "household" in missing else "")
        for name, line in self.lines.items():
            words = self.tr("请填写，或点“不愿提供”") if name in missing else ""
            line.set_error(self._number_error() if name == "id_number" else words)

    def _number_error(self) -> str:
        """Told when it is typed to its end, or at the latest by the press of the button."""
        model = self._model
        told = model.wrong or len(model.values.get("id_number", "").strip()) >= ID_LENGTH
        if "id_number" not in model.lacks or not told:
            return ""
        return self.tr("号码有错，请对着证件再看一遍；不愿给就点“不愿提供”")

    def first_missing(self) -> QWidget | None:
        """The first field that still lacks something."""
        for name in self._model.lacks:
            field = self.door if name == "household" else self.lines.get(name)
            if field is not None:
                return field.line
        return None

    def retranslate(self) -> None:
        self.door.set_words(sentence("visit.field.household"))
        for name, line in self.lines.items():
            line.set_words(sentence(f"visit.field.{name}"))
        self.lines["purpose"].set_words(self.tr("事由"))
        self._party.set_words(sentence("visit.field.party_size"))
        self._nights.set_words(self.tr("住几晚"))
        self.party.words, self.nights.words = self.tr("{n} 人"), self.tr("{n} 晚")
        self.party.name(sentence("visit.field.party_size"))
        self.nights.name(self.tr("住几晚"))
        self._purpose.set_words(sentence("visit.field.purpose"))
        self.purpose.set_choices([("", self.tr("不说明")), *((p, sentence(f"visit.purpose.{p}")) for p in PURPOSES)])
        self._id_kind.set_words(sentence("visit.field.id_kind"))
        self._say_kinds(self._model.id_kind)
        self.lines["phone"].line.setPlaceholderText(self.tr("可只填尾号"))
        self.lines["plate"].line.setPlaceholderText(self.tr("如 沪A12345"))
        self.lines["id_number"].line.setPlaceholderText(self.tr("只记首尾几位"))
        self._say_more()
        self.party.show_value(self.party.value())
        self.nights.show_value(self.nights.value())

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
