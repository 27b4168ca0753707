"""The one style sheet of the program, generated from the tokens. Widgets choose their look by the property `role`."""

from __future__ import annotations

from string import Template

from ui.theme.resources import glyph_folder
from ui.theme.tokens import Theme

_TEXT = """
QLabel { color: $ink; background: transparent; }
QLabel:disabled { color: $muted; }
QLabel[role="heading"] { font-size: ${t_title}px; font-weight: 700; }
QLabel[role="result"] { font-size: ${t_result}px; font-weight: 700; }
QLabel[role="number"] { font-size: ${t_number}px; font-weight: 700; }
QLabel[role="lead"] { font-size: ${t_lead}px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="muted"] { color: $muted; font-size: ${t_small}px; }
QLabel[role="quiet"] { color: $muted; }
QLabel[role="small"] { font-size: ${t_small}px; }
QLabel[role="error"] { color: $bad; font-size: ${t_small}px; }
QLabel[role="word"] { font-size: ${t_small}px; font-weight: 700; }
QLabel[role="code"] { font-size: ${t_result}px; font-weight: 700; letter-spacing: 4px; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="warn"] { color: $warn; } QLabel[tone="bad"] { color: $bad; }
QLabel[tone="info"] { color: $info; } QLabel[tone="accent"] { color: $accent; }
QToolTip { color: $card; background: $ink; border: 0; padding: ${xs}px ${s}px; font-size: ${t_small}px; }
"""

_GROUNDS = """
QMainWindow, QDialog, QWidget[role="page"] { background: $bg; }
QWidget[role="clear"], QScrollArea, QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; border: 0; }
QFrame[role="card"] { background: $card; border: ${line_w}px solid $line; border-radius: ${r_l}px; }
QFrame[role="card"][tone="ok"] { border: ${focus_w}px solid $ok; }
QFrame[role="card"][tone="warn"] { border: ${focus_w}px solid $warn; }
QFrame[role="card"][tone="bad"] { border: ${focus_w}px solid $bad; }
QFrame[role="card"][tone="info"] { border: ${focus_w}px solid $info; }
QFrame[role="card"][tone="accent"] { border: ${focus_w}px solid $accent; }
QFrame[role="sunk"] { background: $sunk; border: 0; border-radius: ${r_m}px; }
QFrame[role="lens"] { background: $lens; border: ${line_w}px solid $edge_soft; border-radius: ${r_m}px; }
QFrame[role="bar"] { background: $card; border: 0; border-bottom: ${line_w}px solid $line; }
QFrame[role="scanbar"] { background: $card; border: 0; border-top: ${line_w}px solid $line; }
QFrame[role="rail"] { background: $card; border: 0; border-right: ${line_w}px solid $line; }
QFrame[role="rule"] { background: $line; border: 0; max-height: ${line_w}px; min-height: ${line_w}px; }
QFrame[role="note"] { background: $sunk; border: ${line_w}px solid $edge_soft; border-radius: ${r_m}px; }
QFrame[role="note"][tone="ok"] { background: $ok_bg; border-color: $ok_soft; }
QFrame[role="note"][tone="warn"] { background: $warn_bg; border-color: $warn_soft; }
QFrame[role="note"][tone="bad"] { background: $bad_bg; border-color: $bad_soft; }
QFrame[role="note"][tone="info"] { background: $info_bg; border-color: $info_soft; }
QFrame[role="note"][tone="accent"] { background: $tint; border-color: $accent_soft; }
QFrame[role="pill"] { background: $sunk; border: ${line_w}px solid $edge_soft; border-radius: ${r_pill}px; }
QFrame[role="pill"][tone="ok"] { background: $ok_bg; border-color: $ok_soft; }
QFrame[role="pill"][tone="warn"] { background: $warn_bg; border-color: $warn_soft; }
QFrame[role="pill"][tone="bad"] { background: $bad_bg; border-color: $bad_soft; }
QFrame[role="pill"][tone="info"] { background: $info_bg; border-color: $info_soft; }
QFrame[role="pill"][tone="accent"] { background: $tint; border-color: $accent_soft; }
"""

