SELECT to_regclass('sponsio.form') IS NOT NULL AS known,
    EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'sponsio') AS taken
