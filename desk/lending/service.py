"""Every verb of lending, for whoever joins this room to the rest."""

from desk.lending.service_assets import add_asset, bought, bring_back_asset, counted, edit_asset, retire_asset
from desk.lending.service_lend import Lent, extend, identify, lend, remind, sign, take_now, undo_lend
from desk.lending.service_reserve import cancel, ready, reserve
from desk.lending.service_return import Given, give_back, give_up, mark, put_right, restock, undo_return
from desk.lending.service_reveal import reveal

__all__ = [
    "Given", "Lent", "add_asset", "bought", "bring_back_asset", "cancel", "counted", "edit_asset", "extend", "give_back",
    "give_up", "identify", "lend", "mark", "put_right", "ready", "remind", "reserve", "restock", "retire_asset", "reveal",
    "sign", "take_now", "undo_lend", "undo_return",
]  # fmt: skip
