"""A gate with two households and somebody at the desk, for presenters and views."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.core.actor import Actor
from desk.people.service import add_person, bind
from desk.people.service_households import add_household
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from ui import i18n
from ui.shell.ports import Ports
from ui.theme import apply_theme


@pytest.fixture(autouse=True)
def _light_and_chinese(qapp: QApplication) -> Iterator[None]:
    """Every page test begins in the light scheme at the usual size and leaves the language as it was."""
    apply_theme(qapp)
    yield
    i18n.install("zh_CN")


@pytest.fixture
def desk(store: Store, clock: FakeClock, actor: Actor) -> DeskNow:
    """Doors 3-1-1202 (欧阳测试 lives there) and 5-101."""
    desk = DeskNow(store, clock, actor)

    def build(u: object) -> None:
        home = add_household(u, "3", "1", "1202")  # type: ignore[arg-type]
        add_household(u, "5", "", "101")  # type: ignore[arg-type]
        bind(u, add_person(u, "欧阳测试", "10400005678"), home, "owner")  # type: ignore[arg-type]

    desk.do(build)
    return desk


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def ports(desk: DeskNow, shell: Shell) -> Ports:
    return ports_of(desk, shell)
