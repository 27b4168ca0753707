"""Every guarded verb of the desk under the right it asks for first. A verb that is not here fails test_rights_tried.py."""

from __future__ import annotations

_BY_RIGHT = {
    "alarms.raise": """
        alarms.service_alarms: raise_alarm over
        alarms.service_automations: begin_run end_run settle_runs
        hut_reads: call_for_help
    """,
    "alarms.take": """
        alarms.service_alarms: seen called did close reopen
    """,
    "alarms.wearers": """
        alarms.service_wearers: save_wearer open_wearer drop_wearer
    """,
    "assisted.hold": """
        people.service_assisted: begin note end
    """,
    "automations.edit": """
        alarms.service_automations: save_automation drop_automation pause resume save_rings_at
    """,
    "clock.confirm": """
        store.wall: confirm
    """,
    "codes.issue": """
        codes.service: issue issue_household issue_batch reissue for_print
    """,
    "device.edit": """
        devices.service: set_up remove put_back switch
        devices.service_dispense: allow
        devices.service_moved: ask_again
        devices.service_stock: save_item drop_item
    """,
    "device.use": """
        devices.service: begin resolve
        devices.service_dispense: hand_out
        devices.service_stock: refill undo_refill count
    """,
    "disclosure": """
        records.service_privacy: note_disclosure
    """,
    "duty.certify": """
        duty.service_certificates: accept refuse issue post withdraw
    """,
    "duty.clock": """
        duty.service_certificates: apply statement
        duty.service_clock: scan clock_on clock_off take_back
        duty.service_hours: log ask
    """,
    "duty.edit": """
        codes.service: issue_duty
        duty.service_changes: set_approval approve no_show join leave
        duty.service_generated: take
        duty.service_plan: apply
        duty.service_roster: open_month fit_month repeat_last_month add_shift edit_shift cancel_shift restore_shift
        duty.service_roster: delete_shift
        duty.service_team: add_member add_many edit_member link_person open_member set_pin note_card_photo let_go
        duty.service_team: take_back pair unpair say unsay say_month
        duty.service_templates: save_template drop_template add_holidays set_day set_days drop_day
    """,
    "duty.publish": """
        duty.service_publish: publish adopt decline
    """,
    "duty.swap": """
        duty.service_changes: confirm offer accept refuse withdraw stand_in excuse undo
    """,
    "duty.verify": """
        duty.service_hours: verify refuse correct
    """,
    "faces.enrol": """
        faces.service: agree
        faces.service_deeds: agree agree_anew declined
    """,
    "faces.settings": """
        faces.service_lane: switch_on switch_off set_strict
    """,
    "faces.withdraw": """
        faces.service: withdraw
    """,
    "goods": """
        reception.service_goods: park hand_out reminded undo_hand_out
    """,
    "handover": """
        duty.service_handover: make accept hold_over
    """,
    "hearings.close": """
        hearings.service_sittings: close_sitting
    """,
    "hearings.hold": """
        hearings.service_hearings: record_visit confirm_hearing
        hearings.service_sittings: plan drop_planned begin open_sitting stand_in
        receiving_days: plan_sittings
    """,
    "hearings.summary": """
        hearings.service_sittings: summarised
    """,
    "items.edit": """
        duty.service_items: add_item edit_item drop_item
    """,
    "lending": """
        hut_reads: borrow_for undo_borrowed returned back_into damaged
        lending.service_assets: bought counted
        lending.service_lend: lend take_now identify sign extend remind undo_lend
        lending.service_reserve: reserve ready cancel
        lending.service_return: give_back undo_return put_right restock mark
    """,
    "lending.edit": """
        lending.service_assets: add_asset edit_asset retire_asset bring_back_asset
        lending.service_return: give_up
    """,
    "matters.assign": """
        hearings.service_matters: assign
    """,
    "matters.close": """
        hearings.service_matters: close
    """,
    "matters.note": """
        codes.service: issue_receipt
        hearings.service_matters: note correct add_photos
        hearings.service_people: heard
        hut_ticket: note_wrong
        receiving_days: keep_picture
    """,
    "matters.settings": """
        hearings.service_bodies: save_body drop_body save_limits
    """,
    "matters.work": """
        hearings.service_clocks: escalate doubt
        hearings.service_matters: answer accept told reply wait resolve called confirm reopen undo
    """,
    "operators.edit": """
        operators.service: add_operator edit_operator set_pin bind_badge issue_badge note_badge_photo clear_badge
    """,
    "operators.vouch": """
        operators.service: vouch
    """,
    "pass.issue": """
        codes.service_passes: issue_pass replace_pass show_pass
        reception.service_standing: give_standing
    """,
    "pass.revoke": """
        codes.service: revoke
        reception.service_standing: revoke_standing
    """,
    "people.edit": """
        people.service: add_person edit_person merge erase_person open_draft
        people.service_bindings: bind unbind move_out give_consent withdraw_consent
        people.service_households: add_household edit_household remove_household
        people.service_visitors: forget_visitor
    """,
    "people.import": """
        people.service_import: apply
    """,
    "people.reveal": """
        hearings.service_hearings: reveal_reporter
        lending.service_reveal: reveal
        people.service: reveal
        reception.service_reveal: reveal reveal_goods
        sync.service: reveal
    """,
    "permit.edit": """
        reception.service_standing: add_permit revoke_permit
    """,
    "privacy.settle": """
        asking: open_answer answer
        records.service_privacy: answer_request
    """,
    "privacy.take": """
        records.service_privacy: take_request
    """,
    "retention.hold": """
        records.service_holds: place_hold release_hold
    """,
    "retention.run": """
        alarms.service_retention: forget_words
        alarms.service_wearers: forget_wearers
        asking: erase_about
        codes.service_retention: forget_passes forget_scans
        devices.service_dispense: forget_households
        duty.service_handover_retention: scrub_bodies
        duty.service_retention: scrub_members scrub_reasons scrub_words scrub_certificates
        faces.service_retention: forget_records
        hearings.service_retention: forget_reporters forget_words
        lending.service_retention: forget_borrowers forget_reservations
        operators.service_expiry: forget_first_timers
        people.service: forget_moved_out
        reception.service_drafts: forget_drafts
        reception.service_retention: anonymise_visits scrub_goods scrub_watch scrub_standing scrub_permits
        records.retention: run_retention
        records.service_privacy: purge_disclosures purge_requests
        screen.service_retention: forget_ended
    """,
    "rollcall": """
        reception.service_rollcall: open_call mark as_drill close_call
    """,
    "scan": """
        codes.service: record_scan
        codes.service_passes: use_pass by_digits
    """,
    "screen.edit": """
        screen.service: save put_back printed
        screen.service_settings: prepare say_numbers say_rules
    """,
    "screen.emergency": """
        screen.service: retract take_over end_emergency
    """,
    "settings.desk": """
        sync.service: refusals_seen
    """,
    "settings.site": """
        codes.service_keys: trust_key
        reception.service_minimum: keep_id_number
        records.retention: set_days
        store.identity: edit_site edit_gate edit_house
        sync.service: unlink
    """,
    "visit.admit": """
        reception.service_admit: admit
        reception.service_drafts: keep_draft drop_draft
        reception.service_expected: expect expect_with_pass cancel_expected mark_no_show arrive refuse
    """,
    "visit.bulk_checkout": """
        reception.service_exits: bulk_checkout
    """,
    "visit.checkout": """
        reception.service: nightly
        reception.service_exits: checkout auto_close undo stays_overnight
        reception.service_expected: sweep_no_shows
    """,
    "visit.correct": """
        reception.service_exits: correct
    """,
    "visit.fast": """
        reception.service_tally: count undo_count
    """,
    "watch.edit": """
        reception.service_watch: add
    """,
    "watch.review": """
        reception.service_watch: review
    """,
}


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    for right, text in _BY_RIGHT.items():
        for line in filter(None, map(str.strip, text.splitlines())):
            module, _, names = line.partition(":")
            found |= {f"{module}.{name}": right for name in names.split()}
    return found


DECLARED = _read()  # verb -> right
