"""One PostgreSQL database that test after test finds as it was made; a database of its own costs each a third of a second."""

from __future__ import annotations

from uuid import uuid4

import psycopg

from desk.hub.tables import META
from tests.fakes.postgres import Server

TABLES = sorted(table.name for table in META.sorted_tables)
# What stands there is emptied as TRUNCATE does it: new files, nothing dead in them. Then what `prepare` wrote is written.
AS_MADE = """
SET lock_timeout = '3s';
DO $$
DECLARE name text; filled bool;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
    IF filled THEN
      EXECUTE format('TRUNCATE public.%I', name);
    END IF;
    EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
  END LOOP;
END $$
"""


class ReusedDatabase:
    """template: a database with the hub's tables as they are made."""

    def __init__(self, server: Server, template: str) -> None:
        self._server, self._template, self._name = server, template, ""

    def as_new(self) -> str:
        """Its address; another database once a test has changed tables, or holds on to them."""
        if not (self._name and self._emptied()):
            self._make()
        return self._server.url(self._name)

    def _make(self) -> None:
        self._name = f"hub_{uuid4().hex}"
        self._server.run(f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
        kept = "; ".join(f"CREATE TABLE kept.{name} AS SELECT * FROM public.{name}" for name in TABLES)
        self._server.run(f"CREATE SCHEMA kept; {kept}", self._name)

    def _emptied(self) -> bool:
        try:
            with self._server.connect(self._name) as conn:
                found = conn.execute(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1 COLLATE \"C\""
                )
                if [name for (name,) in found] != TABLES:
                    return False
                conn.execute(AS_MADE)
                return True
        except psycopg.Error:
            return False