_BUTTONS = """
QPushButton, QToolButton { color: $ink; background: $card; border: ${edge_w}px solid $edge; border-radius: ${r_m}px;
  padding: 0 ${l}px; min-height: ${h_button_in}px; }
QToolButton { padding: 0 ${m}px; min-width: ${h_row_in}px; min-height: ${h_row_in}px; }
QPushButton:hover, QToolButton:hover { background: $tint; border-color: $accent; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $tint; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: ${focus_w}px solid $focus; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $sunk; border: ${edge_w}px solid $line; }
BigButton, Tile { padding: 0; min-height: 0; }
QPushButton[role="main"], QPushButton[role="danger"] { font-weight: 700; }
QPushButton[role="main"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[role="main"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="main"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[role="danger"] { color: $on_bad; background: $bad; border-color: $bad; }
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed { background: $bad_hover; border-color: $bad_hover; }
QPushButton[role="alarm"] { color: $bad; background: $bad_bg; border-color: $bad_soft; font-weight: 700; }
QPushButton[role="alarm"]:hover, QPushButton[role="alarm"]:pressed { border-color: $bad; }
QPushButton[role="tile"] { background: $card; border: ${line_w}px solid $edge; border-radius: ${r_l}px; }
QPushButton[role="tile"]:hover, QPushButton[role="tile"]:pressed { background: $tint; border-color: $accent; }
QPushButton[role="rail"], QPushButton[role="plain"] { background: transparent; border: ${edge_w}px solid transparent; }
QPushButton[role="rail"]:hover, QPushButton[role="plain"]:hover { background: $sunk; }
QPushButton[role="rail"]:checked, QPushButton[role="plain"]:pressed { background: $tint; border-color: $tint_edge; }
QPushButton[role="pill"] { border-width: ${line_w}px; border-radius: ${r_target}px; }
QPushButton[role="pill"][tone="ok"] { background: $ok_bg; border-color: $ok_soft; }
QPushButton[role="pill"][tone="warn"] { background: $warn_bg; border-color: $warn_soft; }
QPushButton[role="pill"][tone="bad"] { background: $bad_bg; border-color: $bad_soft; }
QPushButton[role="pill"][tone="info"] { background: $info_bg; border-color: $info_soft; }
QPushButton[role="pill"][tone="accent"] { background: $tint; border-color: $accent_soft; }
QPushButton[role="pill"]:hover { border-color: $accent; }
QPushButton[role="main"]:focus, QPushButton[role="danger"]:focus, QPushButton[role="alarm"]:focus,
QPushButton[role="tile"]:focus, QPushButton[role="rail"]:focus, QPushButton[role="plain"]:focus,
QPushButton[role="pill"]:focus { border: ${focus_w}px solid $focus; }
QPushButton[role="main"]:disabled, QPushButton[role="danger"]:disabled, QPushButton[role="alarm"]:disabled,
QPushButton[role="tile"]:disabled { color: $muted; background: $sunk; border: ${edge_w}px solid $line; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { color: $ink; background: $card;
  border: ${edge_w}px solid $edge; border-radius: ${r_m}px; padding: 0 ${m}px; min-height: ${h_field_in}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QTextEdit, QPlainTextEdit { padding: ${xs}px ${s}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: ${focus_w}px solid $focus; min-height: ${h_field_focus}px; padding: 0 ${m_focus}px; }
QTextEdit:focus, QPlainTextEdit:focus { padding: ${xs}px ${s}px; }
QLineEdit:disabled, QLineEdit:read-only, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $muted; background: $sunk; }
QLineEdit:read-only { color: $ink; }
*[state="error"] { border: ${focus_w}px solid $bad; }
QLineEdit[role="scan"] { border: ${edge_w}px solid $accent; min-height: ${h_scan_in}px; padding: 0 ${l}px; }
QLineEdit[role="scan"]:focus { border: ${focus_w}px solid $accent; min-height: ${h_scan_focus}px; padding: 0 ${l_focus}px; }
QLineEdit[role="masked"] { font-size: ${t_title}px; letter-spacing: 8px; }
QComboBox::drop-down { border: 0; width: ${h_row}px; }
QComboBox QAbstractItemView { color: $ink; background: $card; border: ${edge_w}px solid $edge; outline: 0; }
QComboBox QAbstractItemView::item { padding: ${pad_row}px ${m}px; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $ink; }
QComboBox::down-arrow { image: url("$glyphs/down.svg"); width: ${i_small}px; height: ${i_small}px; }
QComboBox::down-arrow:disabled { image: url("$glyphs/down-off.svg"); }
QAbstractSpinBox { padding-right: ${h_two}px; }
QAbstractSpinBox:focus { padding-right: ${h_two}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: ${h_row}px; height: ${h_field_in}px;
  subcontrol-origin: padding; border: 0; border-left: ${line_w}px solid $line; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: center right; }
QAbstractSpinBox::down-button { subcontrol-position: center right; right: ${h_row}px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $tint; }
QAbstractSpinBox::up-arrow { image: url("$glyphs/plus.svg"); width: ${i_small}px; height: ${i_small}px; }
QAbstractSpinBox::down-arrow { image: url("$glyphs/take.svg"); width: ${i_small}px; height: ${i_small}px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled { image: url("$glyphs/plus-off.svg"); }
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled { image: url("$glyphs/take-off.svg"); }
QDateEdit, QTimeEdit, QDateTimeEdit { padding-right: ${h_two}px; }
QDateEdit[calendarPopup="true"], QDateEdit[calendarPopup="true"]:focus { padding-right: ${h_row}px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { subcontrol-position: center right; subcontrol-origin: padding;
  width: ${h_row}px; height: ${h_field_in}px; border: 0; border-left: ${line_w}px solid $line; background: transparent; }
QDateEdit::down-arrow[calendarPopup="true"] { image: url("$glyphs/down.svg"); }
QCheckBox, QRadioButton { color: $ink; background: transparent; spacing: ${m}px; min-height: ${h_row}px;
  border: ${edge_w}px solid transparent; border-radius: ${r_s}px; padding: 0 ${xs}px; }
QCheckBox:focus, QRadioButton:focus { border: ${focus_w}px solid $focus; padding: 0 ${xs_focus}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator { width: ${i_body}px; height: ${i_body}px;
  background: $card; border: ${edge_w}px solid $edge; border-radius: 6px; }
QRadioButton::indicator { border-radius: ${i_round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$glyphs/check.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$glyphs/minus.svg"); }
QRadioButton::indicator:checked { border-color: $accent; image: url("$glyphs/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $sunk; border-color: $line; }
QCheckBox::indicator:checked:disabled { image: url("$glyphs/check-off.svg"); }
QRadioButton::indicator:checked:disabled { image: url("$glyphs/dot-off.svg"); }
QRadioButton[role="choice"] { background: $card; border: ${edge_w}px solid $edge; border-radius: ${r_l}px; }
QRadioButton[role="choice"]:hover { border-color: $accent; }
QRadioButton[role="choice"]:checked { background: $tint; border: ${focus_w}px solid $accent; }
QRadioButton[role="choice"]:focus { border: ${focus_w}px solid $focus; }
QRadioButton[role="choice"]:disabled { background: $sunk; border-color: $line; }
QSlider { min-height: ${h_row}px; }
QSlider::groove:horizontal { height: 8px; background: $sunk; border: 1px solid $edge; border-radius: 4px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 4px; }
QSlider::handle:horizontal { width: ${i_body}px; height: ${i_body}px; margin: -${i_overhang}px 0; background: $card;
  border: ${focus_w}px solid $accent; border-radius: ${r_m}px; }
QSlider::handle:horizontal:focus { border-color: $focus; }
"""

