"""What can be lent: kinds of things, how they are lent, the state they are in, what is in a kit. Pure."""

from __future__ import annotations

from enum import StrEnum


class AssetKind(StrEnum):
    """What it is: decides the picture, the usual time, and whether it is wiped down after each use."""

    WHEELCHAIR = "wheelchair"
    WALKER = "walker"
    TROLLEY = "trolley"
    FIRST_AID = "first_aid"
    AED = "aed"
    UMBRELLA = "umbrella"
    RACKET = "racket"
    TOOLS = "tools"
    PUMP = "pump"
    CHARGER = "charger"
    RAINCOAT = "raincoat"
    OTHER = "other"


class AssetClass(StrEnum):
    """How it is lent: given back; used up; given back with parts of it used up."""

    RETURNABLE = "returnable"
    CONSUMABLE = "consumable"
    KIT = "kit"


class Condition(StrEnum):
    """How a thing is. Only what is OK is lent without a question; what is lost or written off never."""

    OK = "ok"
    DIRTY = "dirty"
    DAMAGED = "damaged"
    INCOMPLETE = "incomplete"  # a kit that must be filled up again: needs_restock
    LOST = "lost"
    WRITTEN_OFF = "written_off"


class Step(StrEnum):
    """What can happen to a loan after the thing left, or to a thing between loans."""

    EXTENDED = "extended"
    REMINDED = "reminded"
    NOTED = "noted"  # words or a picture of how it came back
    UNDONE = "undone"
    CLEANED = "cleaned"
    REPAIRED = "repaired"
    RESTOCKED = "restocked"
    INSPECTED = "inspected"
    DAMAGED = "damaged"  # somebody saw it on the shelf
    LOST = "lost"
    FOUND = "found"
    WRITTEN_OFF = "written_off"
