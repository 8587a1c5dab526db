SELECT current_setting('fsync'), current_setting('full_page_writes'),
    current_setting('synchronous_commit'), current_setting('server_encoding'),
    current_setting('data_checksums'), current_setting('server_version_num')::integer,
    current_setting('server_version'), pg_is_in_recovery()
