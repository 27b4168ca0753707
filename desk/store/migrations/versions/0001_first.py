"""The first schema."""

from alembic import op

from desk.store import search
from desk.store.schema import Base

revision = "0001"
down_revision = None


def upgrade() -> None:
    Base.metadata.create_all(op.get_bind())
    op.execute(search.CREATE)


def downgrade() -> None:
    op.execute("DROP TABLE search_doc")
    Base.metadata.drop_all(op.get_bind())
