"""What can be done on each panel of the people page, and the heading that says the situation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.pages.people.model import Panel, PeopleModel
from ui.shell.ports import Question
from ui.widgets.foot import Act

if TYPE_CHECKING:
    from ui.pages.people.presenter import PeoplePresenter
    from ui.pages.people.view import PeoplePage

Words = tuple[str, str]


class PeopleActs(QObject):
    def __init__(self, page: PeoplePage, presenter: PeoplePresenter) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter

    # -- the heading

    def situation(self, model: PeopleModel) -> Words:
        """The heading of a panel and the quieter line under it."""
        makers: dict[Panel, Callable[[PeopleModel], Words]] = {
            Panel.HOME: self._home_words, Panel.HOUSEHOLD: self._household_words, Panel.REASON: self._reason_words,
            Panel.PERSON: self._person_words, Panel.MERGE: lambda _: (self.tr("合并重复的记录"), ""),
            Panel.DOOR: self._door_words, Panel.STANDING: self._standing_words, Panel.IMPORT: self._sheet_words,
        }  # fmt: skip
        return makers[model.panel](model)

    def _home_words(self, model: PeopleModel) -> Words:
        if not model.households:
            return self.tr("还没有住户"), ""
        return self.tr("{homes} 户，{people} 位住户").format(
            homes=f"{model.households:,}", people=f"{model.residents:,}"
        ), ""

    def _household_words(self, model: PeopleModel) -> Words:
        card = model.card
        if card is None:
            return "", ""
        words = self.tr("{place}，{n} 位住户", "", len(card.residents)).format(
            place=self._place(model), n=len(card.residents)
        )
        if model.shown is not None:
            return words, self.tr("正在显示全名和电话，屏幕请别让旁人看到。")
        return words, self.tr("只显示楼层和姓；要看全，先选理由，显示 30 秒，会留下记录。")

    def _place(self, model: PeopleModel) -> str:
        if model.shown is not None and model.shown.place:
            return model.shown.place
        return model.card.place if model.card is not None else ""

    def _reason_words(self, model: PeopleModel) -> Words:
        person = model.person()
        name = person.name if person is not None else ""
        return self.tr("为什么要看{name}的全名和电话？").format(name=name), self.tr(
            "选一个理由就会显示 30 秒，谁看的、为什么看都会记下。"
        )

    def _person_words(self, model: PeopleModel) -> Words:
        place = model.card.place if model.card is not None else ""
        if not model.form.person_id:
            return self.tr("给 {place} 加一位住户").format(place=place), ""
        return self.tr("改 {place} 这位住户的资料").format(place=place), self.tr("看过全名和电话，已经记下。")

    def _door_words(self, model: PeopleModel) -> Words:
        return (self.tr("改这一户的门牌") if model.door.id else self.tr("添加一户")), ""

    def _standing_words(self, model: PeopleModel) -> Words:
        place = model.card.place if model.card is not None else ""
        return self.tr("{place} 给常来的人开长期通行").format(place=place), ""

    def _sheet_words(self, model: PeopleModel) -> Words:
        sheet = model.sheet
        words = {
            "": self.tr("从表格导入住户"),
            "stopped": self.tr("导入已停止"),
            "checking": self.tr("正在检查，什么都还没有导入"),
            "checked": self.tr("检查好了，还没有导入") if sheet.new else self.tr("检查好了，没有要导入的"),
            "writing": self.tr("正在导入，可以照常放行"),
            "done": self.tr("导入好了"),
        }
        return words[sheet.stage], sheet.file

    # -- the foot

    def of(self, model: PeopleModel) -> list[Act]:
        """The acts of a panel, the main one first."""
        makers: dict[Panel, Callable[[PeopleModel], list[Act]]] = {
            Panel.HOME: self._home, Panel.HOUSEHOLD: self._household, Panel.REASON: lambda _: [],
            Panel.PERSON: self._person, Panel.MERGE: self._merge, Panel.DOOR: self._door,
            Panel.STANDING: self._standing, Panel.IMPORT: self._sheet,
        }  # fmt: skip
        acts = makers[model.panel](model)
        if model.panel is not Panel.HOME:
            acts.append(Act(self.tr("返回"), "", self._presenter.go_back, kind="quiet", key="Esc"))
        return acts

    def _home(self, model: PeopleModel) -> list[Act]:
        acts: list[Act] = []
        first = "" if not model.households else "quiet"  # nobody wants a thousand rows by a stray Enter
        if model.may_import:
            words = self.tr("从表格导入")
            acts.append(Act(words, "file-import", lambda: self._presenter.change(panel=Panel.IMPORT), kind=first))
        if model.may_edit:
            acts.append(Act(self.tr("添加一户"), "plus", self._presenter.new_door, kind="quiet"))
        if model.may_face:
            acts.append(Act(self.tr("刷脸、撤回人脸"), "mood-smile", self._presenter.faces, kind="quiet"))
        return acts

    def _household(self, model: PeopleModel) -> list[Act]:
        acts: list[Act] = []
        card = model.card
        if card is None:
            return acts
        if model.may_admit:
            acts.append(Act(self.tr("登记来访到这一户"), "user-plus", self._presenter.register))
        if model.may_reveal and card.residents and model.shown is None:
            acts.append(Act(self.tr("看全名和电话"), "eye", self.why, kind="quiet"))
        if model.may_face and model.person() is not None:
            acts.append(Act(self.tr("人脸信息"), "mood-smile", self._presenter.face, kind="quiet"))
        if model.may_edit:
            edit = self._presenter.editing.edit_door
            acts.append(Act(self.tr("改门牌"), "pencil", lambda: edit(card.id), kind="quiet"))
        return acts

    def _person(self, model: PeopleModel) -> list[Act]:
        acts = [Act(self.tr("保存"), "check", self._save)]
        if model.form.person_id:
            acts.append(Act(self.tr("已搬走"), "door-exit", self._move_out))
            acts.append(
                Act(self.tr("和另一条合并"), "users", lambda: self._presenter.change(panel=Panel.MERGE, others=()))
            )
        return acts

    def _merge(self, model: PeopleModel) -> list[Act]:
        other = self._page.merge.other() if model.others else None
        words = self.tr("合并到这一位") if other is not None else self.tr("先找到另一条记录")
        return [Act(words, "users", self._ask_merge, enabled=other is not None)]

    def _door(self, model: PeopleModel) -> list[Act]:
        editing = self._presenter.editing
        acts = [Act(self.tr("保存"), "check", lambda: editing.save_door(self._page.door.door()))]
        if model.door.id and model.card is not None and not model.card.residents:
            acts.append(Act(self.tr("删掉这一户"), "trash", self._ask_remove))
        return acts

    def _standing(self, model: PeopleModel) -> list[Act]:
        return [Act(self.tr("开长期通行"), "check", self._give)]

    def _sheet(self, model: PeopleModel) -> list[Act]:
        sheet, again = model.sheet, self._presenter.importing.forget
        if sheet.busy:
            return []
        if sheet.stage == "done":
            return [Act(self.tr("完成"), "check", self._presenter.back)]
        choose = Act(self.tr("选择文件"), "file-spreadsheet", self._page.choose_file)
        if sheet.stage != "checked":
            return [choose]
        acts = [Act(self.tr("换一个文件"), "file-spreadsheet", again, kind="quiet")]
        if sheet.new:
            acts.insert(0, Act(self.tr("导入这些"), "check", self._presenter.importing.write))
        return acts

    # -- acts with words

    def why(self) -> None:
        """Ask for the reason before somebody is shown in full."""
        model = self._page.model
        if model.may_reveal and model.chosen and model.shown is None:
            self._presenter.change(panel=Panel.REASON)

    def edit(self) -> None:
        """The marked resident's form."""
        line = self._page.model.person()
        if line is not None:
            self._presenter.editing.edit(line)

    def _save(self) -> None:
        card = self._page.model.card
        if card is not None:
            self._presenter.editing.save(self._page.person.form(), card.id)

    def _move_out(self) -> None:
        model = self._page.model
        if model.card is not None:
            said = self.tr("已记下搬走，这一户的码请看看要不要作废")
            self._presenter.editing.move_out(
                model.form, model.card.id, lambda undo: self._presenter.say_undo(said, undo)
            )

    def _ask_merge(self) -> None:
        model, other = self._page.model, self._page.merge.other()
        if other is None or model.card is None:
            return
        card_id, keep_id, other_id = model.card.id, model.form.person_id, other.person_id
        question = Question(
            self.tr("把 {who}（{place}）并进来？").format(who=other.who, place=other.label),
            self.tr("另一条记录会删掉，住处、车牌和电话归到这一条。合并后不能再分开。"),
            self.tr("合并"),
            self.tr("先不合并"),
            danger=True,
        )
        self._presenter.ask(question, lambda: self._presenter.editing.merge(keep_id, other_id, card_id))

    def _ask_remove(self) -> None:
        door_id = self._page.model.door.id
        question = Question(
            self.tr("删掉这一户？"),
            self.tr("门牌会从名单里去掉，以前的来访记录都在。"),
            self.tr("删掉"),
            self.tr("先不删"),
            danger=True,
        )
        self._presenter.ask(question, lambda: self._presenter.editing.remove_door(door_id))

    def _give(self) -> None:
        model, form = self._page.model, self._page.standing
        if model.card is not None:
            self._presenter.editing.give_standing(
                model.card.id, form.alias.text(), form.kind.key() or "domestic", int(form.days.key() or 30),
                form.hours.key() or "day", form.code.isChecked(), model.card.place,
            )  # fmt: skip
