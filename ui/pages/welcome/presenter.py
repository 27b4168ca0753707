"""The first run: one thing per step, nothing lost on the way back, and no way out that leads nowhere. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from desk.core.errors import Refused
from desk.core.lanes import READ, WRITE
from desk.core.text import clean_line
from desk.operators.rules_pin import check_pin
from ui.pages.welcome import founding
from ui.pages.welcome.importing import Importer
from ui.pages.welcome.joining import Joiner
from ui.pages.welcome.model import AFTER_FOUNDING, PASSPHRASE_LEAST, WIPED, Answers, Imported, Joining, WelcomeModel
from ui.shell.ports import Ports, Question, ignore

KEPT = "welcome"  # in the machine's settings: how far one came, and what was typed
CODE_LETTERS = 20
CODE_OF_FILE = {"key.code_wrong": "stick.code_wrong", "key.code_shape": "stick.code_shape"}
STEP_OF = {"key.passphrase_needed": "key", "site.name_empty": "gate"}  # what going on with a join may lack


class WelcomePresenter:
    """`show(model)` draws; `wrong(what, error)` says at a field (or "pad", "code") what was not right; `finished()`."""

    def __init__(self, ports: Ports) -> None:
        self._ports, self._desk = ports, ports.desk
        self.show: Callable[[WelcomeModel], None] = ignore
        self.wrong: Callable[[str, Exception], None] = ignore
        self.finished: Callable[[], None] = ignore
        kept = self._desk.settings.now.extra.get(KEPT, {})
        wiped = bool(self._desk.settings.now.extra.get(WIPED))
        self.model = WelcomeModel(language=ports.lang, answers=Answers.of(kept), wiped=wiped)
        self.importer = Importer(ports, self._on_import)
        self.joiner = Joiner(ports.desk, self._on_joining, self._on_joined, self._on_not_joined)
        self._pin = self._pin_once = self._manager_id = ""
        self._code = ""
        self._after_unlock: Callable[[], None] = ignore

    # -- where one stands

    def begin(self) -> None:
        """Find out how far one came before."""
        self._run(READ, lambda: founding.standing(self._desk, self.model.answers), self._on_standing)

    def _on_standing(self, found: founding.Standing) -> None:
        kept = self._desk.settings.now.extra.get(KEPT, {})
        step = kept.get("step", "") if isinstance(kept, dict) else ""
        joined = isinstance(kept, dict) and bool(kept.get("joined"))
        if not found.founded and self.joiner.begun():
            self._draw(step="join", joined=True, joining=Joining("paused"), answers=found.answers)
        elif not found.founded:
            self._draw(
                step=step if step in ("estate", "gate", "manager") and not joined else "language", answers=found.answers
            )
        elif not found.manager:
            self._draw(step="manager", answers=found.answers, kept=found.kept)
        else:
            self._manager_id = found.manager_id
            target = step if step in AFTER_FOUNDING else "code"
            target = "code" if joined and target == "people" else target
            self._draw(
                step=target, answers=found.answers, kept=found.kept, pin="made", unlock=found.manager, joined=joined
            )
            self._after_unlock = lambda: self._go(target)

    # -- what the person does

    def language(self, lang: str) -> None:
        looks = self._ports.extras.get("looks")
        if looks is not None and lang != self.model.language:
            looks.set_language(lang)
        self._draw(language=lang)

    def typed(self, **values: str) -> None:
        """A field was edited: kept at once, in memory."""
        self.model = replace(self.model, answers=replace(self.model.answers, **values))

    def next(self) -> None:
        """The main button of a step."""
        if self.model.busy:
            return
        self._touch()
        getattr(self, f"_leave_{self.model.step}")()

    def back(self) -> bool:
        """One step back; False at the first."""
        if self.model.busy or not self._can_go_back(self.model.step):
            return False
        self._touch()
        if self.model.step == "code" and self.model.typing:
            self.show_code()
        elif self.model.step == "join" and self.model.joining.stage == "file":
            self.drop_file()
        elif self.model.pin == "again" and self.model.step == "manager":
            self.again_pin()
        else:
            self._go(self.model.steps[self.model.number - 2])
        return True

    def pin(self, pin: str) -> None:
        """Digits from the pad: the manager's new PIN, twice; or the PIN after a break."""
        if self.model.unlock:
            self._unlock(pin)
        elif self.model.pin == "again":
            if pin != self._pin_once:
                self._draw(pin="first")
                self.wrong("pad", Refused("pin.differs"))
                return
            self._pin, self._pin_once = pin, ""
            self._draw(pin="set")
            self._leave_manager()
        else:
            try:
                check_pin(pin)
            except Refused as error:
                self.wrong("pad", error)
                return
            self._pin_once = pin
            self._draw(pin="again")

    def again_pin(self) -> None:
        """Choose the PIN anew."""
        self._pin = self._pin_once = ""
        self._draw(pin="first")

    def keep(self, passphrase: str, again: str) -> None:
        """The key step's choice: "" for this computer's own keeping."""
        if self.model.busy:
            return
        if self._desk.founded and self.model.pin == "made":
            self._go("code")
        elif self.model.joined and passphrase == again and (not passphrase or len(passphrase) >= PASSPHRASE_LEAST):
            self.joiner.passphrase = passphrase
            self._go("join")
        elif passphrase and len(passphrase) < PASSPHRASE_LEAST:
            self.wrong("passphrase", Refused("key.passphrase_short", least=PASSPHRASE_LEAST))
        elif passphrase != again:
            self.wrong("again", Refused("key.passphrase_differs"))
        else:
            self._found(passphrase)

    def show_code(self) -> None:
        """Look at the recovery code once more."""
        self._draw(code=self._code, typing=False)

    def code_typed(self, text: str) -> None:
        """The code typed back; wrong letters are said, the right code goes on by itself."""
        letters = [c for c in text.upper() if c.isalnum()]
        if "".join(letters) == self._code.replace("-", ""):
            self._ports.say.tone("good")
            self._go("camera")
        elif len(letters) >= CODE_LETTERS:
            self.wrong("code", Refused("welcome.code_differs"))
        else:
            self.wrong("code", Refused("key.code_shape"))

    def finish(self) -> None:
        """Done: to the desk."""
        self._touch()
        extra = {name: value for name, value in self._desk.settings.now.extra.items() if name not in (KEPT, WIPED)}
        self._desk.settings.change(extra=extra)
        self.finished()

    # -- joining an estate that stands

    def begin_join(self) -> None:
        """The other way: another computer of the estate is there already."""
        self.model = replace(self.model, joined=True, joining=Joining())
        self._go("gate")

    def join(self, ticket: str) -> None:
        """A ticket was scanned or pasted; "" goes on with what was begun."""
        if self.model.busy or self.model.joining.stage == "working":
            return
        if not ticket.strip() and self.model.joining.stage != "paused":
            self.wrong("ticket", Refused("sync.not_a_ticket"))
            return
        self._keep_place("join")
        answers = self.model.answers
        self.joiner.start(ticket.strip(), answers.gate_name, answers.gate_phone)

    def pause_join(self) -> None:
        self.joiner.pause()

    def choose_file(self, path: Path) -> None:
        """A site without a line: a file made by a computer of it."""
        self.joiner.choose(path)

    def drop_file(self) -> None:
        """A code of a screen after all."""
        self._draw(joining=Joining())

    def join_file(self, code: str) -> None:
        """The code that was shown with the file."""
        if self.model.joining.stage == "file":
            self._keep_place("join")
            self.joiner.start_file(code, self.model.answers.gate_name, self.model.answers.gate_phone)

    def give_up_join(self) -> None:
        """Begin anew; the view has asked before."""

        def done() -> None:
            self.model = replace(self.model, joined=False, joining=Joining())
            self._go("language")

        self.joiner.give_up(done)

    def ask(self, question: Question, yes: Callable[[], None]) -> None:
        self._ports.say.ask(question, yes)

    def _on_joining(self, joining: Joining) -> None:
        come = joining.come or self.model.joining.come
        self._draw(joining=replace(joining, come=come), busy=joining.stage in ("working", "reading"))

    def _on_joined(self, code: str) -> None:
        self._code = code
        self._ports.say.tone("good")
        self._desk.lanes.run(READ, lambda: founding.standing(self._desk, self.model.answers), self._on_landed)

    def _on_landed(self, found: founding.Standing) -> None:
        self._manager_id = found.manager_id
        self._draw(busy=False, answers=found.answers, kept=found.kept, pin="made", joining=Joining())
        self._go("code")

    def _on_not_joined(self, error: Exception) -> None:
        code = error.code if isinstance(error, Refused) else ""
        if code in STEP_OF:
            self._go(STEP_OF[code])
        elif self.model.joining.stage == "file" and code:
            self.wrong("file", Refused(CODE_OF_FILE[code]) if code in CODE_OF_FILE else error)
            return
        elif self.model.joining.stage == "" and code:
            self.wrong("ticket", error)
            return
        self._ports.say.problem(error)

    # -- leaving a step

    def _leave_language(self) -> None:
        self.model = replace(self.model, joined=False)
        self._go("estate")

    def _leave_join(self) -> None:
        self.join("")

    def _leave_estate(self) -> None:
        self.typed(site_name=clean_line(self.model.answers.site_name), address=clean_line(self.model.answers.address))
        if not self.model.answers.site_name:
            self.wrong("site_name", Refused("welcome.site_empty"))
            return
        self._rename_and_go("gate")

    def _leave_gate(self) -> None:
        a = self.model.answers
        self.typed(gate_name=clean_line(a.gate_name), gate_phone=clean_line(a.gate_phone))
        if not self.model.answers.gate_name:
            self.wrong("gate_name", Refused("welcome.gate_empty"))
            return
        if self.model.joined:
            self._go("key")
        else:
            self._rename_and_go("manager")

    def _leave_manager(self) -> None:
        self.typed(manager=clean_line(self.model.answers.manager))
        if self.model.pin == "made":
            self._go("key")
        elif not self.model.answers.manager:
            self.wrong("manager", Refused("operator.name_empty"))
        elif not self._pin:
            self.wrong("pad", Refused("pin.missing"))
        elif self._desk.founded:
            self._found("")
        else:
            self._go("key")

    def _leave_key(self) -> None:
        self.keep("", "")

    def _leave_code(self) -> None:
        if self._code:
            self._draw(code="", typing=True)

    def _leave_camera(self) -> None:
        if self.model.joined:
            self.finish()
        else:
            self._go("people")

    def _leave_people(self) -> None:
        self.finish()

    # -- inside

    def _found(self, passphrase: str) -> None:
        def done(code: str) -> None:
            self._pin, self._code = "", code
            self._draw(pin="made", kept=self._kept())
            self._go("code")

        answers, pin = self.model.answers, self._pin
        self._keep_place("code")
        self._run(WRITE, lambda: founding.found(self._desk, answers, pin, passphrase), done)

    def _kept(self) -> str:
        from desk.store.key import where_key

        return where_key(self._desk.home)

    def _rename_and_go(self, step: str) -> None:
        if not self._desk.founded or self.model.pin != "made":
            self._go(step)
            return
        answers = self.model.answers
        self._guarded(lambda: self._run(WRITE, lambda: founding.rename(self._desk, answers), lambda _: self._go(step)))

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do it as the manager; after a long pause the PIN is asked first."""
        state = self._desk.session.state
        if not state.locked and state.active is not None:
            act()
            return
        self._after_unlock = act
        self._draw(unlock=state.active.label if state.active else self.model.answers.manager)

    def _unlock(self, pin: str) -> None:
        def done(_: Any) -> None:
            act, self._after_unlock = self._after_unlock, ignore
            self._draw(unlock="")
            act()

        def failed(error: Exception) -> None:
            self._draw(busy=False)
            self.wrong("pad", error)

        self._draw(busy=True)
        self._desk.lanes.run(WRITE, lambda: self._sign_on(pin), done, failed)

    def _sign_on(self, pin: str) -> None:
        who = self._manager_id or self._desk.session.state.active_id
        self._desk.session.sign_on_pin(who, pin)

    def _go(self, step: str) -> None:
        self._keep_place(step)
        self._draw(step=step, busy=False, typing=False, code=self._code if step == "code" else "")
        if step == "key" and self.model.keyring is None:
            self._desk.lanes.run(WRITE, lambda: founding.can_keep(self._desk), lambda yes: self._draw(keyring=yes))
        if step == "code" and not self._code:
            self._guarded(lambda: self._run(WRITE, self._desk.renew_recovery_code, self._on_new_code))

    def _on_new_code(self, code: str) -> None:
        self._code = code
        self._draw(step="code", code=code, typing=False)

    def _on_import(self, imported: Imported) -> None:
        self._draw(imported=imported)

    def guarded_import(self, act: Callable[[], None]) -> None:
        """The import runs as the manager."""
        self._guarded(act)

    def _keep_place(self, step: str) -> None:
        kept: dict[str, Any] = {"step": step}
        if self.model.joined:
            kept["joined"] = True
        if not self._desk.founded:
            kept |= asdict(self.model.answers)
        self._desk.settings.change(extra={**self._desk.settings.now.extra, KEPT: kept})

    def _can_go_back(self, step: str) -> bool:
        if self.model.joined and (step == "code" or self.model.joining.begun):
            return False  # the estate has been joined, or is being joined: there is no way behind that
        return step != "language" and not self.model.unlock and self.model.imported.stage not in ("checking", "writing")

    def _touch(self) -> None:
        if self._desk.founded:
            self._desk.session.touch()

    def _run(self, lane: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def answered(value: Any) -> None:
            self._draw(busy=False)
            done(value)

        def failed(error: Exception) -> None:
            self._draw(busy=False)
            self._ports.say.problem(error)

        self._draw(busy=True)
        self._desk.lanes.run(lane, work, answered, failed)

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.model = replace(self.model, can_go_back=self._can_go_back(self.model.step))
        self.show(self.model)
