"""The small form of a rule: only the fields that its kind needs; and where alarms of other gates ring."""

from __future__ import annotations

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTimeEdit, QWidget

from ui.pages.automations.model import HOURS, SORTS, Rings, RuleForm, RulesModel
from ui.pages.automations.view_list import holder
from ui.texts import sentence
from ui.widgets import Card, Field, FlowLayout, Form, PickBox, Stepper, label, show_if

LIMITS, RESTS = (35, 50, 75, 100, 115, 150, 250), (15, 30, 60, 120, 240)
USES = {
    "name": HOURS, "device": HOURS, "chime": ("sos", "contact", "after_hours"), "sorts": ("contact",),
    "contact": ("after_hours",), "open_when": ("after_hours",), "from_at": ("after_hours",), "until_at": ("after_hours",),
    "limit": ("dust",), "minutes": ("dust",), "relay": ("dust",), "channel": ("dust",), "seconds": ("dust",), "rest": ("dust",),
}  # fmt: skip
ROLES = {
    "sos": ("sos_receiver", "watch_gateway"), "contact": ("contact",), "after_hours": ("contact", "relay"), "dust": ("air_sensor",),
}  # fmt: skip


class RulePanel(Card):
    """`show_form(form, model)`, `form()`."""

    def __init__(self) -> None:
        self._id, self._model = "", RulesModel()
        super().__init__()
        self.does, self.device, self.relay, self.name = PickBox(), PickBox(), PickBox(), QLineEdit()
        self.limit, self.rest, self.open_when = PickBox(), PickBox(), PickBox()
        self.minutes, self.seconds, self.channel, self.contact = (Stepper(1, most) for most in (60, 60, 64, 64))
        self.from_at, self.until_at = QTimeEdit(), QTimeEdit()
        self.chime, self.sorts = QCheckBox(), {sort: QCheckBox() for sort in SORTS}
        for clock in (self.from_at, self.until_at):
            clock.setDisplayFormat("HH:mm")
        self._which, self._kinds = holder(), holder()
        flow = FlowLayout(self._kinds, gap="s", equal=True, columns=3)
        for box in self.sorts.values():
            flow.addWidget(box)
        two = Form(columns=2)
        self._does = two.add(Field("", self.does))
        self._fields: dict[str, QWidget] = {"name": two.add(Field("", self.name, optional=True))}
        for key, editor in (
            ("device", self.device), ("contact", self.contact), ("open_when", self.open_when), ("from_at", self.from_at),
            ("until_at", self.until_at), ("limit", self.limit), ("minutes", self.minutes), ("relay", self.relay),
            ("channel", self.channel), ("seconds", self.seconds), ("rest", self.rest),
        ):  # fmt: skip
            self._fields[key] = two.add(Field("", editor))
        self._fields |= {"sorts": self._kinds, "chime": self.chime}
        self._note = label("", "muted")
        for part in (two, self._kinds, self.chime, self._note):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.does.picked.connect(lambda _: self._on_does())
        self.ready()

    def show_form(self, form: RuleForm, model: RulesModel) -> None:
        self._id, self._model = form.id, model
        self.does.set_key(form.does)
        self.does.setEnabled(not form.id)
        self._on_does()
        for box, key in (
            (self.device, form.device_id), (self.relay, form.relay_id), (self.limit, str(form.limit)),
            (self.rest, str(form.rest_minutes)), (self.open_when, "closed" if form.open_when else "open"),
        ):  # fmt: skip
            box.set_key(key)
        for stepper, value in (
            (self.minutes, form.minutes), (self.seconds, form.seconds), (self.channel, form.channel), (self.contact, form.contact)
        ):  # fmt: skip
            stepper.show_value(value)
        self.name.setText(form.name)
        self.from_at.setTime(QTime.fromString(form.from_at, "HH:mm"))
        self.until_at.setTime(QTime.fromString(form.until_at, "HH:mm"))
        self.chime.setChecked(form.chime)
        for sort, box in self.sorts.items():
            box.setChecked(sort in form.sorts)

    def form(self) -> RuleForm:
        return RuleForm(
            self._id, self.does.key() or "dust", self.name.text(), self.device.key(), self.contact.value(),
            tuple(sort for sort, box in self.sorts.items() if box.isChecked()), self.chime.isChecked(),
            self.open_when.key() == "closed", self.from_at.time().toString("HH:mm"),
            self.until_at.time().toString("HH:mm"), int(self.limit.key() or 75), self.minutes.value(),
            self.seconds.value(), int(self.rest.key() or 60), self.relay.key(), self.channel.value(),
        )  # fmt: skip

    def known_id(self) -> str:
        return self._id

    def _on_does(self) -> None:
        does = self.does.key() or "dust"
        for key, field in self._fields.items():
            show_if(field, does in USES[key])
        wide = does in ("sos", "contact")
        every = [("", self.tr("所有设备"))] if wide else [("", self.tr("请选"))]
        here = self._model.of_role(*ROLES[does])
        self.device.set_choices([*every, *here])
        self.relay.set_choices([("", self.tr("请选")), *self._model.of_role("relay")])
        self._note.setText(self._notes().get(does, ""))

    def _notes(self) -> dict[str, str]:
        return {
            "sos": self.tr("暂停时呼救照样记下，只是不响、不占屏幕；最多暂停 24 小时，到时自己恢复。"),
            "contact": self.tr("程序不能代替消防报警器。触点接成常闭，断线也会报警。"),
            "after_hours": self.tr("到了时间门还开着，也会报警一次。"),
            "dust": self.tr("继电器每次最多吸合 5 秒，长的分几次；程序关了也会自己断开。传感器要一直有读数，断两分钟就重新算。"),
        }  # fmt: skip

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "_note"):
            return
        kept = self.form() if self.does.key() else RuleForm()
        self.does.set_choices([(does, sentence(f"automation.does.{does}")) for does in reversed(HOURS)])
        self.limit.set_choices([(str(n), self.tr("{n} 微克/立方米").format(n=n)) for n in LIMITS])
        self.rest.set_choices([(str(n), self.tr("{n} 分钟", "", n).format(n=n)) for n in RESTS])
        self.open_when.set_choices([("open", self.tr("触点断开是开门")), ("closed", self.tr("触点闭合是开门"))])
        self.minutes.words, self.seconds.words = self.tr("{n} 分钟"), self.tr("{n} 秒")
        self.channel.words, self.contact.words = self.tr("{n} 路"), self.tr("{n} 号")
        self.chime.setText(self.tr("一直响到有人处理"))
        for sort, box in self.sorts.items():
            box.setText(sentence(f"alarm.sort.{sort}"))
        self._does.set_words(self.tr("做什么"))
        for key, words in self._heads().items():
            field = self._fields[key]
            assert isinstance(field, Field)
            field.set_words(words)
        self.show_form(kept, self._model)

    def _heads(self) -> dict[str, str]:
        return {
            "name": self.tr("叫什么"), "device": self.tr("看哪个设备"), "contact": self.tr("几号触点"),
            "open_when": self.tr("怎样算开门"), "from_at": self.tr("从几点"), "until_at": self.tr("到几点"),
            "limit": self.tr("PM2.5 超过"), "minutes": self.tr("连续多久"), "relay": self.tr("开哪个继电器"),
            "channel": self.tr("第几路"), "seconds": self.tr("喷多久"), "rest": self.tr("喷完歇多久"),
        }  # fmt: skip


