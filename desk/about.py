"""Every kind of record in the store: how one person is found in it, and which rule erases it or why none does.

One list for three things: what somebody is told about their own data, what is erased when they ask, and the test that no
table is forgotten (tests/desk/test_about.py). Kinds that others are found by come first.
"""

from __future__ import annotations

from desk.records.rules_about import Care, Found

COUNTS = "Figures: nobody stands in them."
HOUSE = "Settings of the gatehouse, said by its own people about the house."
PART = "A part of another record that goes with it: nothing personal of its own."
PROOF = "Permanent: proof of service that the volunteer regulations ask for (Order 67)."
TRAIL = "The trail holds codes and ids, never names (the canary test), and is kept whole: its chain is what proves it."
WORKS = (
    "The desk's own workings: keys, positions of syncing, what waits to be sent; bodies of what is erased go with it."
)
NOBODY_IN_IT = "It says nothing of one person."
AS_HOUSEHOLD = "It belongs to a door, not to a person: who lives there sees it at the door's card."

CARES: dict[str, Care] = {
    # people
    "person": Care(
        ("resident.moved_out",), found=Found({"id": "person", "phone": "phone"}), own=("name", "phone", "plates"), at=""
    ),
    "binding": Care(
        never="Ids and dates; whom they mean goes with the resident.",
        found=Found({"person_id": "person"}),
        own=("role",),
        at="from_at",
    ),
    "binding_end": Care(never=PART, found=Found({"binding_id": "binding.id"}), at="until_at"),
    "consent": Care(
        never="Ids and dates, the proof of what was agreed; the words beside it (face_deed) go after three years.",
        found=Found({"person_id": "person"}),
        own=("purpose", "act", "notice_version"),
    ),
    "household": Care(never="A door. Who lives behind it is said by others.", nobody=NOBODY_IN_IT),
    "known_visitor": Care(
        ("visitor.returning",), found=Found({"phone": "phone"}), own=("name", "phone", "plate", "visits"), at="seen_at"
    ),
    "visitor_forgotten": Care(("visitor.returning",), nobody="Keyed digests that nobody can read back."),
    # at the window
    "visit": Care(
        ("visitor.guest",),
        found=Found({"phone": "phone", "person_id": "known_visitor.id"}),
        own=(
            "name",
            "phone",
            "plate",
            "company",
            "visitor_type",
            "building",
            "purpose",
            "items_in",
            "items_out",
            "badge_no",
            "note",
            "id_masked",
            "override_reason",
        ),
    ),
    "visit_event": Care(("visitor.guest",), found=Found({"visit_id": "visit.id"}), own=("reason",)),
    "tally": Care(never=COUNTS, nobody=NOBODY_IN_IT),
    "roll_call": Care(never=COUNTS, nobody=NOBODY_IN_IT),
    "roll_call_mark": Care(never=PART, found=Found({"visit_id": "visit.id"})),
    "form_draft": Care(("form_draft",), nobody="What is being typed now; gone by the next day."),
    "goods": Care(("goods",), nobody=AS_HOUSEHOLD),
    "watch_entry": Care(
        ("watch",), found=Found({"phone_last4": "tail"}, name="name"), own=("name", "plate", "reason"), at="added_at"
    ),
    "recurring_pass": Care(
        ("standing",),
        found=Found({"phone_last4": "tail"}, name="alias"),
        own=("alias", "plate", "building"),
        at="from_at",
    ),
    "permit": Care(("permit",), nobody="Of a company at a door; its workers stand there by name alone."),
    # codes
    "code": Care(
        ("visitor.pass",),
        found=Found({"visitor_ref": "visit.id", "id": "recurring_pass.code_id"}),
        own=("serial",),
        at="issued_at",
    ),
    "code_verify_key": Care(never="A public key.", nobody=NOBODY_IN_IT),
    "pass_use": Care(
        never="Ids and moments; whose pass it was goes with the visit.", found=Found({"code_id": "code.id"})
    ),
    "code_scan": Care(("security_log.scan",), found=Found({"code_id": "code.id"})),
    # reception days and matters
    "sitting": Care(never="A reception day: where and when.", nobody=NOBODY_IN_IT),
    "hearing": Care(
        ("hearing",), found=Found({"person_id": "person", "phone": "phone"}), own=("name", "phone", "door")
    ),
    "matter": Care(
        ("matter",),
        found=Found({"hearing_id": "hearing.id"}),
        own=("short_no", "place", "text", "answer", "commitment"),
    ),
    "matter_event": Care(("matter",), found=Found({"matter_id": "matter.id"}), own=("text",)),
    "owner_body": Care(never="Offices and their telephones.", nobody=NOBODY_IN_IT),
    # things lent
    "asset": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "asset_now": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "borrower": Care(
        ("loan.borrower",),
        found=Found({"person_id": "person", "phone": "phone"}),
        own=("name", "phone", "door", "note"),
    ),
    "asset_stock": Care(never="Counts; to whom goes with the borrower.", found=Found({"borrower_id": "borrower.id"})),
    "asset_claim": Care(
        never="What is out; to whom goes with the borrower.", found=Found({"borrower_id": "borrower.id"})
    ),
    "loan": Care(
        never="What is out; to whom goes with the borrower.",
        found=Found({"borrower_id": "borrower.id"}),
    ),
    "loan_event": Care(("loan.borrower",), found=Found({"loan_id": "loan.id"}), own=("text",)),
    "reservation": Care(
        ("loan.reservation",),
        found=Found({"person_id": "person", "phone": "phone"}),
        own=("name", "phone", "door", "note"),
    ),
    # who works here
    "duty_member": Care(
        ("duty.left",),
        found=Found({"person_id": "person", "phone": "phone"}),
        own=("name", "label", "phone", "body_name", "volunteer_no", "note"),
        others=("guardian",),
        at="joined_at",
    ),
    "operator": Care(
        ("first_timer",), found=Found({"id": "duty_member.operator_id"}), own=("display_name",), at="created_at"
    ),
    "duty_pair": Care(
        never="Ids of two people who like to come together, or not.",
        found=Found({"one_id": "duty_member.id", "other_id": "duty_member.id"}),
        at="",
    ),
    "availability": Care(
        ("duty.reason",),
        found=Found({"member_id": "duty_member.id"}),
        own=("from_day", "until_day", "reason"),
        at="",
    ),
    "shift_template": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "duty_day": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "shift": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "roster_cell": Care(never=PROOF, found=Found({"member_id": "duty_member.id"}), own=("month",), at=""),
    "roster_issue": Care(
        never=PROOF, nobody="A month as it was published, by ids; the lines of it are told one by one."
    ),
    "roster_act": Care(never=PROOF, nobody=NOBODY_IN_IT),
    "duty_change": Care(
        ("duty.reason",),
        found=Found({"member_id": "duty_member.id", "other_id": "duty_member.id"}),
        own=("reason",),
    ),
    "assignment": Care(never=PROOF, found=Found({"member_id": "duty_member.id"}), at="start_at"),
    "handover": Care(("handover",), found=Found({"outgoing_id": "duty_member.id"})),
    "handover_sign": Care(("handover",), found=Found({"member_id": "duty_member.id"}), own=("note",)),
    "counted_item": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "clock_event": Care(never=PROOF, found=Found({"member_id": "duty_member.id"})),
    "service_record": Care(
        never=PROOF,
        found=Found({"member_id": "duty_member.id"}),
        own=("minutes", "content", "place"),
        others=("beneficiary",),
        at="start_at",
    ),
    "service_act": Care(("duty.words",), found=Found({"record_id": "service_record.id"}), own=("reason",)),
    "service_certificate": Care(
        never=PROOF, found=Found({"member_id": "duty_member.id"}), own=("number", "minutes", "holder", "purpose")
    ),
    "certificate_act": Care(
        ("certificate",), found=Found({"certificate_id": "service_certificate.id"}), own=("reason",)
    ),
    # devices and alarms
    "device": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "device_pending": Care(never=WORKS, nobody=NOBODY_IN_IT),
    "device_action": Care(never="What a machine did, for whom by an id.", nobody=NOBODY_IN_IT),
    "device_outcome": Care(never=PART, nobody=NOBODY_IN_IT),
    "stock_item": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "stock_entry": Care(never=COUNTS, nobody=NOBODY_IN_IT),
    "dispensed": Care(("dispensed",), nobody=AS_HOUSEHOLD),
    "wearer": Care(
        never="Goes when they wear it no longer, take the consent back or are erased (erasing.erased_wearers).",
        found=Found({"person_id": "person"}),
        own=("number", "name", "door", "note"),
        at="consent_at",
    ),
    "alarm": Care(("alarm",), found=Found({"number": "wearer.number"}), own=("place",)),
    "alarm_step": Care(("alarm",), found=Found({"alarm_id": "alarm.id"}), own=("text",), others=("whom",)),
    "automation": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "automation_run": Care(never=COUNTS, nobody=NOBODY_IN_IT),
    # faces: templates are in no table
    "face_lane": Care(("consent.face",), nobody="What a gate answered for its lane."),
    "face_deed": Care(("consent.face",), found=Found({"enrolment_id": "consent.id"}), others=("guardian",)),
    # the public screen
    "screen_item": Care(("screen",), nobody="What was shown to everybody."),
    "screen_line": Care(
        never="Made anew from the roster by those who agreed to it; nothing of it is kept.", nobody=NOBODY_IN_IT
    ),
    "district_notice": Care(never="Said by the district to all.", nobody=NOBODY_IN_IT),
    "notice_delivered": Care(never="Said by the district to all.", nobody=NOBODY_IN_IT),
    # records of the processing itself
    "data_request": Care(
        ("privacy_request",),
        found=Found({"subject_id": "person", "about": "phone"}),
        own=("kind", "note"),
        others=("asked_by",),
    ),
    "data_answer": Care(
        ("privacy_request",), found=Found({"request_id": "data_request.id"}), own=("outcome", "reason", "said")
    ),
    "privacy_request": Care(
        ("privacy_request",), found=Found({"subject_id": "person"}), own=("kind", "note"), others=("asked_by",)
    ),
    "privacy_answer": Care(
        ("privacy_request",), found=Found({"request_id": "privacy_request.id"}), own=("outcome", "reason")
    ),
    "register_entry": Care(
        ("disclosure",), nobody="By kinds and days, not by person; the register itself may be asked for."
    ),
    "disclosure": Care(
        ("disclosure",), nobody="By kinds and days, not by person; the register itself may be asked for."
    ),
    "legal_hold": Care(
        never="An authority's order, by id. It ends by its date.",
        nobody="An order is told when the authority allows it (PIPL 18); that something is kept by law is said.",
    ),
    "retention_run": Care(never=COUNTS, nobody=NOBODY_IN_IT),
    "audit_line": Care(never=TRAIL, found=Found({"subject_id": "person"}), own=("action",)),
    # the house and its machine
    "site": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "gate": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "setting": Care(never=HOUSE, nobody=NOBODY_IN_IT),
    "secret": Care(never=WORKS, nobody=NOBODY_IN_IT),
    "on_duty": Care(never="Who is signed on now.", nobody=NOBODY_IN_IT),
    "pin_guard": Care(never="Wrong PINs of today, by id.", nobody=NOBODY_IN_IT),
    **{
        name: Care(never=WORKS, nobody=NOBODY_IN_IT)
        for name in (
            "outbox",
            "sync_self",
            "sync_link",
            "sync_cursor",
            "sync_log",
            "sync_offer",
            "sync_clamp",
            "sync_conflict",
            "sync_aside",
            "sync_refusal",
            "sync_blob",
        )
    },
}
