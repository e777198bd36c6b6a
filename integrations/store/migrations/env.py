"""Where alembic begins: on the connection, and in the transaction, of whoever opens the store."""

from alembic import context

from integrations.store.upgrade import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
