# One table after the other, as the models stood at 0.1.0: long, and never to be edited again.
"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit_line",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_audit_line")),
        sa.UniqueConstraint("id", name=op.f("uq_audit_line_id")),
    )
    with op.batch_alter_table("audit_line", schema=None) as batch_op:
        batch_op.create_index("ix_audit_line_at", ["at"], unique=False)

    op.create_table(
        "binding",
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_binding")),
        sa.UniqueConstraint("id", name=op.f("uq_binding_id")),
    )
    with op.batch_alter_table("binding", schema=None) as batch_op:
        batch_op.create_index("ix_binding_household", ["household_id"], unique=False)
        batch_op.create_index("ix_binding_person", ["person_id"], unique=False)

    op.create_table(
        "binding_end",
        sa.Column("binding_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_binding_end")),
        sa.UniqueConstraint("id", name=op.f("uq_binding_end_id")),
    )
    with op.batch_alter_table("binding_end", schema=None) as batch_op:
        batch_op.create_index("ix_binding_end_binding", ["binding_id"], unique=False)

    op.create_table(
        "code",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("visitor_ref", sa.LargeBinary(length=16), nullable=True),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("issued_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("daily_from", sa.BigInteger(), nullable=True),
        sa.Column("daily_to", sa.BigInteger(), nullable=True),
        sa.Column("weekdays", sa.BigInteger(), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=False),
        sa.Column("replaced_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_code")),
        sa.UniqueConstraint("id", name=op.f("uq_code_id")),
    )
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.create_index("ix_code_digits", ["digits"], unique=False)
        batch_op.create_index("ix_code_key", ["key", "kind"], unique=False)
        batch_op.create_index("ix_code_kind_expires", ["kind", "expires_at"], unique=False)
        batch_op.create_index("ix_code_revoked_at", ["revoked_at"], unique=False)
        batch_op.create_index("ix_code_serial", ["serial"], unique=False)
        batch_op.create_index("ix_code_subject", ["subject_id", "kind"], unique=False)

    op.create_table(
        "code_scan",
        sa.Column("scan_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("foreign_kind", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("frame_quality", sa.BigInteger(), nullable=False),
        sa.Column("ms", sa.BigInteger(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_code_scan")),
        sa.UniqueConstraint("id", name=op.f("uq_code_scan_id")),
    )
    with op.batch_alter_table("code_scan", schema=None) as batch_op:
        batch_op.create_index("ix_code_scan_at", ["at"], unique=False)
        batch_op.create_index("ix_code_scan_purpose", ["purpose", "at"], unique=False)
        batch_op.create_index("ix_code_scan_scan_id", ["scan_id"], unique=False)

    op.create_table(
        "code_verify_key",
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_code_verify_key")),
        sa.UniqueConstraint("id", name=op.f("uq_code_verify_key_id")),
    )
    with op.batch_alter_table("code_verify_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_code_verify_key_key_id"), ["key_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("notice_version", sa.Text(), nullable=False),
        sa.Column("guardian", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_consent")),
        sa.UniqueConstraint("id", name=op.f("uq_consent_id")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index("ix_consent_person", ["person_id", "purpose"], unique=False)

    op.create_table(
        "disclosure",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_disclosure")),
        sa.UniqueConstraint("id", name=op.f("uq_disclosure_id")),
    )
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disclosure_at"), ["at"], unique=False)

    op.create_table(
        "form_draft",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("form", name=op.f("pk_form_draft")),
    )
    op.create_table(
        "gate",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_gate")),
        sa.UniqueConstraint("id", name=op.f("uq_gate_id")),
    )
    op.create_table(
        "goods",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("shelf", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("left_by", sa.Text(), nullable=False),
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("taken_at", sa.BigInteger(), nullable=True),
        sa.Column("taken_how", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("handed_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_goods")),
        sa.UniqueConstraint("id", name=op.f("uq_goods_id")),
    )
    with op.batch_alter_table("goods", schema=None) as batch_op:
        batch_op.create_index("ix_goods_waiting", ["at"], unique=False, sqlite_where=sa.text("taken_at IS NULL"))

    op.create_table(
        "household",
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_household")),
        sa.UniqueConstraint("id", name=op.f("uq_household_id")),
    )
    with op.batch_alter_table("household", schema=None) as batch_op:
        batch_op.create_index("ix_household_order", ["sort_key"], unique=False)
        batch_op.create_index("ix_household_place", ["building", "unit", "room"], unique=False)

    op.create_table(
        "known_visitor",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name_pinyin", sa.Text(), nullable=False),
        sa.Column("phone_last4", sa.Text(), nullable=False),
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("visitor_type", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("visits", sa.BigInteger(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_known_visitor")),
        sa.UniqueConstraint("id", name=op.f("uq_known_visitor_id")),
    )
    with op.batch_alter_table("known_visitor", schema=None) as batch_op:
        batch_op.create_index("ix_known_visitor_name_key", ["name_key"], unique=False)
        batch_op.create_index("ix_known_visitor_name_pinyin", ["name_pinyin"], unique=False)
        batch_op.create_index("ix_known_visitor_phone_last4", ["phone_last4"], unique=False)
        batch_op.create_index("ix_known_visitor_plate", ["plate"], unique=False)
        batch_op.create_index("ix_known_visitor_seen_at", ["seen_at"], unique=False)

    op.create_table(
        "legal_hold",
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_at", sa.BigInteger(), nullable=False),
        sa.Column("placed_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("released_at", sa.BigInteger(), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_legal_hold")),
        sa.UniqueConstraint("id", name=op.f("uq_legal_hold_id")),
    )
    with op.batch_alter_table("legal_hold", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_legal_hold_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "on_duty",
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", name=op.f("pk_on_duty")),
    )
    op.create_table(
        "operator",
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("badge_hash", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("vouched_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("valid_until", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_operator")),
        sa.UniqueConstraint("id", name=op.f("uq_operator_id")),
    )
    with op.batch_alter_table("operator", schema=None) as batch_op:
        batch_op.create_index("ix_operator_badge_hash", ["badge_hash"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("op_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("eid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hlc", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_outbox")),
        sa.UniqueConstraint("incarnation", "seq", name=op.f("uq_outbox_incarnation_seq")),
        sa.UniqueConstraint("op_id", name=op.f("uq_outbox_op_id")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_eid", ["eid"], unique=False)

    op.create_table(
        "pass_use",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("visit_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("flag", sa.Text(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_pass_use")),
        sa.UniqueConstraint("id", name=op.f("uq_pass_use_id")),
    )
    with op.batch_alter_table("pass_use", schema=None) as batch_op:
        batch_op.create_index("ix_pass_use_key", ["key", "at"], unique=False)
        batch_op.create_index("ix_pass_use_nonce", ["nonce"], unique=False)

    op.create_table(
        "permit",
        sa.Column("permit_no", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("start_min", sa.BigInteger(), nullable=False),
        sa.Column("end_min", sa.BigInteger(), nullable=False),
        sa.Column("workers", sa.JSON(), nullable=False),
        sa.Column("tools", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_permit")),
        sa.UniqueConstraint("id", name=op.f("uq_permit_id")),
    )
    with op.batch_alter_table("permit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_permit_permit_no"), ["permit_no"], unique=False)

    op.create_table(
        "person",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("plates", sa.JSON(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name_pinyin", sa.Text(), nullable=False),
        sa.Column("phone_last4", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_person")),
        sa.UniqueConstraint("id", name=op.f("uq_person_id")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_name_key", ["name_key"], unique=False)
        batch_op.create_index("ix_person_phone_last4", ["phone_last4"], unique=False)

    op.create_table(
        "pin_guard",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("wait_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_pin_guard")),
    )
    op.create_table(
        "privacy_answer",
        sa.Column("request_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_privacy_answer")),
        sa.UniqueConstraint("id", name=op.f("uq_privacy_answer_id")),
    )
    with op.batch_alter_table("privacy_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_privacy_answer_request_id"), ["request_id"], unique=False)

    op.create_table(
        "privacy_request",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_privacy_request")),
        sa.UniqueConstraint("id", name=op.f("uq_privacy_request_id")),
    )
    with op.batch_alter_table("privacy_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_privacy_request_at"), ["at"], unique=False)

    op.create_table(
        "recurring_pass",
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("visitor_type", sa.Text(), nullable=False),
        sa.Column("phone_last4", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("start_min", sa.BigInteger(), nullable=False),
        sa.Column("end_min", sa.BigInteger(), nullable=False),
        sa.Column("code_id", sa.Text(), nullable=True),
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("issued_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_why", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_recurring_pass")),
        sa.UniqueConstraint("id", name=op.f("uq_recurring_pass_id")),
    )
    with op.batch_alter_table("recurring_pass", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recurring_pass_household_id"), ["household_id"], unique=False)

    op.create_table(
        "retention_run",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("postponed", sa.Text(), nullable=False),
        sa.Column("postponed_since", sa.BigInteger(), nullable=True),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_retention_run")),
        sa.UniqueConstraint("id", name=op.f("uq_retention_run_id")),
    )
    with op.batch_alter_table("retention_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_retention_run_at"), ["at"], unique=False)

    op.create_table(
        "roll_call",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("call_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("drill", sa.Boolean(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_roll_call")),
        sa.UniqueConstraint("id", name=op.f("uq_roll_call_id")),
    )
    with op.batch_alter_table("roll_call", schema=None) as batch_op:
        batch_op.create_index("ix_roll_call_call", ["call_id"], unique=False)

    op.create_table(
        "roll_call_mark",
        sa.Column("call_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("visit_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_roll_call_mark")),
        sa.UniqueConstraint("id", name=op.f("uq_roll_call_mark_id")),
    )
    with op.batch_alter_table("roll_call_mark", schema=None) as batch_op:
        batch_op.create_index("ix_roll_call_mark_call", ["call_id"], unique=False)

    op.create_table(
        "secret",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_setting")),
        sa.UniqueConstraint("id", name=op.f("uq_setting_id")),
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setting_key"), ["key"], unique=False)

    op.create_table(
        "site",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("url_prefix", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_site")),
        sa.UniqueConstraint("id", name=op.f("uq_site_id")),
    )
    op.create_table(
        "sync_self",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hlc_last", sa.Text(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("audit_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("newest_ms", sa.BigInteger(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=True),
        sa.Column("hub_url", sa.Text(), nullable=True),
        sa.Column("hub_spki_sha256", sa.Text(), nullable=True),
        sa.Column("proto", sa.BigInteger(), nullable=False),
        sa.Column("instance_token", sa.Text(), nullable=True),
        sa.Column("throwaway", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_sync_self")),
    )
    op.create_table(
        "tally",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("corrects", sa.LargeBinary(length=16), nullable=True),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_tally")),
        sa.UniqueConstraint("id", name=op.f("uq_tally_id")),
    )
    with op.batch_alter_table("tally", schema=None) as batch_op:
        batch_op.create_index("ix_tally_at", ["at"], unique=False)

    op.create_table(
        "visit",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("open_state", sa.Text(), nullable=True),
        sa.Column("next_step", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("visitor_type", sa.Text(), nullable=False),
        sa.Column("party_size", sa.BigInteger(), nullable=False),
        sa.Column("minor_alone", sa.Boolean(), nullable=False),
        sa.Column("overnight", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("purpose_code", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("items_in", sa.Text(), nullable=False),
        sa.Column("items_out", sa.Text(), nullable=False),
        sa.Column("badge_no", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("declined", sa.JSON(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_masked", sa.Text(), nullable=False),
        sa.Column("id_hash", sa.Text(), nullable=False),
        sa.Column("household_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("code_id", sa.Text(), nullable=True),
        sa.Column("pass_serial", sa.Text(), nullable=False),
        sa.Column("recurring_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("permit_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("watch_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.Column("expected_at", sa.BigInteger(), nullable=True),
        sa.Column("expected_until", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("in_at", sa.BigInteger(), nullable=True),
        sa.Column("out_at", sa.BigInteger(), nullable=True),
        sa.Column("out_source", sa.Text(), nullable=False),
        sa.Column("auto_closed_at", sa.BigInteger(), nullable=True),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("anonymised_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_visit")),
        sa.UniqueConstraint("id", name=op.f("uq_visit_id")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index("ix_visit_at", ["at"], unique=False)
        batch_op.create_index(
            "ix_visit_auto_closed", ["auto_closed_at"], unique=False, sqlite_where=sa.text("auto_closed_at IS NOT NULL")
        )
        batch_op.create_index(
            "ix_visit_household",
            ["household_id", "num"],
            unique=False,
            sqlite_where=sa.text("household_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_visit_open", ["open_state"], unique=False, sqlite_where=sa.text("open_state IS NOT NULL")
        )
        batch_op.create_index(
            "ix_visit_person", ["person_id", "num"], unique=False, sqlite_where=sa.text("person_id IS NOT NULL")
        )
        batch_op.create_index("ix_visit_personal", ["at"], unique=False, sqlite_where=sa.text("anonymised_at IS NULL"))

    op.create_table(
        "visit_event",
        sa.Column("visit_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("corrects", sa.LargeBinary(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("gate_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("operator_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("clock_quality", sa.Text(), nullable=False),
        sa.Column("visitor_type", sa.Text(), nullable=False),
        sa.Column("party_size", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_visit_event")),
        sa.UniqueConstraint("id", name=op.f("uq_visit_event_id")),
    )
    with op.batch_alter_table("visit_event", schema=None) as batch_op:
        batch_op.create_index("ix_visit_event_visit", ["visit_id"], unique=False)

    op.create_table(
        "watch_entry",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone_last4", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("added_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("reviewed_at", sa.BigInteger(), nullable=True),
        sa.Column("reviewed_by", sa.LargeBinary(length=16), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_watch_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_watch_entry_id")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_doc USING fts5("
        "d, content='', contentless_delete=1, tokenize='unicode61', detail=none)"
    )


def downgrade() -> None:
    op.execute("DROP TABLE search_doc")
    op.drop_table("watch_entry")
    with op.batch_alter_table("visit_event", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_event_visit")

    op.drop_table("visit_event")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_personal", sqlite_where=sa.text("anonymised_at IS NULL"))
        batch_op.drop_index("ix_visit_person", sqlite_where=sa.text("person_id IS NOT NULL"))
        batch_op.drop_index("ix_visit_open", sqlite_where=sa.text("open_state IS NOT NULL"))
        batch_op.drop_index("ix_visit_household", sqlite_where=sa.text("household_id IS NOT NULL"))
        batch_op.drop_index("ix_visit_auto_closed", sqlite_where=sa.text("auto_closed_at IS NOT NULL"))
        batch_op.drop_index("ix_visit_at")

    op.drop_table("visit")
    with op.batch_alter_table("tally", schema=None) as batch_op:
        batch_op.drop_index("ix_tally_at")

    op.drop_table("tally")
    op.drop_table("sync_self")
    op.drop_table("site")
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_setting_key"))

    op.drop_table("setting")
    op.drop_table("secret")
    with op.batch_alter_table("roll_call_mark", schema=None) as batch_op:
        batch_op.drop_index("ix_roll_call_mark_call")

    op.drop_table("roll_call_mark")
    with op.batch_alter_table("roll_call", schema=None) as batch_op:
        batch_op.drop_index("ix_roll_call_call")

    op.drop_table("roll_call")
    with op.batch_alter_table("retention_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_retention_run_at"))

    op.drop_table("retention_run")
    with op.batch_alter_table("recurring_pass", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recurring_pass_household_id"))

    op.drop_table("recurring_pass")
    with op.batch_alter_table("privacy_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_privacy_request_at"))

    op.drop_table("privacy_request")
    with op.batch_alter_table("privacy_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_privacy_answer_request_id"))

    op.drop_table("privacy_answer")
    op.drop_table("pin_guard")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_phone_last4")
        batch_op.drop_index("ix_person_name_key")

    op.drop_table("person")
    with op.batch_alter_table("permit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_permit_permit_no"))

    op.drop_table("permit")
    with op.batch_alter_table("pass_use", schema=None) as batch_op:
        batch_op.drop_index("ix_pass_use_nonce")
        batch_op.drop_index("ix_pass_use_key")

    op.drop_table("pass_use")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_eid")

    op.drop_table("outbox")
    with op.batch_alter_table("operator", schema=None) as batch_op:
        batch_op.drop_index("ix_operator_badge_hash")

    op.drop_table("operator")
    op.drop_table("on_duty")
    with op.batch_alter_table("legal_hold", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_legal_hold_subject_id"))

    op.drop_table("legal_hold")
    with op.batch_alter_table("known_visitor", schema=None) as batch_op:
        batch_op.drop_index("ix_known_visitor_seen_at")
        batch_op.drop_index("ix_known_visitor_plate")
        batch_op.drop_index("ix_known_visitor_phone_last4")
        batch_op.drop_index("ix_known_visitor_name_pinyin")
        batch_op.drop_index("ix_known_visitor_name_key")

    op.drop_table("known_visitor")
    with op.batch_alter_table("household", schema=None) as batch_op:
        batch_op.drop_index("ix_household_place")
        batch_op.drop_index("ix_household_order")

    op.drop_table("household")
    with op.batch_alter_table("goods", schema=None) as batch_op:
        batch_op.drop_index("ix_goods_waiting", sqlite_where=sa.text("taken_at IS NULL"))

    op.drop_table("goods")
    op.drop_table("gate")
    op.drop_table("form_draft")
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_disclosure_at"))

    op.drop_table("disclosure")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index("ix_consent_person")

    op.drop_table("consent")
    with op.batch_alter_table("code_verify_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_verify_key_key_id"))

    op.drop_table("code_verify_key")
    with op.batch_alter_table("code_scan", schema=None) as batch_op:
        batch_op.drop_index("ix_code_scan_scan_id")
        batch_op.drop_index("ix_code_scan_purpose")
        batch_op.drop_index("ix_code_scan_at")

    op.drop_table("code_scan")
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.drop_index("ix_code_subject")
        batch_op.drop_index("ix_code_serial")
        batch_op.drop_index("ix_code_revoked_at")
        batch_op.drop_index("ix_code_kind_expires")
        batch_op.drop_index("ix_code_key")
        batch_op.drop_index("ix_code_digits")

    op.drop_table("code")
    with op.batch_alter_table("binding_end", schema=None) as batch_op:
        batch_op.drop_index("ix_binding_end_binding")

    op.drop_table("binding_end")
    with op.batch_alter_table("binding", schema=None) as batch_op:
        batch_op.drop_index("ix_binding_person")
        batch_op.drop_index("ix_binding_household")

    op.drop_table("binding")
    with op.batch_alter_table("audit_line", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_line_at")

    op.drop_table("audit_line")
