"""The widgets of the program; pages are made of these and plain Qt fields. Each module's first lines say how to use it.

Tones are ok, warn, bad, info, accent, plain. Icons are names of files in `resources/icons` (Tabler outline); a new one is
a new file there. Words come from the caller; a widget's own words are translated by itself.
"""

from ui.widgets.act_bar import ActBar
from ui.widgets.attention import AttentionRow
from ui.widgets.banner import Banner, UndoBar, monotonic_ms
from ui.widgets.buttons import BigButton, PillButton
from ui.widgets.card import Card, Fact, facts
from ui.widgets.chooser import Choice, ChoiceTile, Chooser
from ui.widgets.dialog_card import DialogCard
from ui.widgets.door_field import DoorField
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, Form, text_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.key_table import KeyTable, least_height
from ui.widgets.keyset_model import Column, KeysetModel
from ui.widgets.list_panel import ListPanel
from ui.widgets.nav_rail import NavItem, NavRail, RailButton
from ui.widgets.page import Page, Scroller
from ui.widgets.pickers import DateField, KeyList, PickBox
from ui.widgets.pill import Pill
from ui.widgets.pin_pad import PinPad
from ui.widgets.progress_card import ProgressCard
from ui.widgets.result_head import ResultHead
from ui.widgets.result_mark import KINDS, ResultMark, tone_of
from ui.widgets.row_table import RowTable
from ui.widgets.search_field import SearchField
from ui.widgets.sides import Sides
from ui.widgets.sound import Sounds
from ui.widgets.stepper import Stepper
from ui.widgets.themed import IconView, ShortLabel, Themed, label, set_role, show_if
from ui.widgets.tile import Tile
from ui.widgets.weekdays import Weekdays, day_words

__all__ = [
    "KINDS",
    "ActBar",
    "AttentionRow",
    "Banner",
    "BigButton",
    "Card",
    "Choice",
    "ChoiceTile",
    "Chooser",
    "Column",
    "DateField",
    "DialogCard",
    "DoorField",
    "EmptyState",
    "Fact",
    "Field",
    "FlowLayout",
    "Form",
    "HoldButton",
    "IconView",
    "KeyList",
    "KeyTable",
    "KeysetModel",
    "ListPanel",
    "NavItem",
    "NavRail",
    "Page",
    "PickBox",
    "Pill",
    "PillButton",
    "PinPad",
    "ProgressCard",
    "RailButton",
    "ResultHead",
    "ResultMark",
    "RowTable",
    "Scroller",
    "SearchField",
    "ShortLabel",
    "Sides",
    "Sounds",
    "Stepper",
    "Themed",
    "Tile",
    "UndoBar",
    "Weekdays",
    "day_words",
    "facts",
    "label",
    "least_height",
    "monotonic_ms",
    "set_role",
    "show_if",
    "text_box",
    "tone_of",
]
