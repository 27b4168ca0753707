"""Alembic's environment: the connection comes from desk.store.migrate, one transaction a revision."""

from alembic import context

from desk.store.migrate import include_name
from desk.store.schema import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_name=include_name,
    transaction_per_migration=True,
    render_item=context.config.attributes.get("render_item"),
)
with context.begin_transaction():
    context.run_migrations()
