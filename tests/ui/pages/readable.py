"""What every panel of a page is looked through for, in any language and at any size of letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from tests.ui import audit, audit_words
from ui.shell.page import Page


def faults(page: Page, main: QAbstractButton | None, lang: str, given: Callable[[str], bool]) -> list[str]:
    """Everything that cannot be read or reached. given: what somebody typed may be in any language."""
    audit_words.settle()
    found = [
        *audit.nameless(page), *audit.fixed_names(page), *audit.small_targets(page), *audit_words.cut_off(page),
        *audit_words.sideways(page), *audit.filled_button_is_not_enter(page, main),
    ]  # fmt: skip
    if lang == "en":
        found += [one for one in audit_words.wrong_language(page, lang) if not given(one)]
    return found
