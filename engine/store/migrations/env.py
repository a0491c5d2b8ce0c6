"""Migrations (迁移): forward only, run over the connection that `engine.store.schema` hands in."""

from alembic import context

from engine.model import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True, compare_type=True)

with context.begin_transaction():
    context.run_migrations()
