VACUUM (FULL) sponsio.private
