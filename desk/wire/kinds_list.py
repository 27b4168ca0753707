"""What travels, as the tables of the desk declare it. Written by packaging/make_kinds.py: do not edit."""

from __future__ import annotations

from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import Merge, Sharing

Fields = dict[str, Sharing]


def _fields(sealed: str = "", site: str = "", district: str = "", public: str = "") -> Fields:
    classes = {Sharing.SEALED: sealed, Sharing.SITE: site, Sharing.DISTRICT: district, Sharing.PUBLIC: public}
    return {name: cls for cls, names in classes.items() for name in names.split()}


KINDS = Kinds(
    (
        Kind(
            "audit_line",
            Merge.FACT,
            _fields(
                site="action at clock_quality detail device_id operator_id role subject_id subject_kind",
            ),
        ),
        Kind(
            "availability",
            Merge.RECORD,
            _fields(
                sealed="reason",
                site="end_min from_day member_id says source start_min until_day weekday",
            ),
        ),
        Kind(
            "binding",
            Merge.FACT,
            _fields(
                site="from_at household_id operator_id person_id role",
            ),
        ),
        Kind(
            "binding_end",
            Merge.FACT,
            _fields(
                site="binding_id operator_id reason until_at",
            ),
        ),
        Kind(
            "certificate_act",
            Merge.FACT,
            _fields(
                sealed="reason",
                site="at certificate_id kind operator_id",
            ),
        ),
        Kind(
            "clock_event",
            Merge.FACT,
            _fields(
                site="by_self clock_quality corrects device_id member_id method operator_id said_at",
                district="at gate_id kind shift_id",
            ),
        ),
        Kind(
            "code",
            Merge.RECORD,
            _fields(
                sealed="digits key",
                site="daily_from daily_to expires_at gate_id issued_at issued_by key_id kind not_before replaced_by revoked_at revoked_by revoked_reason serial status subject_id subject_kind uses version visitor_ref weekdays",
            ),
        ),
        Kind(
            "code_scan",
            Merge.FACT,
            _fields(
                site="answer at code_id device_id foreign_kind frame_quality gate_id kind ms operator_id purpose scan_id serial source why",
            ),
        ),
        Kind(
            "code_verify_key",
            Merge.RECORD,
            _fields(
                site="key_id public_key since",
            ),
        ),
        Kind(
            "consent",
            Merge.FACT,
            _fields(
                site="act at guardian notice_version operator_id person_id purpose",
            ),
        ),
        Kind(
            "counted_item",
            Merge.RECORD,
            _fields(
                site="expected gate_id kind name sort",
            ),
        ),
        Kind(
            "disclosure",
            Merge.FACT,
            _fields(
                sealed="officer",
                site="at authority document given operator_id scope",
            ),
        ),
        Kind(
            "district_notice",
            Merge.RECORD,
            _fields(
                district="from_at level sites text until_at",
            ),
            by_hub=True,
        ),
        Kind(
            "duty_change",
            Merge.FACT,
            _fields(
                sealed="reason",
                site="at capacity gate_id kind member_id operator_id other_id other_shift_id shift_id swap_id",
            ),
        ),
        Kind(
            "duty_day",
            Merge.RECORD,
            _fields(
                site="day kind least template_id",
                district="name",
            ),
        ),
        Kind(
            "duty_member",
            Merge.RECORD,
            _fields(
                sealed="guardian id_kind id_no name note phone pin_hash volunteer_no",
                site="body_name capacity guardian_at insured_until joined_at label left_at minor most_a_month operator_id person_id show_name skills trained_at",
            ),
        ),
        Kind(
            "duty_pair",
            Merge.RECORD,
            _fields(
                site="kind one_id other_id",
            ),
        ),
        Kind(
            "gate",
            Merge.RECORD,
            _fields(
                site="phone",
                district="name",
            ),
        ),
        Kind(
            "goods",
            Merge.RECORD,
            _fields(
                sealed="code left_by taken_by what",
                site="at building gate_id handed_by household_id operator_id reminded_at room shelf taken_at taken_how unit",
            ),
        ),
        Kind(
            "handover",
            Merge.FACT,
            _fields(
                sealed="body",
                site="at clock_quality gate_id held_minutes kind next_shift_id operator_id outgoing_id shift_id",
            ),
        ),
        Kind(
            "handover_sign",
            Merge.FACT,
            _fields(
                sealed="note",
                site="at handover_id how member_id operator_id side",
            ),
        ),
        Kind(
            "hearing",
            Merge.RECORD,
            _fields(
                sealed="door name phone",
                site="anonymous at confirmed_at confirmed_how gate_id household_id mediation operator_id other_side_of person_id receiver_id signature sitting_id",
            ),
            files=frozenset({"signature"}),
        ),
        Kind(
            "household",
            Merge.RECORD,
            _fields(
                site="building room unit",
            ),
            key=("building", "unit", "room"),
        ),
        Kind(
            "legal_hold",
            Merge.RECORD,
            _fields(
                site="authority expires_at placed_at placed_by reason released_at subject_id subject_kind",
            ),
        ),
        Kind(
            "matter_event",
            Merge.FACT,
            _fields(
                sealed="body text",
                site="clock_quality corrects matter_id operator_id photos said_at step",
                district="at category gate_id kind level",
            ),
            {
                "body": _fields(
                    sealed="answer commitment place text",
                    site="about_post call_back_at clock_uncertain due_at first_owner_id hearing_id kind mediation operator_id owner_accepted_at owner_body photos private reopened repeat_of short_no sitting_id supporters told_at urgency waiting_until",
                    district="at category closed_at first_due first_replied_at gate_id level resolve_due state",
                ),
            },
            files=frozenset({"photos"}),
        ),
        Kind(
            "notice_delivered",
            Merge.FACT,
            _fields(
                district="at gate_id notice_id",
            ),
        ),
        Kind(
            "operator",
            Merge.RECORD,
            _fields(
                sealed="badge_hash display_name pin_hash",
                site="active created_at label role valid_until vouched_by",
            ),
        ),
        Kind(
            "owner_body",
            Merge.RECORD,
            _fields(
                sealed="phones",
                site="categories code level name sort",
            ),
        ),
        Kind(
            "pass_use",
            Merge.FACT,
            _fields(
                site="at clock_quality code_id device_id flag gate_id key nonce operator_id visit_id",
            ),
        ),
        Kind(
            "permit",
            Merge.RECORD,
            _fields(
                sealed="company tools workers",
                site="building end_min from_at household_id permit_no revoked_at room start_min unit until_at weekdays",
            ),
        ),
        Kind(
            "person",
            Merge.RECORD,
            _fields(
                sealed="name phone plates",
            ),
        ),
        Kind(
            "privacy_answer",
            Merge.FACT,
            _fields(
                sealed="reason",
                site="at operator_id outcome request_id",
            ),
        ),
        Kind(
            "privacy_request",
            Merge.FACT,
            _fields(
                sealed="asked_by contact note",
                site="at due_at kind operator_id subject_id subject_kind",
            ),
        ),
        Kind(
            "recurring_pass",
            Merge.RECORD,
            _fields(
                sealed="alias phone_last4 plate revoked_why",
                site="building code_id end_min from_at household_id issued_by person_id revoked_at room start_min unit until_at visitor_type weekdays",
            ),
        ),
        Kind(
            "retention_run",
            Merge.FACT,
            _fields(
                site="at clock_quality digest postponed postponed_since results why",
            ),
        ),
        Kind(
            "roll_call",
            Merge.FACT,
            _fields(
                site="at body call_id drill gate_id kind operator_id",
            ),
        ),
        Kind(
            "roll_call_mark",
            Merge.FACT,
            _fields(
                site="at call_id mark operator_id visit_id",
            ),
        ),
        Kind(
            "roster_act",
            Merge.FACT,
            _fields(
                site="at issue_id kind operator_id",
            ),
        ),
        Kind(
            "roster_cell",
            Merge.RECORD,
            _fields(
                site="capacity locked member_id month shift_id source",
            ),
        ),
        Kind(
            "roster_issue",
            Merge.FACT,
            _fields(
                site="based_on cells device_id operator_id why",
                district="at month version",
            ),
        ),
        Kind(
            "screen_item",
            Merge.RECORD,
            _fields(
                site="approver operator_id printed_at",
                public="from_at gates kind retracted_at sort text title until_at",
            ),
        ),
        Kind(
            "service_act",
            Merge.FACT,
            _fields(
                sealed="reason",
                site="at kind operator_id record_id",
            ),
        ),
        Kind(
            "service_certificate",
            Merge.FACT,
            _fields(
                sealed="code holder issuer purpose",
                site="at from_day kind member_id minutes number operator_id records until_day",
            ),
        ),
        Kind(
            "service_record",
            Merge.FACT,
            _fields(
                sealed="beneficiary reason",
                site="at clock_ids clock_quality close_source content flags member_id operator_id organiser place shift_id supersedes",
                district="capacity end_at gate_id minutes start_at",
            ),
        ),
        Kind(
            "setting",
            Merge.RECORD,
            _fields(
                site="key value",
            ),
        ),
        Kind(
            "shift",
            Merge.RECORD,
            _fields(
                site="cancelled_why capacities content heavy minors mix most needs place post sitting template_id",
                district="cancelled_at day end_at gate_id least name start_at",
            ),
        ),
        Kind(
            "shift_template",
            Merge.RECORD,
            _fields(
                site="capacities content end_min from_day gate_id heavy least minors mix most needs place post sitting sort start_min until_day weekdays",
                district="name",
            ),
        ),
        Kind(
            "site",
            Merge.RECORD,
            _fields(
                site="address url_prefix zone",
                district="name",
            ),
        ),
        Kind(
            "sitting",
            Merge.RECORD,
            _fields(
                site="closed_at closed_by opened_at place receivers shift_id summarised_at",
                district="day end_at gate_id start_at state",
            ),
        ),
        Kind(
            "tally",
            Merge.FACT,
            _fields(
                site="clock_quality corrects operator_id",
                district="at gate_id kind n platform",
            ),
        ),
        Kind(
            "visit_event",
            Merge.FACT,
            _fields(
                sealed="body reason",
                site="at clock_quality corrects gate_id operator_id source step visit_id",
                district="kind party_size visitor_type",
            ),
            {
                "body": _fields(
                    sealed="company id_hash id_masked items_in items_out name note override_reason phone plate purpose",
                    site="at auto_closed_at badge_no building clock_quality code_id declined due_at expected_at expected_until gate_id household_id id_kind in_at minor_alone operator_id out_at out_source overnight pass_serial permit_id proof purpose_code recurring_id room state unit watch_id",
                    district="party_size visitor_type",
                ),
            },
        ),
        Kind(
            "visitor_forgotten",
            Merge.FACT,
            _fields(
                sealed="marks",
                site="at operator_id",
            ),
        ),
        Kind(
            "watch_entry",
            Merge.RECORD,
            _fields(
                sealed="advice name phone_last4 plate reason",
                site="added_at added_by ended_at expires_at owner reviewed_at reviewed_by",
            ),
        ),
    )
)