# Windows has fonts of its own for lists and menus, which win over the program's and are far too small: said here, ours wins.
_LISTS = """
QTableView, QListView, QTreeView, QMenu { font-family: "Noto Sans SC"; font-size: ${t_body}px; }
QTableView, QListView, QTreeView { color: $ink; background: $card; alternate-background-color: $card;
  border: ${focus_w}px solid $card;
  border-radius: ${r_m}px; gridline-color: $line; outline: 0; selection-background-color: $tint; selection-color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $focus; }
QListView::item, QTreeView::item { padding: ${pad_list}px ${m}px; }
QTableView::item { padding: 0 ${m}px; border-bottom: ${line_w}px solid $line; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: $sunk; color: $ink; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $tint; color: $ink; }
QHeaderView, QHeaderView::section { color: $muted; background: $card; border: 0; }
QHeaderView::section { font-size: ${t_small}px; padding: 0 ${head_pad}px; min-height: ${h_head}px;
  border-bottom: ${edge_w}px solid $edge; }
QHeaderView[role="close"]::section { padding: 0; }
QTableCornerButton::section { background: $card; border: 0; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${bar_r}px; border: 3px solid $bar_gap; }
QScrollBar::handle:vertical { min-height: ${h_row}px; } QScrollBar::handle:horizontal { min-width: ${h_row}px; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: 0;
  width: 0; height: 0; }
QMenu { color: $ink; background: $card; border: ${edge_w}px solid $edge; padding: ${xs}px; }
QMenu::item { min-height: ${h_row}px; padding: 0 ${xl}px; border-radius: ${r_s}px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: ${line_w}px; background: $line; margin: ${xs}px; }
QTabWidget::pane { border: 0; }
QTabBar::tab { color: $ink; background: transparent; min-height: ${h_row}px; padding: 0 ${l}px; margin-right: ${xs}px;
  border: 0; border-bottom: 4px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 4px solid $accent; font-weight: 700; }
QTabBar::tab:hover { background: $sunk; }
QTabBar:focus { border: ${focus_w}px solid $focus; }
QProgressBar { color: transparent; background: $sunk; border: ${line_w}px solid $edge; border-radius: ${r_s}px;
  min-height: ${progress}px; max-height: ${progress}px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: ${r_chunk}px; }
QGroupBox { border: 0; margin-top: ${xxl}px; font-weight: 700; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton { border: 0; font-weight: 700; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$glyphs/left.svg"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$glyphs/right.svg"); }
QCalendarWidget QAbstractItemView { background: $card; color: $ink; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QAbstractItemView::item { padding: 0; border: 0; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }
QStatusBar { background: $card; color: $ink; }
"""