class RingsPanel(Card):
    """`show_rings(model)`, `rings()`: where alarms of unstaffed gates ring."""

    def __init__(self) -> None:
        self._model = RulesModel()
        super().__init__()
        self.gate, self.who, self.phone = PickBox(), QLineEdit(), QLineEdit()
        form = Form(columns=2)
        self._gate, self._who = form.add(Field("", self.gate)), form.add(Field("", self.who, optional=True))
        self._phone, self._note = form.add(Field("", self.phone, optional=True)), label("", "muted")
        self.body.addWidget(form)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.ready()

    def show_rings(self, model: RulesModel) -> None:
        self._model = model
        self.retranslate()
        self.gate.set_key(model.rings.gate_id)
        self.who.setText(model.rings.who)
        self.phone.setText(model.rings.phone)

    def rings(self) -> Rings:
        return Rings(self.gate.key(), self.who.text(), self.phone.text())

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "_note"):
            return
        key = self.gate.key()
        self.gate.set_choices([("", self.tr("只在自己的门岗响")), *self._model.gates])
        self.gate.set_key(key)
        self._gate.set_words(self.tr("别的门岗报警时，还在哪里响"))
        self._who.set_words(self.tr("没有网络时打给谁"))
        self._phone.set_words(self.tr("电话"))
        self._note.setText(
            self.tr("无人小屋和没人值班的门岗报警，会在这个门岗占满屏幕；半小时前的不再响，只在列表里。")
        )
