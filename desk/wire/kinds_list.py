"""What travels, as the tables of the desk declare it. Written by packaging/make_kinds.py: do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import Merge, Sharing

Fields = dict[str, Sharing]


def _fields(sealed: str = "", site: str = "", district: str = "", public: str = "") -> Fields:
    classes = {Sharing.SEALED: sealed, Sharing.SITE: site, Sharing.DISTRICT: district, Sharing.PUBLIC: public}
    return {name: cls for cls, names in classes.items() for name in names.split()}


def _kind(
    name: str,
    merge: Merge,
    inner: Mapping[str, Fields] | None = None,
    key: tuple[str, ...] = (),
    files: Iterable[str] = (),
    by_hub: bool = False,
    **fields: str,
) -> Kind:
    return Kind(name, merge, _fields(**fields), inner or {}, key, frozenset(files), by_hub)


KINDS = Kinds(
    (
        _kind(
            "alarm",
            Merge.FACT,
            sealed="key number place",
            site="automation_id battery clock_quality contact device_id device_name ring training",
            district="at gate_id kind",
        ),
        _kind(
            "alarm_step",
            Merge.FACT,
            sealed="text whom",
            site="alarm_id operator_id result step",
            district="at gate_id kind",
        ),
        _kind(
            "asset",
            Merge.RECORD,
            sealed="note",
            site="compartment contents emergency hygiene inspection_due lend_min locker_id low name photo place retired_at sort tag value_fen",
            district="cls gate_id kind",
            files={"photo"},
        ),
        _kind(
            "asset_claim",
            Merge.CLAIM,
            site="away borrower_id clock_quality due_at emergency item missing operator_id over releases reservation_id",
            district="at condition gate_id",
        ),
        _kind("asset_stock", Merge.LEDGER, site="account amount at borrower_id gate_id operator_id why"),
        _kind(
            "audit_line",
            Merge.FACT,
            site="action at clock_quality detail device_id operator_id role subject_id subject_kind",
        ),
        _kind("automation", Merge.RECORD, site="device_id gate_id kind name operator_id paused_until relay_id said"),
        _kind("automation_run", Merge.FACT, site="at automation_id code desk_id gate_id kind run_id value"),
        _kind(
            "availability",
            Merge.RECORD,
            sealed="reason",
            site="end_min from_day member_id says source start_min until_day weekday",
        ),
        _kind("binding", Merge.FACT, site="from_at household_id operator_id person_id role"),
        _kind("binding_end", Merge.FACT, site="binding_id operator_id reason until_at"),
        _kind(
            "borrower",
            Merge.RECORD,
            sealed="door name note phone",
            site="at gate_id household_id how identified_at operator_id person_id signature",
            files={"signature"},
        ),
        _kind("certificate_act", Merge.FACT, sealed="asked reason", site="at certificate_id kind operator_id"),
        _kind(
            "clock_event",
            Merge.FACT,
            site="by_self clock_quality corrects device_id member_id method operator_id said_at",
            district="at gate_id kind shift_id",
        ),
        _kind(
            "code",
            Merge.RECORD,
            sealed="digits key",
            site="daily_from daily_to expires_at gate_id issued_at issued_by key_id kind not_before replaced_by revoked_at revoked_by revoked_reason serial status subject_id subject_kind uses version visitor_ref weekdays",
        ),
        _kind(
            "code_scan",
            Merge.FACT,
            site="answer at code_id device_id foreign_kind frame_quality gate_id kind ms operator_id purpose scan_id serial source why",
        ),
        _kind("code_verify_key", Merge.RECORD, site="key_id public_key since"),
        _kind("consent", Merge.FACT, site="act at guardian notice_version operator_id person_id purpose"),
        _kind("counted_item", Merge.RECORD, site="expected gate_id kind name sort"),
        _kind("data_answer", Merge.FACT, sealed="reason said", site="at erased kept operator_id outcome request_id"),
        _kind(
            "data_request",
            Merge.FACT,
            sealed="about asked_by contact note",
            site="at due_at gate_id identified kind operator_id subject_id subject_kind",
        ),
        _kind(
            "device_action",
            Merge.FACT,
            site="attached_id attached_name clock_quality device_id operator_id params subject_id subject_kind",
            district="action at gate_id role training",
        ),
        _kind("device_outcome", Merge.FACT, site="action_id operator_id", district="at code outcome"),
        _kind("disclosure", Merge.FACT, sealed="officer", site="at authority document given operator_id scope"),
        _kind(
            "dispensed",
            Merge.FACT,
            site="action_id at clock_quality device_id household_id item_id operator_id",
            district="day gate_id who",
        ),
        _kind("district_notice", Merge.RECORD, district="from_at level sites text until_at", by_hub=True),
        _kind(
            "duty_change",
            Merge.FACT,
            sealed="reason",
            site="at capacity gate_id kind member_id operator_id other_id other_shift_id shift_id swap_id",
        ),
        _kind("duty_day", Merge.RECORD, site="day kind least template_id", district="name"),
        _kind(
            "duty_member",
            Merge.RECORD,
            sealed="guardian id_kind id_no name note phone pin_hash volunteer_no",
            site="body_name capacity guardian_at insured_until joined_at label left_at minor most_a_month operator_id person_id show_name skills trained_at",
        ),
        _kind("duty_pair", Merge.RECORD, site="kind one_id other_id"),
        _kind(
            "face_deed",
            Merge.FACT,
            sealed="guardian",
            site="at deed device_id enrolment_id gate_id minor operator_id why",
        ),
        _kind(
            "face_lane",
            Merge.FACT,
            sealed="contact handler necessity place purpose",
            site="assessed_on assessment device_id method notice_version operator_id",
            district="act at gate_id",
        ),
        _kind("gate", Merge.RECORD, site="phone", district="name"),
        _kind(
            "goods",
            Merge.RECORD,
            sealed="code left_by taken_by what",
            site="at building gate_id handed_by household_id operator_id reminded_at room shelf taken_at taken_how unit",
        ),
        _kind(
            "handover",
            Merge.FACT,
            sealed="body",
            site="at clock_quality gate_id held_minutes kind next_shift_id operator_id outgoing_id shift_id",
        ),
        _kind("handover_sign", Merge.FACT, sealed="note", site="at handover_id how member_id operator_id side"),
        _kind(
            "hearing",
            Merge.RECORD,
            sealed="door name phone",
            site="anonymous at confirmed_at confirmed_how gate_id household_id mediation operator_id other_side_of person_id receiver_id signature sitting_id",
            files={"signature"},
        ),
        _kind("household", Merge.RECORD, site="building room unit", key=("building", "unit", "room")),
        _kind(
            "legal_hold",
            Merge.RECORD,
            site="authority expires_at placed_at placed_by reason released_at subject_id subject_kind",
        ),
        _kind(
            "loan_event",
            Merge.FACT,
            sealed="text",
            site="asset_id clock_quality corrects due_at level loan_id missing operator_id photo",
            district="at gate_id kind",
            files={"photo"},
        ),
        _kind(
            "matter_event",
            Merge.FACT,
            sealed="body text",
            site="clock_quality corrects matter_id operator_id photos said_at step",
            district="at category gate_id kind level",
            inner={
                "body": _fields(
                    sealed="answer commitment place text",
                    site="about_post call_back_at clock_uncertain due_at first_owner_id hearing_id kind mediation operator_id owner_accepted_at owner_body photos private reopened repeat_of short_no sitting_id supporters told_at urgency waiting_until",
                    district="at category closed_at first_due first_replied_at gate_id level resolve_due state",
                ),
            },
            files={"photos"},
        ),
        _kind("notice_delivered", Merge.FACT, district="at gate_id notice_id"),
        _kind(
            "operator",
            Merge.RECORD,
            sealed="badge_hash display_name pin_hash",
            site="active created_at label role valid_until vouched_by",
        ),
        _kind("owner_body", Merge.RECORD, sealed="phones", site="categories code level name sort"),
        _kind(
            "pass_use",
            Merge.FACT,
            site="at clock_quality code_id device_id flag gate_id key nonce operator_id visit_id",
        ),
        _kind(
            "permit",
            Merge.RECORD,
            sealed="company tools workers",
            site="building end_min from_at household_id permit_no revoked_at room start_min unit until_at weekdays",
        ),
        _kind("person", Merge.RECORD, sealed="name phone plates"),
        _kind("privacy_answer", Merge.FACT, sealed="reason", site="at operator_id outcome request_id"),
        _kind(
            "privacy_request",
            Merge.FACT,
            sealed="asked_by contact note",
            site="at due_at kind operator_id subject_id subject_kind",
        ),
        _kind(
            "recurring_pass",
            Merge.RECORD,
            sealed="alias phone_last4 plate revoked_why",
            site="building code_id end_min from_at household_id issued_by person_id revoked_at room start_min unit until_at visitor_type weekdays",
        ),
        _kind(
            "register_entry",
            Merge.FACT,
            sealed="given officer",
            site="at basis data document entry gate_id method operator_id period_from period_until purpose recipient",
        ),
        _kind(
            "reservation",
            Merge.RECORD,
            sealed="door name note phone",
            site="asset_id at from_at gate_id household_id loan_id operator_id person_id state until_at",
        ),
        _kind("retention_run", Merge.FACT, site="at clock_quality digest postponed postponed_since results why"),
        _kind("roll_call", Merge.FACT, site="at body call_id drill gate_id kind operator_id"),
        _kind("roll_call_mark", Merge.FACT, site="at call_id mark operator_id visit_id"),
        _kind("roster_act", Merge.FACT, site="at issue_id kind operator_id"),
        _kind("roster_cell", Merge.RECORD, site="capacity locked member_id month shift_id source"),
        _kind("roster_issue", Merge.FACT, site="based_on cells device_id operator_id why", district="at month version"),
        _kind(
            "screen_item",
            Merge.RECORD,
            site="approver operator_id printed_at",
            public="from_at gates kind retracted_at sort text title until_at",
        ),
        _kind("service_act", Merge.FACT, sealed="reason", site="at kind operator_id record_id"),
        _kind(
            "service_certificate",
            Merge.FACT,
            sealed="code holder issuer purpose",
            site="at from_day kind member_id minutes number operator_id records until_day",
        ),
        _kind(
            "service_record",
            Merge.FACT,
            sealed="beneficiary reason",
            site="at clock_ids clock_quality close_source content flags member_id operator_id organiser place shift_id supersedes",
            district="capacity end_at gate_id minutes start_at",
        ),
        _kind("setting", Merge.RECORD, site="key value"),
        _kind(
            "shift",
            Merge.RECORD,
            site="cancelled_why capacities content heavy minors mix most needs place post sitting template_id",
            district="cancelled_at day end_at gate_id least name start_at",
        ),
        _kind(
            "shift_template",
            Merge.RECORD,
            site="capacities content end_min from_day gate_id heavy least minors mix most needs place post sitting sort start_min until_day weekdays",
            district="name",
        ),
        _kind("site", Merge.RECORD, site="address url_prefix zone", district="name"),
        _kind(
            "sitting",
            Merge.RECORD,
            site="closed_at closed_by opened_at place receivers shift_id summarised_at",
            district="day end_at gate_id start_at state",
        ),
        _kind(
            "stock_entry",
            Merge.LEDGER,
            site="account action_id amount device_id operator_id",
            district="at gate_id why",
        ),
        _kind("stock_item", Merge.RECORD, site="attached_id full home_id low name slot sort", district="gate_id kind"),
        _kind("tally", Merge.FACT, site="clock_quality corrects operator_id", district="at gate_id kind n platform"),
        _kind(
            "visit_event",
            Merge.FACT,
            sealed="body reason",
            site="at clock_quality corrects gate_id operator_id source step visit_id",
            district="kind party_size visitor_type",
            inner={
                "body": _fields(
                    sealed="company id_hash id_masked items_in items_out name note override_reason phone plate purpose",
                    site="at auto_closed_at badge_no building clock_quality code_id declined due_at expected_at expected_until gate_id household_id id_kind in_at minor_alone operator_id out_at out_source overnight pass_serial permit_id proof purpose_code recurring_id room state unit watch_id",
                    district="party_size visitor_type",
                ),
            },
        ),
        _kind("visitor_forgotten", Merge.FACT, sealed="marks", site="at operator_id"),
        _kind(
            "watch_entry",
            Merge.RECORD,
            sealed="advice name phone_last4 plate reason",
            site="added_at added_by ended_at expires_at owner reviewed_at reviewed_by",
        ),
        _kind(
            "wearer",
            Merge.RECORD,
            sealed="calls door name note number",
            site="consent_at consent_by operator_id person_id sort",
        ),
    )
)