CELL_MARGIN = 3


def mix(front: str, back: str, share: float) -> str:
    """The colour between two `#RRGGBB` colours; `share` is how much of `front`."""
    pairs = ((int(front[i : i + 2], 16), int(back[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(f * share + b * (1 - share)):02X}" for f, b in pairs)


def _colors(theme: Theme) -> dict[str, str]:
    c = theme.colors
    # Decorative edges of tinted surfaces; in high contrast they are as strong as the text itself.
    share = 1.0 if theme.scheme == "contrast" else 0.35
    soft = {f"{t}_soft": mix(c.tone(t)[0], c.tone(t)[1], share) for t in ("ok", "warn", "bad", "info", "accent")}
    return {
        **{name: c.of(name) for name in c.__dataclass_fields__},
        **soft,
        "edge_soft": c.edge if theme.scheme == "contrast" else c.line,
        "tint_edge": c.accent if theme.scheme == "contrast" else c.tint,
        "bar_gap": c.card,
    }


def _sizes(theme: Theme) -> dict[str, int]:
    edge, focus = theme.stroke("edge"), theme.stroke("focus")
    grow = focus - edge
    sizes = {f"t_{k}": theme.text(k) for k in theme.sizes["text"]}
    sizes |= {k: theme.space(k) for k in theme.sizes["space"]}
    sizes |= {f"r_{k}": theme.radius(k) for k in theme.sizes["radius"]}
    sizes |= {f"h_{k}": theme.height(k) for k in theme.sizes["height"]}
    sizes |= {f"h_{k}_in": theme.height(k) - 2 * edge for k in theme.sizes["height"]}
    sizes |= {f"h_{k}_focus": theme.height(k) - 2 * focus for k in theme.sizes["height"]}
    sizes |= {f"i_{k}": theme.icon(k) for k in theme.sizes["icon"]}
    sizes |= {f"{k}_focus": theme.space(k) - grow for k in ("xs", "m", "l")}
    # Qt moves the words of a cell in by its own text margin; a head without it stands beside its column.
    sizes |= {"head_pad": theme.space("m") + CELL_MARGIN}
    sizes |= {"h_head": theme.table("row"), "line_w": theme.stroke("line"), "edge_w": edge, "focus_w": focus}
    bar, progress = theme.space("xl"), theme.space("xl")
    sizes |= {"bar": bar, "bar_r": bar // 2, "progress": progress, "r_chunk": theme.radius("s") - 2}
    sizes |= {"r_pill": int(theme.text("small") * 0.72) + theme.space("xs"), "r_target": theme.height("row") // 2 - 1}
    # Items of lists take their height from padding around a line of text.
    sizes |= {f"pad_{k}": max(2, -(-(theme.height(k) - round(theme.text() * 1.45)) // 2)) for k in ("list", "row")}
    sizes |= {"h_two": 2 * theme.height("row") + theme.space("s"), "i_round": theme.icon() // 2 + edge}
    return sizes | {"i_overhang": (theme.icon() - 8) // 2 + focus}


def sheet(theme: Theme) -> str:
    """The whole style sheet of a theme."""
    parts = _TEXT + _GROUNDS + _BUTTONS + _FIELDS + _LISTS
    return Template(parts).substitute(
        {
            **_colors(theme),
            **{k: str(v) for k, v in _sizes(theme).items()},
            "glyphs": glyph_folder(theme.scheme).as_posix(),
        }
    )
