"""Who may do what: the roles, the one table of rights, and the words on a chip."""

from __future__ import annotations

from enum import StrEnum

from desk.core.actor import Actor
from desk.core.masking import surname


class Role(StrEnum):
    VOLUNTEER = "volunteer"
    GUARD = "guard"  # 保安
    SHIFT_LEAD = "shift_lead"
    MANAGER = "manager"
    AUDITOR = "auditor"
    TECHNICIAN = "technician"  # devices and backups; never personal data


V, G, S, M, A, T = Role
DESK = (V, G, S, M)  # everyone who stands at the window

RIGHTS: dict[str, tuple[Role, ...]] = {
    # at the window
    "scan": DESK,
    "visit.admit": DESK,
    "visit.fast": DESK,
    "visit.checkout": DESK,
    "visit.bulk_checkout": (G, S, M),
    "visit.correct": DESK,
    "visit.watch": DESK,  # go on after a watch-list hint; never an automatic refusal
    "rollcall": DESK,
    "goods": DESK,
    "pass.issue": DESK,
    "pass.revoke": DESK,
    "permit.edit": (G, S, M),
    # codes
    "codes.issue": (S, M),
    "codes.revoke": (S, M),
    "codes.read": (V, G, S, M, A),
    # people
    "people.read": DESK,  # find one, masked
    "people.edit": (S, M),
    "people.import": (M,),
    "people.browse": (S, M),  # page through all residents
    "assisted.hold": DESK,  # do something in the name of a resident who stands there
    "assisted.read": (S, M),
    "people.reveal": DESK,  # with a reason, 30 s, logged
    "watch.edit": (S, M),
    "watch.review": (M,),
    # on duty today
    "duty.read": (V, G, S, M, A),
    "duty.clock": DESK,
    "duty.swap": DESK,  # say that two agreed, or that somebody cannot come
    "duty.edit": (S, M),  # the team, templates, the plan, approving swaps
    "duty.publish": (S, M),
    "duty.verify": (S, M),
    "duty.certify": (M,),
    "export.service": (S, M, A),
    "handover": DESK,
    "items.edit": (S, M),
    # reception days and matters
    "matters.note": DESK,
    "matters.work": DESK,  # answer, told by phone, call back
    "matters.assign": (G, S, M),
    "matters.close": (S, M),
    "matters.settings": (M,),
    "hearings.hold": DESK,
    "hearings.close": (S, M),
    "hearings.summary": (S, M),
    # things that are lent
    "lending": DESK,
    "lending.edit": (S, M),
    # alarms, and what happens by itself
    "alarms.read": (V, G, S, M, A),
    "alarms.take": DESK,
    "alarms.wearers": (S, M),
    "automations.edit": (M,),
    # faces
    "faces.enrol": (S, M),
    "faces.minor": (M,),  # of a child under fourteen
    "faces.withdraw": DESK,  # nobody is sent away who wants to be forgotten
    "faces.settings": (M,),
    "faces.vault": (M,),
    # the public screen
    "screen.edit": (S, M),
    "screen.emergency": DESK,
    # records
    "retention.hold": (M,),
    "retention.run": (M,),
    "clock.confirm": (M,),  # say that the computer's time is right after it was wrong
    "audit.read": (M, A),
    "export.visits": (S, M, A),
    "export.people": (M,),
    "disclosure": (S, M),
    "privacy.take": DESK,  # take down somebody's request about their own data
    "privacy.settle": (S, M),  # answer it; erasing needs retention.run as well
    # the house
    "settings.site": (M,),
    "settings.desk": (S, M, T),
    "operators.edit": (M,),
    "operators.vouch": (G, S, M),
    "device.edit": (S, M, T),
    "device.use": (V, G, S, M, T),  # try it, fill it up, say what came of an action nobody is sure of
    "backup": (S, M, T),
    "restore": (M, T),
    "update": (M, T),  # fetch, put off, hand over; looking is free
    "desk.move": (M, T),
    "gate.carry": (M, T),  # a gate's settings and devices as a file for the next gate
    "diagnose": (S, M, T),
}

TITLE = "老师"  # behind the surname of whoever helps
LOCKED_ROLE = "locked"
MACHINE_RIGHTS = frozenset({"alarms.raise"})  # no person's: a device says it
# a lock stops neither a rider nor an alarm
LOCKED_RIGHTS = frozenset({"visit.fast", "rollcall", "screen.emergency", "alarms.read", "alarms.take"})

SYSTEM = Actor("", "system", frozenset({"retention.run", "backup", "visit.checkout", "matters.work", "hearings.hold"}))
COMMAND = Actor("", "command", frozenset(RIGHTS))  # python -m desk, by whoever owns this computer and the key
RECOVERY = Actor("", "recovery", frozenset({"operators.edit"}))  # holds the recovery code, has lost the PIN


def rights_of(role: str) -> frozenset[str]:
    """The rights of a role; none for a word that is no role."""
    return frozenset(right for right, roles in RIGHTS.items() if role in roles)


def actor_of(operator_id: str, role: str) -> Actor:
    return Actor(operator_id, role, rights_of(role))


def locked_actor(operator_id: str) -> Actor:
    """The desk while it is locked: acts for whoever signed on last, and the trail says `locked`."""
    return Actor(operator_id, LOCKED_ROLE, LOCKED_RIGHTS)


def chip_labels(display_name: str) -> tuple[str, ...]:
    """Words for a chip, the plainest first, for when another chip has it already: 王老师, 王*芳老师, 王老师2..."""
    head = surname(display_name)
    if head.isascii():
        rest = display_name.split()[1:]
        plain, longer = head, f"{head} {rest[-1][0]}." if rest else head
    else:
        plain, longer = f"{head}{TITLE}", f"{head}*{display_name.strip()[-1]}{TITLE}"
    return (plain, longer, *(f"{plain}{n}" for n in range(2, 10)))


def needs_pin_to_switch(mode: str, now_role: str, wanted_role: str) -> bool:
    """Setting `switch_pin`: never | always | higher (only to somebody who may do more than the one on duty now)."""
    if mode == "never":
        return False
    return mode == "always" or not rights_of(wanted_role) <= rights_of(now_role)
