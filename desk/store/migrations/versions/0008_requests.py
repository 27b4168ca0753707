"""requests of people about their own data, the register of what others were given"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ENTRY = (
    "entry",
    "recipient",
    "officer",
    "document",
    "basis",
    "purpose",
    "method",
    "period_from",
    "period_until",
    "given",
)
REQUEST = ("kind", "subject_kind", "about", "asked_by", "contact", "identified", "note")


def upgrade() -> None:
    _table(
        "register_entry",
        [_id("operator_id"), _id("gate_id"), *_words(*ENTRY), sa.Column("data", sa.JSON(), nullable=False)],
    )
    _table(
        "data_request",
        [
            _id("operator_id"),
            _id("gate_id"),
            _id("subject_id"),
            *_words(*REQUEST),
            sa.Column("due_at", sa.BigInteger(), nullable=False),
        ],
    )
    _table(
        "data_answer",
        [
            _id("request_id", nullable=False), _id("operator_id"), *_words("outcome", "reason", "said"),
            sa.Column("erased", sa.BigInteger(), nullable=False), sa.Column("kept", sa.JSON(), nullable=False),
        ],
    )  # fmt: skip
    op.create_index("ix_register_entry_at", "register_entry", ["at"])
    op.create_index("ix_data_request_at", "data_request", ["at"])
    op.create_index("ix_data_request_subject_id", "data_request", ["subject_id"])
    op.create_index("ix_data_answer_request_id", "data_answer", ["request_id"])


def downgrade() -> None:
    for name in ("data_answer", "data_request", "register_entry"):
        op.drop_table(name)


def _table(name: str, columns: Sequence[sa.Column[Any]]) -> None:
    op.create_table(
        name,
        sa.Column("num", sa.Integer(), nullable=False),
        _id("id", nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("num", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("id", name=op.f(f"uq_{name}_id")),
    )


def _id(name: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
