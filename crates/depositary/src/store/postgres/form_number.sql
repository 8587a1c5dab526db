SELECT coalesce(max(version), 0) FROM sponsio.form
