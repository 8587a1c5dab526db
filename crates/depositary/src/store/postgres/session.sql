SET search_path = pg_catalog;
SET synchronous_commit = on;
-- A server that is paused within a transaction is ended by the database, so that it holds up nobody.
SET idle_in_transaction_session_timeout = '5s';
SET lock_timeout = '30s';
SET statement_timeout = '60s';
SET client_min_messages = warning;
